import { describe, expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import {
  cards,
  fillIn,
  goAndPay,
  openCheckout,
  payButton,
  payWith,
  putIn,
  said,
  sayHow,
  sayWhere,
  thanked,
} from "./buying.ts";
import { comeIn, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, words } from "./shopper.ts";

const patience = 180_000;

/** From the cart to the order, over the page of the payment. */
export const checkoutJourneys = (shop: Shop, visit: Visit) => {
  describe.each([
    ["ko", true],
    ["ko", false],
    ["en", true],
    ["en", false],
  ] as const)("in %s, with JavaScript: %p", (language, javaScriptEnabled) => {
    test(
      "a guest buys, and keeps seeing the order in this browser",
      async () => {
        const { page, close } = await visit({
          javaScriptEnabled,
          viewport: { width: language === "ko" ? 1280 : 390, height: 900 },
        });
        const check = () => (javaScriptEnabled ? expectAccessible(page) : undefined);
        await putIn(shop, page.context());
        await openCheckout(shop, page, language);
        await check();
        await sayWhere(page, language, "seoyeon@example.com");
        await check();
        await sayHow(page, language);
        await check();
        await goAndPay(shop, page, language);
        await payWith(page, language, cards.good);
        await thanked(page, language);
        await check();
        const { orders } = said[language];
        const text = await page.locator("main .list-head p").innerText();
        const [number = "?"] = /JT-\d+/.exec(text) ?? [];
        await page.reload();
        await page.getByText(number).first().waitFor();
        await page.getByRole("link", { name: orders.thanks.see }).click();
        await page.waitForURL(/\/orders\/[\w-]+$/);
        await page.getByText(number).first().waitFor();
        await page.getByText(/4242/).waitFor();
        await page.waitForFunction("document.title !== ''");
        await check();
        await page.getByRole("link", { name: orders.invoice.title }).click();
        await page.getByRole("heading", { level: 1, name: orders.invoice.title }).waitFor();
        await page.waitForFunction("document.title !== ''");
        await check();
        const other = await visit();
        const reply = await other.page.goto(page.url());
        expect(reply?.status()).toBe(404);
        await Promise.all([close(), other.close()]);
      },
      patience,
    );
  });

  test.each([
    ["ko", true],
    ["en", false],
  ] as const)(
    "a member buys in %s with an address that the account keeps (JavaScript: %p)",
    async (language, javaScriptEnabled) => {
      const { checkout, orders } = said[language];
      const person = await newMember(shop, language);
      const { page, close } = await visit({ javaScriptEnabled });
      await putIn(shop, page.context());
      await comeIn(shop, page, language, person);
      await openCheckout(shop, page, language);
      expect(await page.getByLabel(checkout.fields.email).inputValue()).toBe(person.email);
      await page.getByLabel(checkout.fields.save).check();
      await sayWhere(page, language);
      await sayHow(page, language);
      await goAndPay(shop, page, language);
      await payWith(page, language, cards.good);
      await thanked(page, language);
      await page.goto(`${shop.origin}/${language}/account/orders`);
      expect(await page.locator(".order-row").count()).toBe(1);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.locator(".order-row a").click();
      await page.getByRole("heading", { level: 1, name: orders.titles.placed }).waitFor();

      await putIn(shop, page.context());
      await openCheckout(shop, page, language);
      await page.goto(`${shop.origin}/${language}/checkout?edit=where`);
      await page.getByRole("radio", { name: /24길 7/ }).check();
      await close();
    },
    patience,
  );

  test(
    "a login on the way keeps what is in the cart, and comes back",
    async () => {
      const person = await newMember(shop, "ko");
      const { page, close } = await visit();
      await putIn(shop, page.context());
      await openCheckout(shop, page, "ko");
      await page.locator("main").getByRole("link", { name: said.ko.checkout.login }).click();
      await page.waitForURL(/\/login/);
      await page.getByLabel(words.ko.account.fields.email).fill(person.email);
      await page.getByLabel(words.ko.account.fields.password).fill(person.password);
      await press(page, words.ko.account.login.submit);
      await page.waitForURL(/\/checkout$/);
      await page
        .getByText(person.email)
        .or(page.getByLabel(said.ko.checkout.fields.email))
        .waitFor();
      await page.getByRole("heading", { name: said.ko.checkout.summary }).waitFor();
      await close();
    },
    patience,
  );

  test(
    "one that is pressed twice, in two windows, and gone back to, is bought once",
    async () => {
      const person = await newMember(shop, "ko");
      const { page, close } = await visit();
      await comeIn(shop, page, "ko", person);
      await putIn(shop, page.context());
      await openCheckout(shop, page, "ko");
      await sayWhere(page, "ko");
      await sayHow(page, "ko");
      const other = await page.context().newPage();
      await openCheckout(shop, other, "ko");
      await payButton(other, "ko").waitFor();
      await payButton(page, "ko").dblclick({ noWaitAfter: true });
      await goAndPay(shop, other, "ko");
      await page.waitForURL((url) => url.port === String(shop.port(5400)));
      expect(page.url()).toBe(other.url());
      await payWith(page, "ko", cards.good);
      await thanked(page, "ko");
      await page.reload();
      await thanked(page, "ko");
      await other.reload();
      await page.goBack();
      await openCheckout(shop, other, "ko");
      await page.goto(`${shop.origin}/ko/account/orders`);
      expect(await page.locator(".order-row").count()).toBe(1);
      await close();
    },
    patience,
  );

  test(
    "a total that is another meanwhile is told, and asked for again",
    async () => {
      const { page, close } = await visit();
      await fillIn(shop, page, "ko");
      await putIn(shop, page.context());
      await payButton(page, "ko").click();
      await page.getByText(said.ko.checkout.priceChanged).waitFor();
      await page.locator("#told:focus, #told :focus").waitFor();
      await expectAccessible(page);
      await goAndPay(shop, page, "ko");
      await payWith(page, "ko", cards.good);
      await thanked(page, "ko");
      await close();
    },
    patience,
  );
};
