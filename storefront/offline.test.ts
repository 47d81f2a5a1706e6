import { describe, expect, test } from "bun:test";
import { rmSync } from "node:fs";

import type { Page } from "playwright-core";

import en from "./messages/en/shop.json";
import ko from "./messages/ko/shop.json";
import { violations } from "./testing/browser";
import { buildAgain } from "./testing/build";
import { keeps, keptBy, startOffline } from "./testing/offline";

const { shop, firstVisit, closed } = await startOffline();

const shown = (page: Page) =>
  page.evaluate<{ pictures: number; missing: number; face: string }>(`(async () => {
    await document.fonts.ready;
    const near = [...document.images].filter((image) => image.complete);
    return {
      pictures: near.length,
      missing: near.filter(({ naturalWidth }) => naturalWidth === 0).length,
      face: getComputedStyle(document.querySelector("h1")).fontFamily.split(",")[0],
    };
  })()`);

describe("without a connection, and with the shop closed,", () => {
  test("what was seen is seen again, with its pictures, its language and its theme, and says since when", async () => {
    const { page, troubles, close } = await firstVisit("/ko");
    const face = (await shown(page)).face;
    await page.getByRole("link", { name: "모두 보기" }).first().click();
    await page.waitForURL(/products$/);
    await keeps(page, "/ko/products");
    await page.getByRole("link", { name: "달항아리", exact: true }).first().click();
    await page.waitForURL(/moon-jar$/);
    await keeps(page, "/ko/products/moon-jar");
    await page.getByRole("link", { name: "English" }).first().click();
    await page.waitForURL(/\/en\/products\/moon-jar$/);
    await keeps(page, "/en/products/moon-jar");
    await page.waitForLoadState("networkidle");
    await closed(page, async () => {
      await page.reload();
      const notice = page.getByRole("complementary", { name: en.keptLabel });
      expect(await notice.innerText()).toMatch(/as you saw it at \d\d:\d\d\./);
      await page.getByRole("link", { name: "한국어" }).first().click();
      await page.waitForURL(/\/ko\/products\/moon-jar$/);
      await page.getByRole("heading", { level: 1, name: "달항아리" }).waitFor();
      const product = await shown(page);
      expect(product).toEqual({ ...product, missing: 0, face });
      expect(product.pictures).toBeGreaterThan(1);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: ko.darken }).click();
      await page.getByRole("link", { name: "모두 보기" }).first().click();
      await page.waitForURL(/products$/);
      expect((await shown(page)).missing).toBe(0);
      await page.goBack();
      await page.waitForURL(/moon-jar$/);
      // Without a connection the page may be loaded anew, and stand in the way of who goes on at once.
      await page.waitForLoadState("networkidle");
      await page.goto(`${shop.url}/`).catch(() => page.goto(`${shop.url}/`));
      expect(page.url()).toMatch(/\/(ko|en)$/);
      await page.goto(`${shop.url}/ko`);
      expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
      await page.getByRole("button", { name: "찾기" }).click();
      await page.getByRole("combobox").waitFor();
    });
    expect(troubles).toEqual([]);
    await close();
  }, 60_000);

  test.each([
    ["ko", ko],
    ["en", en],
  ] as const)(
    "what was never seen says so in %s, in the dress of the shop",
    async (language, words) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const { page, troubles, close } = await firstVisit(`/${language}`, { colorScheme });
        const { face } = await shown(page);
        await closed(page, async () => {
          await page.locator("header").getByRole("link", { name: words.allPieces }).first().click();
          await page.getByRole("heading", { name: words.offline.title }).waitFor();
          expect(new URL(page.url()).pathname).toBe(`/${language}/products`);
          expect((await shown(page)).face).toBe(face);
          expect(await violations(page)).toEqual([]);
          for (const path of ["/account", "/login", "/nowhere"]) {
            await page.goto(`${shop.url}/${language}${path}`);
            await page.getByRole("heading", { name: words.offline.title }).waitFor();
          }
          await page.goto(`${shop.url}/${language}/products`);
        });
        await page.getByRole("button", { name: words.offline.again }).click();
        await page.locator(".piece").first().waitFor();
        expect(troubles).toEqual([]);
        await close();
      }
    },
    60_000,
  );
});

