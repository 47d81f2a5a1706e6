import { describe, expect, test } from "bun:test";

import { expectAccessible } from "./testing/browser";
import { openTill, words } from "./testing/till";

const till = await openTill();
const { state, reset, visit, open, press, payButton, fillIn, isAtProvider, comeBack, thanked } =
  till;

describe.each(["ko", "en"] as const)("a guest buys in %s", (language) => {
  test.each([true, false])(
    "with JavaScript: %p",
    async (javaScriptEnabled) => {
      const { page, close } = await visit({ javaScriptEnabled });
      await fillIn(page, language);
      await payButton(page, language).click();
      await isAtProvider(page);
      state.paid = "yes";
      await comeBack(page, language);
      await thanked(page, language);
      expect(await page.getByText("JT-0001000").count()).toBeGreaterThan(0);
      expect(await page.getByText(words[language].orders.thanks.offer).count()).toBe(1);
      await page.reload();
      expect(state.orders).toHaveLength(1);
      await close();
    },
    120_000,
  );
});

test("every page of a purchase is accessible, on a phone and on a desk", async () => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
  ]) {
    reset();
    const { page, close } = await visit({ viewport });
    await open(page, "ko");
    await expectAccessible(page);
    await press(page, words.ko.checkout.toHow);
    await page.locator("main [role=alert]:focus").waitFor();
    await expectAccessible(page);
    await fillIn(page, "ko");
    await expectAccessible(page);
    await payButton(page, "ko").click();
    await isAtProvider(page);
    await comeBack(page, "ko");
    await expectAccessible(page);
    await open(page, "ko");
    await expectAccessible(page);
    state.paid = "yes";
    await comeBack(page, "ko");
    await thanked(page, "ko");
    await expectAccessible(page);
    const id = state.orders.at(-1)?.id;
    for (const path of [`orders/${id}`, `orders/${id}/invoice`]) {
      await open(page, "ko", path);
      await expectAccessible(page);
    }
    await close();
  }
}, 180_000);
