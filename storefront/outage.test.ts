import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import en from "./messages/en/shop.json";
import { keeps, startOffline } from "./testing/offline";

const { catalogue, shop, firstVisit, closed } = await startOffline();

describe("while the catalogue is away", () => {
  const isDegraded = (page: Page) => page.locator("[data-degraded]").count();
  const keepsWhole = async (page: Page, path: string) => {
    const isWhole = `caches.match("${path}", { ignoreVary: true })
      .then((kept) => kept.text()).then((html) => !/<div[^>]* data-degraded/.test(html))`;
    while (!(await page.evaluate(isWhole))) await page.waitForTimeout(50);
  };

  test("the old goods that the shop shows do not take the place of what was kept", async () => {
    const path = "/en/products/moon-jar";
    const { page, close } = await firstVisit(path);
    await catalogue.kill();
    try {
      while ((await isDegraded(page)) === 0) await page.reload();
      // What was kept of another page since then was kept after this one.
      await page.goto(`${shop.url}/en/developers`);
      await keeps(page, "/en/developers");
      await closed(page, async () => {
        await page.goto(shop.url + path);
        await page.getByRole("complementary", { name: en.keptLabel }).waitFor();
        await page.getByRole("heading", { level: 1, name: "Moon Jar" }).waitFor();
        expect(await isDegraded(page)).toBe(0);
      });
    } finally {
      await catalogue.start();
    }
    await close();
  }, 60_000);

  test("a page seen for the first time is kept as it is, until it is seen whole", async () => {
    const { page, close } = await firstVisit("/en/products");
    while (await isDegraded(page)) await page.reload();
    const link = page.locator("main .piece a").last();
    const path = (await link.getAttribute("href")) ?? "";
    await catalogue.kill();
    try {
      await page.goto(shop.url + path);
      expect(await isDegraded(page)).toBe(1);
      await keeps(page, path);
      await closed(page, async () => {
        await page.reload();
        await page.getByRole("complementary", { name: en.keptLabel }).waitFor();
      });
    } finally {
      await catalogue.start();
    }
    do await page.goto(`${shop.url}/en/products`);
    while (await isDegraded(page));
    await page.locator(`main .piece a[href="${path}"]`).last().click();
    await page.waitForURL(shop.url + path);
    await keepsWhole(page, path);
    await close();
  }, 60_000);
});
