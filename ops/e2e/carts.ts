import { expect } from "bun:test";

import type { Locator, Page } from "playwright-core";

import { counted } from "../../storefront/domains/cart/words.ts";
import type { Shop } from "./shop.ts";
import { type Language, words } from "./shopper.ts";

/** Pieces of the demo shop of which there are some dozens, and one of which there is a single one. */
export const pieces = { many: "celadon-tea-bowl", other: "white-rice-bowl", single: "moon-jar" };

export const cartOf = (language: Language) => words[language].cart;

export const openPiece = async ({ origin }: Shop, page: Page, language: Language, slug: string) => {
  await page.goto(`${origin}/${language}/products/${slug}`, { waitUntil: "networkidle" });
};

export const openCart = async ({ origin }: Shop, page: Page, language: Language) => {
  await page.goto(`${origin}/${language}/cart`, { waitUntil: "networkidle" });
};

export const addButton = (page: Page, language: Language) =>
  page.locator(".buy__row").getByRole("button", { name: cartOf(language).add });
export const drawer = (page: Page) => page.locator("dialog.drawer[open]");
export const lines = (page: Page) => page.locator(".line:not(.line--removed):visible");
const head = (page: Page) => page.locator("header a[href$='/cart']:visible");

/** The names and numbers of what is in the cart that is shown. */
export const contents = async (page: Page) =>
  Promise.all(
    (await lines(page).all()).map(async (line) => [
      await line.locator(".line__name").innerText(),
      Number(await line.locator("input[name=quantity]:not([type=hidden])").inputValue()),
    ]),
  );

/** Waits until the head of the page says that so many are in the cart; 0 is said by no number. */
export const counts = async (page: Page, units: number) => {
  const number = head(page).locator(".cart-count > [aria-hidden]");
  if (units === 0) await number.waitFor({ state: "detached" });
  else await number.filter({ hasText: new RegExp(`^${units}$`) }).waitFor();
};

/** Waits until the shop has said what everything costs. */
export const settled = async (page: Page) => {
  await page.locator('.sums:visible[aria-busy="false"]').waitFor();
};

export const add = async (shop: Shop, page: Page, language: Language, slug: string) => {
  await openPiece(shop, page, language, slug);
  const written = page.waitForResponse((reply) => reply.url().endsWith("/api/carts/current/lines"));
  await addButton(page, language).click();
  expect((await written).status()).toBe(200);
  await drawer(page).waitFor();
  await settled(page);
};

/** The title of a cart with so many in it. */
export const cartTitle = (language: Language, units: number) =>
  units === 0 ? cartOf(language).title : counted(cartOf(language).counted, units, language);

/** The line of a piece, in the drawer or on the page. */
export const lineOf = (page: Page, name: string) =>
  lines(page).filter({ has: page.locator(".line__name", { hasText: name }) });

export const takeOut = (line: Locator) => line.locator(".line__tools form:last-of-type button");

export const cookieNames = async (page: Page) =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => /^[sg]id$/.test(name));
