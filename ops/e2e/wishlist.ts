import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { expectAccessible, watchForTokens } from "../../storefront/testing/browser.ts";
import { comeIn, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { type Language, logIn, logOut, titled, words } from "./shopper.ts";

export const hearts = (page: Page) => page.locator("main .piece .piece__wish");
const filled = (page: Page) =>
  page.locator('main .piece .piece__wish[aria-pressed="true"]:visible');
const namesOn = (page: Page) => page.locator("main .piece__name:visible").allInnerTexts();
const cookieNames = async (page: Page) =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => /^[sg]id$/.test(name));

/** Opens the shelf and saves the pieces in these places; answers their names, the newest first. */
export const save = async ({ origin }: Shop, page: Page, language: Language, places: number[]) => {
  await page.goto(`${origin}/${language}/products`);
  const names = await namesOn(page);
  for (const place of places) {
    const written = page.waitForResponse((reply) =>
      /wishlists?\/(current\/)?items/.test(reply.url()),
    );
    await hearts(page).nth(place).click();
    await written;
    await page.locator(`main .piece:nth-child(${place + 1}) [aria-pressed="true"]`).waitFor();
  }
  return places.map((place) => names[place] ?? "").toReversed();
};

export const openList = async ({ origin }: Shop, page: Page, language: Language) => {
  await page.goto(`${origin}/${language}/wishlist`);
  await titled(page, words[language].wishlist.title);
  return await namesOn(page);
};

