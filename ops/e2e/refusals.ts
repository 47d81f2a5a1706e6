import { expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import {
  cards,
  fillIn,
  goAndPay,
  openCheckout,
  payButton,
  payWith,
  said,
  thanked,
} from "./buying.ts";
import type { Shop, Visit } from "./shop.ts";
import { press } from "./shopper.ts";

const patience = 180_000;

/** What goes wrong at the page of the payment, and what the shop says of it. */
export const refusedJourneys = (shop: Shop, visit: Visit) => {
  test.each([true, false])(
    "a declined card is told in words, and another pays for what was typed once (JavaScript: %p)",
    async (javaScriptEnabled) => {
      const { checkout } = said.ko;
      const { page, close } = await visit({ javaScriptEnabled });
      await fillIn(shop, page, "ko");
      await goAndPay(shop, page, "ko");
      await payWith(page, "ko", cards.poor);
      await page.getByText(checkout.failed.insufficient_funds).waitFor();
      await page.getByText("자하문로 24길 7").waitFor();
      if (javaScriptEnabled) await page.locator("#told:focus, #told :focus").waitFor();
      if (javaScriptEnabled) await expectAccessible(page);
      await goAndPay(shop, page, "ko");
      await payWith(page, "ko", cards.good);
      await thanked(page, "ko");
      await close();
    },
    patience,
  );

  test(
    "a bank that asks is answered: yes buys, no does not",
    async () => {
      const { sandbox, checkout } = said.en;
      const { page, close } = await visit();
      await fillIn(shop, page, "en");
      await goAndPay(shop, page, "en");
      await payWith(page, "en", cards.asksTheBank);
      await page.getByRole("button", { name: sandbox.no }).click();
      await page.getByText(checkout.failed.authentication_failed).waitFor();
      await page.locator("#told:focus, #told :focus").waitFor();
      await goAndPay(shop, page, "en");
      await payWith(page, "en", cards.asksTheBank);
      await page.getByRole("button", { name: sandbox.yes }).click();
      await thanked(page, "en");
      await close();
    },
    patience,
  );

  test.each([true, false])(
    "who cancels there finds the cart and the form as they were (JavaScript: %p)",
    async (javaScriptEnabled) => {
      const { sandbox, checkout } = said.ko;
      const { page, close } = await visit({ javaScriptEnabled });
      await fillIn(shop, page, "ko");
      await goAndPay(shop, page, "ko");
      await page.getByRole("button", { name: sandbox.cancel }).click();
      await page.getByText(checkout.failed.payment_abandoned).waitFor();
      await payButton(page, "ko").waitFor();
      await close();
    },
    patience,
  );

  test(
    "who leaves the payment's page can go on with it, or let it be",
    async () => {
      const { underWay, failed } = said.ko.checkout;
      const { page, close } = await visit();
      await fillIn(shop, page, "ko");
      await goAndPay(shop, page, "ko");
      const provider = page.url();
      await openCheckout(shop, page, "ko");
      await page.getByRole("heading", { name: underWay.title }).waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: underWay.continue }).click();
      await page.waitForURL(provider);
      await openCheckout(shop, page, "ko");
      await press(page, underWay.cancel);
      await page.getByText(failed.cancelled).waitFor();
      await payButton(page, "ko").waitFor();
      expect(new URL(page.url()).pathname).toBe("/ko/checkout");
      await close();
    },
    patience,
  );
};
