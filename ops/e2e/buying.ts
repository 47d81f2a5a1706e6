import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";

import { words as sandbox } from "../../payment/sandbox/words.ts";
import checkoutEn from "../../storefront/messages/en/checkout.json";
import ordersEn from "../../storefront/messages/en/orders.json";
import checkoutKo from "../../storefront/messages/ko/checkout.json";
import ordersKo from "../../storefront/messages/ko/orders.json";
import type { Shop } from "./shop.ts";
import { type Language, press } from "./shopper.ts";

export const said = {
  ko: { checkout: checkoutKo, orders: ordersKo, sandbox: sandbox.ko },
  en: { checkout: checkoutEn, orders: ordersEn, sandbox: sandbox.en },
};
export const cards = {
  good: "4242424242424242",
  poor: "4000000000009995",
  asksTheBank: "4000000000003220",
};

const Product = z.object({
  variants: z.array(z.object({ id: z.uuid(), availability: z.unknown() }).loose()),
});

/** Puts one of a thing into the cart of whoever this browser is. */
export const putIn = async (
  { origin }: Shop,
  context: BrowserContext,
  slug = "white-rice-bowl",
) => {
  const found = await context.request.get(`${origin}/api/products/${slug}`);
  const [variant] = Product.parse(await found.json()).variants;
  const reply = await context.request.post(`${origin}/api/carts/current/lines`, {
    headers: { origin, "x-csrf": "1", "idempotency-key": crypto.randomUUID() },
    data: { variantId: variant?.id, quantity: 1 },
  });
  if (!reply.ok()) throw new Error(`The cart answered ${reply.status()}: ${await reply.text()}`);
};

export const openCheckout = ({ origin }: Shop, page: Page, language: Language) =>
  page.goto(`${origin}/${language}/checkout`);

/** The button that pays, whatever it comes to. */
export const payButton = (page: Page, language: Language) =>
  page
    .locator("main form[action$='/payment']")
    .getByRole("button", { name: language === "ko" ? /결제하기/ : /Agree and pay/ });

/** Types where to, as somebody who buys here for the first time. */
export const sayWhere = async (page: Page, language: Language, email?: string) => {
  const { fields, toHow, toPay } = said[language].checkout;
  if (email !== undefined) await page.getByLabel(fields.email).fill(email);
  await page.getByLabel(fields.name, { exact: true }).fill("김서연");
  await page.getByLabel(fields.telephone).fill("010-2345-6789");
  await page.getByLabel(fields.postalCode).fill("03045");
  await page.getByLabel(fields.streetAddress, { exact: true }).fill("자하문로 24길 7");
  await press(page, toHow);
  await page.getByRole("button", { name: toPay }).waitFor();
};

export const sayHow = async (page: Page, language: Language) => {
  await press(page, said[language].checkout.toPay);
  await payButton(page, language).waitFor();
};

/** Up to the button that pays, as a guest. */
export const fillIn = async (shop: Shop, page: Page, language: Language) => {
  await putIn(shop, page.context());
  await openCheckout(shop, page, language);
  await sayWhere(page, language, `guest-${crypto.randomUUID().slice(0, 8)}@example.com`);
  await sayHow(page, language);
};

/** Leaves the shop for the page of the payment. */
export const goAndPay = async (shop: Shop, page: Page, language: Language) => {
  await payButton(page, language).click();
  await page.waitForURL((url) => url.port === String(shop.port(5400)));
};

export const payWith = async (page: Page, language: Language, card: string) => {
  const { number, pay } = said[language].sandbox;
  await page.getByLabel(number).fill(card);
  await page.getByRole("button", { name: pay, exact: true }).click();
};

export const thanked = (page: Page, language: Language) =>
  page.getByRole("heading", { level: 1, name: said[language].orders.thanks.title }).waitFor();
