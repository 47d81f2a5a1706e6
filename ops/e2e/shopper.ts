import { expect } from "bun:test";

import type { Page } from "playwright-core";

import accountEn from "../../storefront/messages/en/account.json";
import cartEn from "../../storefront/messages/en/cart.json";
import formsEn from "../../storefront/messages/en/forms.json";
import shopEn from "../../storefront/messages/en/shop.json";
import wishlistEn from "../../storefront/messages/en/wishlist.json";
import accountKo from "../../storefront/messages/ko/account.json";
import cartKo from "../../storefront/messages/ko/cart.json";
import formsKo from "../../storefront/messages/ko/forms.json";
import shopKo from "../../storefront/messages/ko/shop.json";
import wishlistKo from "../../storefront/messages/ko/wishlist.json";
import { expectAccessible } from "../../storefront/testing/browser.ts";
import type { Shop } from "./shop.ts";

export const words = {
  ko: { account: accountKo, cart: cartKo, forms: formsKo, shop: shopKo, wishlist: wishlistKo },
  en: { account: accountEn, cart: cartEn, forms: formsEn, shop: shopEn, wishlist: wishlistEn },
};
export type Language = keyof typeof words;

export const newPerson = () => ({
  name: "한소연",
  email: `soyeon-${crypto.randomUUID().slice(0, 8)}@example.com`,
  password: "moon-jar-and-rain-73",
});
type Person = ReturnType<typeof newPerson>;

export const titled = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
export const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
const at = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

export const browse = async ({ origin }: Shop, page: Page, language: Language) => {
  await page.goto(`${origin}/${language}/products`);
  await page.locator("main .piece a").first().click();
  await page.waitForURL(/\/products\/[\w-]+$/);
  await page.locator("footer").getByRole("link", { name: words[language].shop.signup }).click();
};

export const signUp = async (page: Page, language: Language, { name, email, password }: Person) => {
  const { account } = words[language];
  await titled(page, account.signup.title);
  await page.getByLabel(account.fields.name).fill(name);
  await page.getByLabel(account.fields.email).fill(email);
  await page.getByLabel(account.fields.password).fill(password);
  await press(page, account.signup.submit);
  await titled(page, account.signup.sentTitle);
};

export const verify = async (shop: Shop, page: Page, language: Language, { email }: Person) => {
  const { account } = words[language];
  await page.goto(await shop.linkTo(email, "verify"));
  await titled(page, account.verify.title);
  expect(at(page)).toBe(`/${language}/verify/confirm`);
  await press(page, account.verify.submit);
  await page.getByText(account.login.verified).waitFor();
};

export const logIn = async (page: Page, language: Language, email: string, password: string) => {
  const { account } = words[language];
  await page.getByLabel(account.fields.email).fill(email);
  await page.getByLabel(account.fields.password).fill(password);
  await press(page, account.login.submit);
};

export const logOut = async ({ origin }: Shop, page: Page, language: Language) => {
  await press(page, words[language].account.nav.logout);
  await page.waitForURL(`${origin}/${language}`);
  await page.goto(`${origin}/${language}/account`);
  await titled(page, words[language].account.login.title);
};

export const changeProfile = async (page: Page, language: Language) => {
  const { account } = words[language];
  await titled(page, account.profile.title);
  await page.getByLabel(account.fields.name).fill("소연");
  await page.getByLabel(account.fields.telephone).fill("010-2345-6789");
  await press(page, account.profile.submit);
  await page.getByText(account.profile.saved, { exact: true }).waitFor();
  expect(await page.getByLabel(account.fields.name).inputValue()).toBe("소연");
};

export const keepAddresses = async (page: Page, language: Language) => {
  const { addresses, nav } = words[language].account;
  await page.getByRole("link", { name: nav.addresses, exact: true }).click();
  await titled(page, addresses.title);
  await page.getByText(addresses.none, { exact: true }).waitFor();
  await page.getByRole("link", { name: addresses.add }).click();
  await titled(page, addresses.newTitle);
  await expectAccessible(page);
  await page.getByLabel(addresses.fields.postalCode).fill("04524");
  await page.getByLabel(addresses.fields.streetAddress).fill("세종대로 110");
  await press(page, addresses.submit);
  await page.getByText(addresses.added).waitFor();
  await page.getByText(addresses.default, { exact: true }).waitFor();
  await expectAccessible(page);
  await page.locator("main").getByRole("link", { name: addresses.edit }).click();
  await page.getByLabel(addresses.fields.extendedAddress).fill("3층");
  await press(page, addresses.submit);
  await page.getByText(/세종대로 110 3층/).waitFor();
  await page.locator("main").getByRole("button", { name: addresses.remove }).click();
  await page.getByText(addresses.removed).waitFor();
};
