import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import accountEn from "../../storefront/messages/en/account.json";
import formsEn from "../../storefront/messages/en/forms.json";
import shopEn from "../../storefront/messages/en/shop.json";
import accountKo from "../../storefront/messages/ko/account.json";
import formsKo from "../../storefront/messages/ko/forms.json";
import shopKo from "../../storefront/messages/ko/shop.json";
import { startBrowser } from "../../storefront/testing/browser.ts";
import { expectAccessible, watchForTokens } from "./browser.ts";
import { openShop } from "./shop.ts";

const words = {
  ko: { account: accountKo, forms: formsKo, shop: shopKo },
  en: { account: accountEn, forms: formsEn, shop: shopEn },
};
type Language = keyof typeof words;

const shop = await openShop();
const browser = await startBrowser();
const visit = (options = {}) => browser.visit(shop.origin, options);

const newPerson = () => ({
  name: "한소연",
  email: `soyeon-${crypto.randomUUID().slice(0, 8)}@example.com`,
  password: "moon-jar-and-rain-73",
});
type Person = ReturnType<typeof newPerson>;

const titled = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
const at = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

const browse = async (page: Page, language: Language) => {
  await page.goto(`${shop.origin}/${language}/products`);
  await page.locator("main .piece a").first().click();
  await page.waitForURL(/\/products\/[\w-]+$/);
  await page.locator("footer").getByRole("link", { name: words[language].shop.signup }).click();
};

const signUp = async (page: Page, language: Language, { name, email, password }: Person) => {
  const { account } = words[language];
  await titled(page, account.signup.title);
  await page.getByLabel(account.fields.name).fill(name);
  await page.getByLabel(account.fields.email).fill(email);
  await page.getByLabel(account.fields.password).fill(password);
  await press(page, account.signup.submit);
  await titled(page, account.signup.sentTitle);
};

const verify = async (page: Page, language: Language, { email }: Person) => {
  const { account } = words[language];
  await page.goto(await shop.linkTo(email, "verify"));
  await titled(page, account.verify.title);
  expect(at(page)).toBe(`/${language}/verify/confirm`);
  await press(page, account.verify.submit);
  await page.getByText(account.login.verified).waitFor();
};

const logIn = async (page: Page, language: Language, email: string, password: string) => {
  const { account } = words[language];
  await page.getByLabel(account.fields.email).fill(email);
  await page.getByLabel(account.fields.password).fill(password);
  await press(page, account.login.submit);
};

const logOut = async (page: Page, language: Language) => {
  await press(page, words[language].account.nav.logout);
  await page.waitForURL(`${shop.origin}/${language}`);
  await page.goto(`${shop.origin}/${language}/account`);
  await titled(page, words[language].account.login.title);
};

const changeProfile = async (page: Page, language: Language) => {
  const { account } = words[language];
  await titled(page, account.profile.title);
  await page.getByLabel(account.fields.name).fill("소연");
  await page.getByLabel(account.fields.telephone).fill("010-2345-6789");
  await press(page, account.profile.submit);
  await page.getByText(account.profile.saved, { exact: true }).waitFor();
  expect(await page.getByLabel(account.fields.name).inputValue()).toBe("소연");
};

