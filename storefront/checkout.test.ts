import { describe, expect, test } from "bun:test";

import { expectAccessible } from "./testing/browser";
import { openTill, words } from "./testing/till";
import { painted, watchShifts, watchWire } from "./testing/wire";

const till = await openTill();
const {
  state,
  reset,
  visit,
  open,
  press,
  payButton,
  fillIn,
  isAtProvider,
  comeBack,
  thanked,
  visitSignedIn,
} = till;

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

test.each([true, false])(
  "a member buys with an address of the account, and finds the order there (JavaScript: %p)",
  async (javaScriptEnabled) => {
    const { checkout, orders, account } = words.ko;
    const { page, close } = await visitSignedIn({ javaScriptEnabled });
    await open(page, "ko");
    expect(await page.getByLabel(checkout.fields.email).inputValue()).toBe("seoyeon@example.com");
    expect(await page.getByLabel(checkout.fields.streetAddress, { exact: true }).isVisible()).toBe(
      false,
    );
    if (javaScriptEnabled) await expectAccessible(page);
    await press(page, checkout.toHow);
    await press(page, checkout.toPay);
    await payButton(page, "ko").click();
    await isAtProvider(page);
    state.paid = "yes";
    await comeBack(page, "ko");
    await thanked(page, "ko");
    expect(await page.getByText(orders.thanks.offer).count()).toBe(0);
    await page.getByRole("link", { name: orders.thanks.see }).click();
    await page.getByRole("heading", { level: 1, name: orders.titles.placed }).waitFor();
    await page.getByRole("link", { name: account.nav.orders, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: orders.title }).waitFor();
    await page.waitForFunction("document.title !== ''");
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("link", { name: /청자 다완/ }).click();
    await page.getByRole("link", { name: orders.invoice.title }).click();
    await page.getByRole("heading", { level: 1, name: orders.invoice.title }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(
      await page.locator("header, footer, .account__side").filter({ visible: true }).count(),
    ).toBe(0);
    await close();
  },
  120_000,
);

test("an address that is typed can be kept, and abroad asks for a city", async () => {
  const { checkout, forms } = words.en;
  const { page, close } = await visitSignedIn();
  await open(page, "en");
  await page.getByLabel(checkout.otherAddress).check();
  await page.getByLabel(checkout.fields.postalCode).fill("123");
  await page.getByLabel(checkout.fields.streetAddress).fill("Shijo 1");
  await press(page, checkout.toHow);
  await page.locator(".field__error").getByText(checkout.errors.koreanPostalCode).waitFor();
  await page.getByLabel(checkout.fields.addressCountry).selectOption("JP");
  await page.getByLabel(checkout.fields.postalCode).fill("600-8001");
  await page.getByLabel(checkout.fields.save).check();
  await press(page, checkout.toHow);
  await page.locator(".field__error").getByText(checkout.errors.city).waitFor();
  expect(await page.getByText(forms.errors.place).count()).toBe(0);
  await page.getByLabel(checkout.fields.addressLocality).fill("Kyoto");
  await press(page, checkout.toHow);
  await page.getByRole("button", { name: checkout.toPay }).waitFor();
  await page.getByText("600-8001 Kyoto Shijo 1").waitFor();
  const kept = state.asked.filter(({ asks }) => asks === "POST /v1/members/me/addresses");
  expect(kept.map(({ body }) => body)).toMatchObject([{ addressLocality: "Kyoto" }]);
  await close();
}, 120_000);

/** What the checkout may cost a phone: requests, and kB (1000 bytes) on the wire, as the login does. */
test("a visit to the checkout keeps its budget, and nothing moves", async () => {
  const { page, close } = await visit({
    viewport: { width: 390, height: 844 },
    serviceWorkers: "block",
  });
  const [wire, shifts] = [await watchWire(page), await watchShifts(page)];
  await open(page, "ko");
  await page.waitForLoadState("networkidle");
  await painted(page);
  // Where the face comes late, the count beside the cart is a few pixels wider or narrower than before.
  const moved = await shifts();
  expect(moved.filter(({ moved: parts }) => parts.join() !== "site-tools")).toEqual([]);
  expect(moved.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.01);
  const got = wire.all();
  const kB = (type?: string) =>
    got.reduce((sum, one) => sum + (type && one.type !== type ? 0 : one.bytes), 0) / 1000;
  expect(got.length).toBeLessThanOrEqual(24);
  expect(kB()).toBeLessThanOrEqual(430);
  expect(kB("Document")).toBeLessThanOrEqual(25);
  expect(kB("Stylesheet")).toBeLessThanOrEqual(15);
  expect(kB("Font")).toBeLessThanOrEqual(200);
  await close();
}, 120_000);