export const wishlistJourneys = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, width: 390 },
    { language: "en" as const, width: 1280 },
  ])("in $language", ({ language, width }) => {
    const { wishlist } = words[language];
    const how = { viewport: { width, height: 900 } };

    test("a guest saves two pieces, logs in and sees both; the next guest here starts with none", async () => {
      const person = await newMember(shop, language);
      const { page, troubles, close } = await visit(how);
      const tokens = watchForTokens(page);
      expect(await openList(shop, page, language)).toEqual([]);
      await page.getByRole("heading", { name: wishlist.empty }).waitFor();
      await expectAccessible(page);
      expect(await cookieNames(page)).toEqual([]);

      const saved = await save(shop, page, language, [1, 4]);
      await expectAccessible(page);
      expect(await cookieNames(page)).toEqual(["gid"]);
      await page.reload();
      expect(await filled(page).count()).toBe(2);
      await page.locator("main .piece__name").nth(1).click();
      await page.waitForURL(/\/products\/[\w-]+$/);
      await page.locator('.buy [aria-pressed="true"]').waitFor();
      await expectAccessible(page);
      expect(await openList(shop, page, language)).toEqual(saved);
      await expectAccessible(page);

      await page.locator("main").getByRole("link", { name: wishlist.login }).click();
      await logIn(page, language, person.email, person.password);
      await page.waitForURL(/\/wishlist$/);
      await titled(page, wishlist.title);
      expect(await namesOn(page)).toEqual(saved);
      expect(await page.getByText(wishlist.guest).count()).toBe(0);
      expect(await cookieNames(page)).toEqual(["sid"]);

      await page.goto(`${shop.origin}/${language}/account`);
      await logOut(shop, page, language);
      expect(await openList(shop, page, language)).toEqual([]);
      const other = await save(shop, page, language, [2]);
      expect(await openList(shop, page, language)).toEqual(other);
      await comeIn(shop, page, language, person);
      expect(await openList(shop, page, language)).toEqual([...other, ...saved]);
      expect(await tokens()).toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    }, 90_000);

    test("all of it works without JavaScript", async () => {
      const person = await newMember(shop, language);
      const { page, close } = await visit({ ...how, javaScriptEnabled: false });
      const saved = await save(shop, page, language, [0, 3]);
      expect(new URL(page.url()).pathname).toBe(`/${language}/products`);
      expect(await page.locator("button:target").getAttribute("aria-pressed")).toBe("true");
      expect(await openList(shop, page, language)).toEqual(saved);
      await comeIn(shop, page, language, person);
      expect(await openList(shop, page, language)).toEqual(saved);
      await hearts(page).first().click();
      await page.locator("main .piece").nth(1).waitFor({ state: "detached" });
      expect(await namesOn(page)).toEqual(saved.slice(1));
      await hearts(page).first().click();
      await page.getByRole("heading", { name: wishlist.empty }).waitFor();
      await page.goto(`${shop.origin}/${language}/products`);
      await page.locator("main .piece__name").first().click();
      await page
        .getByRole("button", { name: /찜하기|^Save/ })
        .first()
        .click();
      await page.locator('.buy [aria-pressed="true"]').waitFor();
      await close();
    }, 60_000);

    test("by keyboard alone a piece is let go, and the focus goes to the next, at the end to the title", async () => {
      const { page, close } = await visit(how);
      const saved = await save(shop, page, language, [0, 1, 2]);
      await openList(shop, page, language);
      const heartOf = (name: string) =>
        page.locator("main .piece", { hasText: name }).locator("button");
      const [first = "", second = "", third = ""] = saved;
      await heartOf(second).focus();
      await page.keyboard.press("Enter");
      await page.locator("main .piece", { hasText: second }).waitFor({ state: "detached" });
      await page.locator("main .piece", { hasText: third }).locator("button:focus").waitFor();
      await page.keyboard.press("Enter");
      await page.locator("h1:focus").waitFor();
      await page.locator("main .piece", { hasText: third }).waitFor({ state: "detached" });
      await heartOf(first).focus();
      await page.keyboard.press("Space");
      await page.getByRole("heading", { name: wishlist.empty }).waitFor();
      await page.locator("h1:focus").waitFor();
      await close();
    }, 60_000);

    test("a wish that is still on its way when the list is opened stands on it all the same", async () => {
      const { page, close } = await visit(how);
      await page.goto(`${shop.origin}/${language}/products`, { waitUntil: "networkidle" });
      const [name = ""] = await namesOn(page);
      const held = Promise.withResolvers<void>();
      await page.route("**/api/wishlists/**", async (route) => {
        await held.promise;
        await route.continue();
      });
      await hearts(page).first().click();
      if (width < 700)
        await page.getByRole("button", { name: words[language].shop.openMenu }).click();
      await page.locator("header a[href$='/wishlist']:visible").click();
      await titled(page, wishlist.title);
      await page.getByRole("heading", { name: wishlist.empty }).waitFor();
      held.resolve();
      await page.locator("main .piece", { hasText: name }).waitFor();
      await close();
    }, 60_000);
  });

  test("a page asks once which hearts are filled, and not at all for who never saved anything", async () => {
    const asked = async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${shop.port(8100)}/metrics`)).text();
      const counts = metrics.matchAll(
        /^kong_http_requests_total\{[^}]*route="member-wishlist"[^}]*\} (\d+)$/gm,
      );
      return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
    };
    const { page, close } = await visit();
    const costs = async (path: string) => {
      const before = await asked();
      await page.goto(`${shop.origin}/ko${path}`, { waitUntil: "networkidle" });
      return (await asked()) - before;
    };
    const pages = ["", "/products", "/products/moon-jar", "/wishlist"];
    for (const path of pages) expect([path, await costs(path)]).toEqual([path, 0]);
    await save(shop, page, "ko", [0, 1]);
    for (const path of pages.slice(1)) expect([path, await costs(path)]).toEqual([path, 1]);
    await close();
  }, 60_000);

  test("a personal page is kept by no cache, read by no machine, and no other site writes to the list", async () => {
    const page = await fetch(`${shop.origin}/ko/wishlist`);
    expect(page.headers.get("cache-control")).toMatch(/private.*no-store/);
    expect(await page.text()).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    const send = (headers: Record<string, string>, fields: Record<string, string>) =>
      fetch(`${shop.origin}/ko/wishlist/items`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers,
        redirect: "manual",
      });
    const wish = { id: crypto.randomUUID(), wanted: "on" };
    const foreign = await send({ origin: "https://elsewhere.example" }, wish);
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get("set-cookie")).not.toContain("gid=");
    const odd = await send({ origin: shop.origin }, { ...wish, id: "' or 1=1" });
    expect(odd.status).toBe(400);
    const kept = await send({ origin: shop.origin }, wish);
    expect(kept.status).toBe(303);
    expect(kept.headers.get("location")).toStartWith("/ko/wishlist");
    const cookie = kept.headers
      .getSetCookie()
      .map((one) => one.split(";", 1).join(""))
      .join("; ");
    const list = await (await fetch(`${shop.origin}/ko/wishlist`, { headers: { cookie } })).text();
    expect(list).toContain(words.ko.wishlist.gone);
  });
};
