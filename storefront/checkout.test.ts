import { beforeEach, describe, expect, test } from "bun:test";

import { testRedis } from "@jangteo/shared/testing/redis";
import type { Page } from "playwright-core";

import { standInAuth } from "./lib/session/testing";
import checkoutEn from "./messages/en/checkout.json";
import ordersEn from "./messages/en/orders.json";
import checkoutKo from "./messages/ko/checkout.json";
import ordersKo from "./messages/ko/orders.json";
import { expectAccessible, startBrowser } from "./testing/browser";
import { standInGateway } from "./testing/purchase-gateway";
import { startShop } from "./testing/shop";

const words = {
  ko: { checkout: checkoutKo, orders: ordersKo },
  en: { checkout: checkoutEn, orders: ordersEn },
};
type Language = keyof typeof words;

const gateway = standInGateway();
const { state, providerUrl } = gateway;
const redis = await testRedis();
const browser = await startBrowser();
const auth = standInAuth();
const origin = await startShop({
  AUTH_URL: auth.url,
  GATEWAY_URL: gateway.url,
  REDIS_URL: redis.url,
});

beforeEach(() => {
  Object.assign(state, {
    checkouts: [],
    orders: [],
    raise: 0,
    inCart: true,
    asked: [],
    paid: "no",
    soldOut: false,
  });
});

/** Somebody without an account who has put something into a cart. */
const visit = async (options = {}) => {
  const opened = await browser.visit(origin, options);
  const guest = { name: "gid", value: "g".repeat(43), url: origin };
  await opened.page.context().addCookies([guest]);
  opened.page.setDefaultTimeout(30_000);
  return opened;
};

const press = (page: Page, name: string | RegExp) =>
  page.locator("main").getByRole("button", { name }).click();

/** Says who, where to and how, up to the button that pays. */
const fillIn = async (page: Page, language: Language) => {
  const { fields, toHow, toPay } = words[language].checkout;
  await page.goto(`${origin}/${language}/checkout`);
  await page.getByLabel(fields.email).fill("seoyeon@example.com");
  await page.getByLabel(fields.name).fill("김서연");
  await page.getByLabel(fields.telephone).fill("010-2345-6789");
  await page.getByLabel(fields.postalCode).fill("03045");
  await page.getByLabel(fields.streetAddress, { exact: true }).fill("서울 종로구 자하문로 24길 7");
  await press(page, toHow);
  await page.getByRole("button", { name: toPay }).waitFor();
  await press(page, toPay);
  await payButton(page, language).waitFor();
};
const payButton = (page: Page, language: Language, total = "79,000") =>
  page
    .locator("main")
    .getByRole("button", { name: new RegExp(total) })
    .and(page.getByRole("button", { name: language === "ko" ? /결제하기/ : /pay/ }));
const isAtProvider = (page: Page) => page.waitForURL(`${providerUrl}/**`);
const comeBack = (page: Page, language: Language) =>
  page.goto(`${origin}/${language}/checkout/${state.checkouts.at(-1)?.id}/return`);
const orders = () => state.orders.length;

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
      await page.getByRole("heading", { name: words[language].orders.thanks.title }).waitFor();
      expect(await page.getByText("JT-0001000").count()).toBeGreaterThan(0);
      expect(await page.getByText(words[language].orders.thanks.offer).count()).toBe(1);
      await page.reload();
      expect(orders()).toBe(1);
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
    Object.assign(state, { inCart: true, paid: "no", checkouts: [], orders: [] });
    const { page, close } = await visit({ viewport });
    await page.goto(`${origin}/ko/checkout`);
    await expectAccessible(page);
    await press(page, checkoutKo.toHow);
    await page.locator("main [role=alert]:focus").waitFor();
    await expectAccessible(page);
    await fillIn(page, "ko");
    await expectAccessible(page);
    await payButton(page, "ko").click();
    await isAtProvider(page);
    await comeBack(page, "ko");
    await expectAccessible(page);
    await page.goto(`${origin}/ko/checkout`);
    await expectAccessible(page);
    state.paid = "yes";
    await comeBack(page, "ko");
    await page.getByRole("heading", { name: ordersKo.thanks.title }).waitFor();
    await expectAccessible(page);
    const id = state.orders.at(-1)?.id;
    for (const path of [`orders/${id}`, `orders/${id}/invoice`]) {
      await page.goto(`${origin}/ko/${path}`);
      await expectAccessible(page);
    }
    await close();
  }
}, 180_000);
