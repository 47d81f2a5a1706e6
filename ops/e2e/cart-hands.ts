import { describe, expect, test } from "bun:test";

import {
  add,
  addButton,
  cartOf,
  cartTitle,
  contents,
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
import type { Shop, Visit } from "./shop.ts";
import { titled } from "./shopper.ts";

/** The cart under quick and slow hands, on the keyboard and in two tabs. */
export const cartHands = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, width: 390 },
    { language: "en" as const, width: 1280 },
  ])("in $language", ({ language, width }) => {
    const words = cartOf(language);
    const how = { viewport: { width, height: 900 } };

    test("by keyboard alone a piece is added, counted up and taken out; the focus stays in the drawer and comes back", async () => {
      const { page, close } = await visit(how);
      await add(shop, page, language, pieces.other);
      await openPiece(shop, page, language, pieces.many);
      const name = await page.locator("h1").innerText();
      await addButton(page, language).focus();
      await page.keyboard.press("Enter");
      await settled(page);
      for (const _ of Array.from({ length: 24 })) {
        await page.keyboard.press("Tab");
        const place = await page.evaluate<string>(
          `document.activeElement.closest("dialog") ? "in" : document.activeElement.tagName`,
        );
        // A browser may step out to its own bar, never to the page behind.
        expect(["in", "BODY"]).toContain(place);
      }
      const line = lineOf(page, name);
      await line.getByRole("button", { name: words.more }).focus();
      await page.keyboard.press("Space");
      await counts(page, 3);
      await line.locator("input:not([type=hidden])").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("4");
      await page.keyboard.press("Enter");
      await counts(page, 5);
      await takeOut(line).focus();
      await page.keyboard.press("Enter");
      await counts(page, 1);
      await lines(page).locator("button:focus").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".buy__row .btn--act:focus").waitFor();
      await close();
    }, 90_000);

    test("a double click adds once, and a second press afterwards adds again", async () => {
      const { page, close } = await visit(how);
      await openPiece(shop, page, language, pieces.many);
      await addButton(page, language).dblclick();
      await drawer(page).waitFor();
      await settled(page);
      await counts(page, 1);
      await page.keyboard.press("Escape");
      await addButton(page, language).click();
      await settled(page);
      await page.reload();
      await counts(page, 2);
      await close();
    }, 60_000);

    test("two tabs show the same cart", async () => {
      const { page, close } = await visit(how);
      await add(shop, page, language, pieces.many);
      const other = await page.context().newPage();
      await openCart(shop, other, language);
      await openPiece(shop, page, language, pieces.other);
      await addButton(page, language).click();
      await titled(other, cartTitle(language, 2));
      expect(await contents(other)).toHaveLength(2);
      await lines(other).first().getByRole("button", { name: words.more }).click();
      await counts(page, 3);
      await settled(page);
      expect(await contents(page)).toEqual(await contents(other));
      await close();
    }, 60_000);
  });
};
