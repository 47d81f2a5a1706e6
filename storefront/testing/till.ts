import { beforeEach } from "bun:test";

import { testRedis } from "@jangteo/shared/testing/redis";
import type { Page } from "playwright-core";

import { standInAuth } from "../lib/session/testing";
import accountEn from "../messages/en/account.json";
import checkoutEn from "../messages/en/checkout.json";
import formsEn from "../messages/en/forms.json";
import ordersEn from "../messages/en/orders.json";
import accountKo from "../messages/ko/account.json";
import checkoutKo from "../messages/ko/checkout.json";
import formsKo from "../messages/ko/forms.json";
import ordersKo from "../messages/ko/orders.json";
import { startBrowser } from "./browser";
import { standInGateway } from "./purchase-gateway";
import { cookieOf, requestsTo } from "./requests";
import { startShop } from "./shop";

export const words = {
  ko: { account: accountKo, forms: formsKo, checkout: checkoutKo, orders: ordersKo },
  en: { account: accountEn, forms: formsEn, checkout: checkoutEn, orders: ordersEn },
};
export type Language = keyof typeof words;

const fresh = {
  raise: 0,
  inCart: true,
  paid: "no",
  soldOut: false,
} as const;

/** A shop whose purchases are told what becomes of them, and shoppers for it. */
export const openTill = async () => {
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
  const reset = () => Object.assign(state, { ...fresh, checkouts: [], orders: [], asked: [] });
  beforeEach(reset);

  /** Somebody without an account who has put something into a cart. */
  const visit = async (options = {}) => {
    const opened = await browser.visit(origin, options);
    const guest = { name: "gid", value: "g".repeat(43), url: origin };
    await opened.page.context().addCookies([guest]);
    opened.page.setDefaultTimeout(30_000);
    return opened;
  };
  /** Somebody with an account. */
  const visitSignedIn = async (options = {}) => {
    const opened = await visit(options);
    const sid = cookieOf(await requestsTo(origin).sendLogin({ origin }))?.slice("sid=".length);
    const session = { name: "sid", value: sid ?? "", url: origin };
    await opened.page.context().addCookies([session]);
    return opened;
  };
  const open = (page: Page, language: Language, path = "checkout") =>
    page.goto(`${origin}/${language}/${path}`);
  const press = (page: Page, name: string | RegExp) =>
    page.locator("main").getByRole("button", { name }).click();
  const payButton = (page: Page, language: Language, total = "79,000") =>
    page
      .locator("main")
      .getByRole("button", { name: new RegExp(total) })
      .and(page.getByRole("button", { name: language === "ko" ? /결제하기/ : /pay/ }));

  /** Says where to, up to the choice of the way. */
  const sayWhere = async (page: Page, language: Language) => {
    const { fields, toHow, toPay } = words[language].checkout;
    await open(page, language);
    await page.getByLabel(fields.email).fill("seoyeon@example.com");
    await page.getByLabel(fields.name).fill("김서연");
    await page.getByLabel(fields.telephone).fill("010-2345-6789");
    await page.getByLabel(fields.postalCode).fill("03045");
    await page.getByLabel(fields.streetAddress, { exact: true }).fill("자하문로 24길 7");
    await press(page, toHow);
    await page.getByRole("button", { name: toPay }).waitFor();
  };
  /** Says who, where to and how, up to the button that pays. */
  const fillIn = async (page: Page, language: Language) => {
    await sayWhere(page, language);
    await press(page, words[language].checkout.toPay);
    await payButton(page, language).waitFor();
  };
  const isAtProvider = (page: Page) => page.waitForURL(`${providerUrl}/**`);
  const comeBack = (page: Page, language: Language) =>
    open(page, language, `checkout/${state.checkouts.at(-1)?.id}/return`);
  const thanked = (page: Page, language: Language) =>
    page.getByRole("heading", { name: words[language].orders.thanks.title }).waitFor();
  const till = {
    state,
    origin,
    providerUrl,
    reset,
    visit,
    visitSignedIn,
    open,
    press,
    payButton,
    sayWhere,
  };
  return { ...till, fillIn, isAtProvider, comeBack, thanked };
};
