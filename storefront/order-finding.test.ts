import { describe, expect, test } from "bun:test";

import { expectAccessible } from "./testing/browser";
import { openTill, words, type Language } from "./testing/till";

const { state, visit, open, press, fillIn, payButton, isAtProvider, comeBack, thanked } =
  await openTill();

/** Buys in one browser, and comes with the mail about it in another. */
const comeWithTheMail = async (language: Language, options = {}) => {
  const buyer = await visit();
  await fillIn(buyer.page, language);
  await payButton(buyer.page, language).click();
  await isAtProvider(buyer.page);
  state.paid = "yes";
  await comeBack(buyer.page, language);
  await thanked(buyer.page, language);
  await buyer.close();
  const [order] = state.orders;
  if (!order) throw new Error("nothing was bought");
  const visitor = await visit(options);
  await visitor.page.context().clearCookies();
  return { ...visitor, order };
};

describe.each(["ko", "en"] as const)("an order is found in %s", (language) => {
  test.each([true, false])(
    "by its number and address in another browser, with JavaScript: %p",
    async (javaScriptEnabled) => {
      const { page, close, order } = await comeWithTheMail(language, { javaScriptEnabled });
      const { find } = words[language].orders;
      const { noSuchOrder, errors } = words[language].forms;
      await open(page, language, `orders/find?number=${order.number}`);
      if (javaScriptEnabled) await expectAccessible(page);
      await press(page, find.submit);
      await page.getByText(errors.email).first().waitFor();
      await page.getByLabel(find.email).fill("another@example.com");
      await press(page, find.submit);
      await page.getByText(noSuchOrder).waitFor();
      expect(await page.getByLabel(find.number).inputValue()).toBe(order.number);
      await page.getByLabel(find.email).fill(order.email);
      await press(page, find.submit);
      await page.waitForURL(`**/${language}/orders/${order.id}`);
      expect(await page.getByText(order.number).count()).toBeGreaterThan(0);
      await page.reload();
      expect(await page.getByText(order.number).count()).toBeGreaterThan(0);
      await close();
    },
    120_000,
  );
});

test("the way there is in the footer of every page and beside the login", async () => {
  const { page, close } = await visit();
  const { account } = words.ko;
  await open(page, "ko", "login");
  await page.getByRole("link", { name: account.login.findOrder }).click();
  await page.waitForURL("**/ko/orders/find");
  await open(page, "ko", "login");
  await page.locator("footer").getByRole("link", { name: words.ko.orders.find.title }).click();
  await page.waitForURL("**/ko/orders/find");
  await close();
}, 60_000);