test("a shop that is back is fresh again, and a kept page no longer says so", async () => {
  const { page, close } = await firstVisit("/en/developers");
  const notice = page.getByRole("complementary", { name: en.keptLabel });
  await closed(page, async () => {
    await page.reload();
    await notice.waitFor();
  });
  await page.getByRole("link", { name: en.allPieces }).first().click();
  await page.waitForURL(/products$/);
  await notice.waitFor({ state: "hidden" });
  await page.goto(`${shop.url}/en/developers`);
  expect(await notice.count()).toBe(0);
  await close();
}, 60_000);

test("where something in front of the shop answers that it is away, what was seen is shown", async () => {
  const { page, close } = await firstVisit("/ko/products/moon-jar");
  await shop.close();
  const port = new URL(shop.url).port;
  const front = Bun.serve({ port, fetch: () => new Response("bad gateway", { status: 502 }) });
  await page.reload();
  await page.getByRole("complementary", { name: ko.keptLabel }).waitFor();
  await page.getByRole("heading", { level: 1, name: "달항아리" }).waitFor();
  await page.goto(`${shop.url}/ko/products/white-rice-bowl`);
  expect(await page.locator("body").innerText()).toBe("bad gateway");
  await front.stop(true);
  await shop.open();
  await close();
}, 30_000);

test("a new build takes over, what was kept of the old one goes, and an open page goes on", async () => {
  const { page, troubles, close } = await firstVisit("/ko/products");
  const before = Object.keys(await keptBy(page));
  const next = buildAgain();
  try {
    await shop.close();
    await shop.open({ NEXT_DIST_DIR: next });
    // A browser looks for a new worker with each page; one whose first try fails tries again.
    while (Object.keys(await keptBy(page)).some((name) => before.includes(name))) {
      await page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())");
      await page.waitForTimeout(200);
    }
    await page.locator("main .piece a").first().click();
    await page.waitForURL(/\/products\/[\w-]+$/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await keeps(page, new URL(page.url()).pathname);
    const after = Object.keys(await keptBy(page));
    expect(after.length).toBeGreaterThan(2);
    expect(after.filter((name) => !name.endsWith(" of the-next-build"))).toEqual([]);
    expect(troubles).toEqual([]);
  } finally {
    await close();
    await shop.close();
    await shop.open();
    rmSync(`${import.meta.dirname}/${next}`, { recursive: true });
  }
}, 60_000);

describe("the worker", () => {
  test("is asked for anew, may only ask the shop, and is another with another build", async () => {
    const reply = await fetch(`${shop.url}/sw.js`);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      "cache-control": "no-cache",
      "content-security-policy": "default-src 'none'; connect-src 'self'",
      "content-type": "text/javascript; charset=utf-8",
    });
    expect(await reply.text()).toMatch(/^const build = "[\w-]+";/);
  });

  test("finds only pages for everybody to keep", async () => {
    const caching = async (path: string, cookie = "") =>
      (await fetch(shop.url + path, { headers: { cookie } })).headers.get("cache-control");
    const handle = "h".repeat(43);
    for (const path of ["", "/products", "/products/moon-jar", "/developers", "/offline"]) {
      expect(await caching(`/ko${path}`)).toBe("no-cache");
      expect(await caching(`/ko${path}`, `sid=${handle}`)).toBe("private, no-cache");
      expect(await caching(`/ko${path}`, `gid=${handle}`)).toBe("private, no-cache");
    }
    for (const path of ["/login", "/signup", "/forgot", "/account", "/nowhere"])
      expect(await caching(`/en${path}`)).toContain("no-store");
  });
});
