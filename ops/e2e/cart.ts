import { describe, expect, test } from "bun:test";

import { counted, fill } from "../../storefront/domains/cart/words.ts";
import { expectAccessible, watchForTokens } from "../../storefront/testing/browser.ts";
import {
  add,
  addButton,
  cartOf,
  cartTitle,
  contents,
  cookieNames,
  counts,
  drawer,
  lineOf,
  lines,
  openCart,
  openPiece,
  pieces,
  settled,
  takeOut,
} from "./carts.ts";
import { comeIn, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { logIn, logOut, titled } from "./shopper.ts";

export const cartJourneys = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, width: 390 },
    { language: "en" as const, width: 1280 },
  ])("in $language", ({ language, width }) => {
    const words = cartOf(language);
    const how = { viewport: { width, height: 900 } };

    test("a guest fills a cart, changes it, logs in and has it all, and is told so once; the next guest here has nothing", async () => {
      const person = await newMember(shop, language);
      const { page, troubles, close } = await visit(how);
      const tokens = watchForTokens(page);
      await openCart(shop, page, language);
      await page.getByRole("heading", { name: words.empty }).waitFor();
      await expectAccessible(page);
      expect(await cookieNames(page)).toEqual([]);

      await openPiece(shop, page, language, pieces.many);
      await expectAccessible(page);
      const first = await page.locator("h1").innerText();
      await page.locator(".buy__row").getByRole("button", { name: words.more }).click();
      await addButton(page, language).click();
      await drawer(page)
        .getByRole("heading", { name: cartTitle(language, 2) })
        .waitFor();
      await settled(page);
      expect(await contents(page)).toEqual([[first, 2]]);
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.locator(".buy__row .btn--act:focus").waitFor();
      await counts(page, 2);
      await add(shop, page, language, pieces.other);
      await drawer(page).getByRole("link", { name: words.whole }).click();
      await titled(page, cartTitle(language, 3));
      await page.locator('html[data-coming=""]').waitFor();
      expect(await cookieNames(page)).toEqual(["gid"]);
      await expectAccessible(page);

      await lineOf(page, first).getByRole("button", { name: words.more }).click();
      await titled(page, cartTitle(language, 4));
      await settled(page);
      await takeOut(lineOf(page, first)).click();
      await titled(page, cartTitle(language, 1));
      await page.getByText(fill(words.removed, { name: first })).waitFor();
      await expectAccessible(page);
      await page.getByRole("button", { name: words.undo, exact: true }).click();
      await settled(page);
      await page.reload();
      await titled(page, cartTitle(language, 4));
      const all = await contents(page);
      expect(all.map(([, quantity]) => quantity)).toEqual([1, 3]);

      await page.getByLabel(words.coupon).fill("NO-SUCH-CODE");
      await page.getByRole("button", { name: words.useCoupon }).click();
      await page.getByText(words.troubles.unknown).waitFor();
      await expectAccessible(page);
      troubles.length = 0;

      await page.locator("main").getByRole("link", { name: words.login, exact: true }).click();
      await logIn(page, language, person.email, person.password);
      await titled(page, cartTitle(language, 4));
      expect(await contents(page)).toEqual(all);
      const told = page.getByText(counted(words.cameAlong, 2, language));
      await told.waitFor();
      await expectAccessible(page);
      expect(await cookieNames(page)).toEqual(["sid"]);
      await page.reload();
      await titled(page, cartTitle(language, 4));
      expect(await told.count()).toBe(0);

      await page.goto(`${shop.origin}/${language}/account`);
      await logOut(shop, page, language);
      await openCart(shop, page, language);
      expect(await contents(page)).toEqual([]);
      await add(shop, page, language, pieces.other);
      await comeIn(shop, page, language, person);
      await openCart(shop, page, language);
      expect((await contents(page)).map(([, quantity]) => quantity)).toEqual([2, 3]);
      expect(await tokens()).toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    }, 120_000);

    test("all of it works without JavaScript", async () => {
      const person = await newMember(shop, language);
      const { page, close } = await visit({ ...how, javaScriptEnabled: false });
      const row = page.locator(".buy__row");
      await openPiece(shop, page, language, pieces.many);
      await row.getByRole("button", { name: words.more }).click();
      await page.waitForLoadState();
      expect(await row.locator("input").inputValue()).toBe("2");
      await addButton(page, language).click();
      await page.getByText(words.added, { exact: true }).waitFor();
      await counts(page, 2);
      const line = lines(page).first();
      await line.getByRole("button", { name: words.more }).click();
      await titled(page, cartTitle(language, 3));
      await line.locator("input[name=quantity]:not([type=hidden])").fill("5");
      await page.keyboard.press("Enter");
      await titled(page, cartTitle(language, 5));
      await takeOut(line).click();
      await page.getByRole("heading", { name: words.empty }).waitFor();
      await page.getByRole("button", { name: words.undo }).click();
      await titled(page, cartTitle(language, 5));
      await page.getByLabel(words.coupon).fill("NO-SUCH-CODE");
      await page.getByRole("button", { name: words.useCoupon }).click();
      await page.getByText(words.troubles.unknown).waitFor();
      await openPiece(shop, page, language, pieces.single);
      await row.locator("input").fill("2");
      await addButton(page, language).click();
      await page.locator("main [role=alert]").getByText(words.troubles.out_of_stock).waitFor();
      expect(await row.locator("input").inputValue()).toBe("2");
      await comeIn(shop, page, language, person);
      await page.getByText(counted(words.cameAlong, 1, language)).waitFor();
      await openCart(shop, page, language);
      await titled(page, cartTitle(language, 5));
      await close();
    }, 90_000);
  });

  test("a page asks once how much is in the cart, and not at all for who never put anything in", async () => {
    const asked = async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${shop.port(8100)}/metrics`)).text();
      const requests = metrics.matchAll(
        /^kong_http_requests_total\{[^}]*service="order",route="order-cart"[^}]*\} (\d+)$/gm,
      );
      return [...requests].reduce((sum, [, count]) => sum + Number(count), 0);
    };
    /** Once nothing is on its way any more: a page left behind may still be rendered. */
    const askedAtRest = async (last = -1): Promise<number> => {
      const now = await asked();
      if (now === last) return now;
      await Bun.sleep(500);
      return askedAtRest(now);
    };
    const { page, close } = await visit();
    const costs = async (path: string) => {
      const before = await askedAtRest();
      await page.goto(`${shop.origin}/ko${path}`, { waitUntil: "networkidle" });
      return (await askedAtRest()) - before;
    };
    const paths = ["", "/products", "/products/moon-jar", "/cart", "/wishlist"];
    for (const path of paths) expect([path, await costs(path)]).toEqual([path, 0]);
    await add(shop, page, "ko", pieces.many);
    for (const path of paths) expect([path, await costs(path)]).toEqual([path, 1]);
    await close();
  }, 60_000);

  test("the cart is kept by no cache and read by no machine, and a page for everybody stays one", async () => {
    const page = await fetch(`${shop.origin}/ko/cart`);
    expect(page.headers.get("cache-control")).toMatch(/private.*no-store/);
    expect(await page.text()).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    const piece = await fetch(`${shop.origin}/ko/products/${pieces.many}`);
    expect(piece.headers.get("cache-control")).toBe("no-cache");
    expect(piece.headers.getSetCookie().filter((one) => /^[gs]id=/.test(one))).toEqual([]);
  });
};
