import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { whileKilled } from "../degraded/processes.ts";
import {
  add,
  addButton,
  cartOf,
  cartTitle,
  contents,
  counts,
  drawer,
  lines,
  openCart,
  openPiece,
  pieces,
  settled,
} from "./carts.ts";
import type { Shop, Visit } from "./shop.ts";
import { titled } from "./shopper.ts";

const writes = /\/api\/carts\/current\/lines/;

/** Lets the next write through to the shop, but loses the answer. */
const loseAnswer = async (page: Page) => {
  const lost: string[] = [];
  await page.route(writes, async (route) => {
    if (lost.length > 0) return route.continue();
    lost.push((await route.fetch()).url());
    return route.abort("connectionreset");
  });
  return () => expect(lost).toHaveLength(1);
};

/** The cart while something is down, or lost, or changed elsewhere. */
export const cartOutages = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, width: 390 },
    { language: "en" as const, width: 1280 },
  ])("in $language", ({ language, width }) => {
    const words = cartOf(language);
    const how = { viewport: { width, height: 900 } };

    test("with the order service down nothing is lost: what is pressed is kept and sent once when it is back", async () => {
      const { page, close } = await visit(how);
      const plain = await visit({ ...how, javaScriptEnabled: false });
      await add(shop, page, language, pieces.other);
      await whileKilled(shop.dir, "order", async () => {
        await openCart(shop, page, language);
        await page.getByText(words.away).first().waitFor();
        await expectAccessible(page);
        await openPiece(shop, page, language, pieces.many);
        await addButton(page, language).click();
        await drawer(page).getByText(words.waiting).waitFor();
        await expectAccessible(page);
        await openPiece(shop, plain.page, language, pieces.many);
        await plain.page.locator(".buy__row input").fill("3");
        await addButton(plain.page, language).click();
        await plain.page.locator("main [role=alert]").getByText(words.troubles.away).waitFor();
        expect(await plain.page.locator(".buy__row input").inputValue()).toBe("3");
      });
      await shop.isBack(5200);
      await drawer(page).getByText(words.waiting).waitFor({ state: "detached", timeout: 40_000 });
      await settled(page);
      expect((await contents(page)).map(([, quantity]) => quantity)).toEqual([1, 1]);
      await addButton(plain.page, language).click();
      await titled(plain.page, cartTitle(language, 3));
      await openCart(shop, page, language);
      await titled(page, cartTitle(language, 2));
      await Promise.all([close(), plain.close()]);
    }, 120_000);

    test("an answer that is lost on its way is asked for again, and the piece is in the cart once", async () => {
      const { page, close } = await visit(how);
      await openPiece(shop, page, language, pieces.many);
      const lostOnce = await loseAnswer(page);
      await addButton(page, language).click();
      await settled(page);
      lostOnce();
      await page.reload();
      await counts(page, 1);
      await close();
    }, 60_000);

    test("without a connection the last number pressed is kept, and sent when there is one", async () => {
      const { page, close } = await visit(how);
      await add(shop, page, language, pieces.many);
      await openCart(shop, page, language);
      await page.context().setOffline(true);
      const more = lines(page).first().getByRole("button", { name: words.more });
      for (const _ of Array.from({ length: 3 })) await more.click();
      await titled(page, cartTitle(language, 4));
      await page.getByText(words.waiting).waitFor();
      await page.context().setOffline(false);
      await settled(page);
      await page.reload();
      await titled(page, cartTitle(language, 4));
      await close();
    }, 60_000);

    test("what was changed elsewhere meanwhile is shown, and said, instead of overwritten", async () => {
      const { page, close } = await visit(how);
      await add(shop, page, language, pieces.many);
      await openCart(shop, page, language);
      const elsewhere = await visit({ ...how, storageState: await page.context().storageState() });
      await openCart(shop, elsewhere.page, language);
      await lines(elsewhere.page).first().getByRole("button", { name: words.more }).click();
      await settled(elsewhere.page);
      await lines(page).first().getByRole("button", { name: words.more }).click();
      await page.getByRole("alert").getByText(words.troubles.changed).waitFor();
      await titled(page, cartTitle(language, 2));
      await expectAccessible(page);
      await lines(page).first().getByRole("button", { name: words.more }).click();
      await titled(page, cartTitle(language, 3));
      await settled(page);
      await Promise.all([close(), elsewhere.close()]);
    }, 60_000);

    test("more than there are is refused in words, and the cart stays as it was", async () => {
      const { page, close } = await visit(how);
      await openPiece(shop, page, language, pieces.single);
      await page.locator(".buy__row input").fill("2");
      await addButton(page, language).click();
      await page.getByRole("alert").getByText(words.troubles.out_of_stock).first().waitFor();
      await counts(page, 0);
      await page.keyboard.press("Escape");
      await page.locator(".buy__row input").fill("1");
      await addButton(page, language).click();
      await settled(page);
      await counts(page, 1);
      await close();
    }, 60_000);

    test("with the catalogue down the cart shows what was seen last, and says so", async () => {
      const { page, close } = await visit(how);
      await add(shop, page, language, pieces.many);
      // An order service that has just started has seen no price yet.
      await whileKilled(shop.dir, "order", async () => undefined);
      await shop.isBack(5200);
      await whileKilled(shop.dir, "product", async () => {
        await openCart(shop, page, language);
        expect(await contents(page)).toHaveLength(1);
        await page.getByText(words.stale).waitFor();
        await expectAccessible(page);
      });
      await shop.isBack(5100);
      await close();
    }, 60_000);
  });
};