const keepAddresses = async (page: Page, language: Language) => {
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

describe.each([["ko" as const], ["en" as const]])("in %s", (language) => {
  const { account, forms } = words[language];

  test("a shopper signs up, comes in, keeps an account and goes, and no token reaches the browser", async () => {
    const person = newPerson();
    const { page, close, troubles } = await visit();
    const tokens = watchForTokens(page);
    await browse(page, language);
    await titled(page, account.signup.title);
    await expectAccessible(page);
    await signUp(page, language, person);
    await verify(page, language, person);
    await expectAccessible(page);

    await logIn(page, language, person.email, "not the password");
    await page.getByText(forms.wrongCredentials).waitFor();
    await logIn(page, language, person.email, person.password);
    await changeProfile(page, language);
    await expectAccessible(page);
    await keepAddresses(page, language);

    await page.getByRole("link", { name: account.nav.security, exact: true }).click();
    await titled(page, account.security.title);
    await page.getByText(account.security.thisDevice, { exact: true }).waitFor();
    await expectAccessible(page);
    const cookies = await page.context().cookies();
    const handles = cookies.filter(({ name }) => name === "sid" || name === "gid");
    expect(handles).toHaveLength(2);
    for (const handle of handles) expect(handle).toMatchObject({ httpOnly: true, sameSite: "Lax" });

    await logOut(page, language);
    expect(await tokens()).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  }, 90_000);

  test("a form says what to do where, before and after it was sent", async () => {
    const { page, close } = await visit({ viewport: { width: 390, height: 800 } });
    await page.goto(`${shop.origin}/${language}/signup`);
    await page.getByLabel(account.fields.email).fill("soyeon.example.com");
    await page.getByLabel(account.fields.password).focus();
    await page.locator(".field__error").getByText(forms.errors.email).waitFor();
    expect(await page.locator("main [role=alert]").count()).toBe(0);
    await press(page, account.signup.submit);
    const summary = page.locator("main [role=alert]");
    await summary.getByText(forms.errors.newPassword).waitFor();
    await page.locator("main [role=alert]:focus").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator(":focus").getAttribute("id")).toBe("signUp-name");
    await page.keyboard.type("한소연");
    await page.getByLabel(account.fields.email).fill("soyeon@example.com");
    expect(await page.locator(".field__error").count()).toBe(1);
    await close();
  }, 60_000);

  test("a shopper who changes the password stays, and every other device is out", async () => {
    const person = newPerson();
    const { page, close } = await visit();
    await page.goto(`${shop.origin}/${language}/signup`);
    await signUp(page, language, person);
    await verify(page, language, person);
    await logIn(page, language, person.email, person.password);
    await titled(page, account.profile.title);
    const other = await visit();
    await other.page.goto(`${shop.origin}/${language}/login`);
    await logIn(other.page, language, person.email, person.password);
    await titled(other.page, account.profile.title);

    await page.goto(`${shop.origin}/${language}/account/security`);
    const { currentPassword, newPassword } = account.fields;
    await page.getByLabel(currentPassword, { exact: true }).fill("not the password");
    await page.getByLabel(newPassword, { exact: true }).fill("celadon-after-rain-8");
    await press(page, account.security.passwordSubmit);
    await page.locator(".field__error").getByText(forms.rules.wrong).waitFor();
    await page.getByLabel(currentPassword, { exact: true }).fill(person.password);
    await page.getByLabel(newPassword, { exact: true }).fill("celadon-after-rain-8");
    await press(page, account.security.passwordSubmit);
    await page.getByText(account.security.passwordChanged).waitFor();
    await page.reload();
    await titled(page, account.security.title);

    await other.page.goto(`${shop.origin}/${language}/account/security`);
    await titled(other.page, account.login.title);
    await Promise.all([close(), other.close()]);
  }, 90_000);

  test("everything works without JavaScript", async () => {
    const person = newPerson();
    const { page, close } = await visit({ javaScriptEnabled: false });
    await browse(page, language);
    await signUp(page, language, person);
    await verify(page, language, person);
    await logIn(page, language, person.email, "not the password");
    await page.getByText(forms.wrongCredentials).waitFor();
    expect(await page.getByLabel(account.fields.email).inputValue()).toBe(person.email);
    await logIn(page, language, person.email, person.password);
    await changeProfile(page, language);
    await logOut(page, language);

    await page.getByRole("link", { name: account.login.forgot }).click();
    await titled(page, account.forgot.title);
    await page.getByLabel(account.fields.email).fill(person.email);
    await press(page, account.forgot.submit);
    await titled(page, account.forgot.sentTitle);
    await page.goto(await shop.linkTo(person.email, "reset"));
    await page.getByLabel(account.fields.newPassword).fill("celadon-after-rain-8");
    await press(page, account.reset.submit);
    await page.getByText(account.login.reset).waitFor();
    await logIn(page, language, person.email, "celadon-after-rain-8");
    await titled(page, account.profile.title);
    await close();
  }, 90_000);
});
