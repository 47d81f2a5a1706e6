import { expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { demoMembers } from "../local/demo-members.ts";
import { eventually } from "../local/testing.ts";
import type { Shop, Visit } from "./shop.ts";
import { logIn, titled, words } from "./shopper.ts";

type Kept = { path: string; text: string };

/** All that the browser keeps for the time without a connection. */
const keptBy = (page: Page) =>
  page.evaluate<Kept[]>(`(async () => {
    const kept = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const reply = await cache.match(request, { ignoreVary: true });
        kept.push({ path: request.url.slice(origin.length), text: await reply.text() });
      }
    }
    return kept;
  })()`);

const personal = [
  "",
  "/addresses",
  "/addresses/new",
  "/email",
  "/security",
  "/security/password",
  "/security/second-factor",
  "/security/passkeys",
  "/security/data",
  "/security/erase",
];
const isPage = ({ path }: Kept) => /^\/(ko|en)/.test(path);
const forAll = /^\/ko(\/products(\/[\w-]+)?|\/offline)?$|^\/en\/offline$/;

/** What a browser keeps of a shop, with somebody signed in. */
export const keptJourneys = (shop: Shop, visit: Visit) => {
  test("nothing of an account is ever kept by the browser, and logging out forgets what was looked at", async () => {
    const { account } = words.ko;
    const [{ email, password, name }] = demoMembers;
    const { page, troubles, close } = await visit({
      colorScheme: "dark",
      viewport: { width: 390, height: 844 },
    });
    const seen = async (path: string) => {
      while (!(await keptBy(page)).some((kept) => kept.path === path))
        await page.waitForTimeout(50);
    };
    await page.goto(`${shop.origin}/ko/login`);
    await seen("/ko/offline");
    await logIn(page, "ko", email, password);
    await titled(page, account.profile.title);
    for (const path of personal) {
      await page.goto(`${shop.origin}/ko/account${path}`, { waitUntil: "networkidle" });
      await page.goBack();
    }
    for (const link of ["addresses", "security", "profile"] as const) {
      await page.getByRole("link", { name: account.nav[link], exact: true }).click();
      await titled(page, account[link].title);
    }
    await page.goto(`${shop.origin}/ko`);
    await seen("/ko");
    await page.getByRole("link", { name: "모두 보기" }).first().click();
    await seen("/ko/products");

    const kept = await keptBy(page);
    expect(kept.filter((one) => isPage(one) && !forAll.test(one.path))).toEqual([]);
    for (const secret of [email, name, "/ko/logout"])
      expect(kept.filter(({ text }) => text.includes(secret))).toEqual([]);

    await page.goto(`${shop.origin}/ko/account`);
    await page.locator("main").getByRole("button", { name: account.nav.logout }).click();
    await page.waitForURL(`${shop.origin}/ko`);
    const left = ["/en/offline", "/ko", "/ko/offline"].join();
    await eventually(async () => {
      const pages = (await keptBy(page)).filter(isPage).map(({ path }) => path);
      return pages.toSorted().join() === left;
    });
    expect(troubles).toEqual([]);
    await close();
  }, 90_000);
};
