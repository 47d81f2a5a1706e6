import { describe, expect, test } from "bun:test";

import { expectAccessible, watchForTokens } from "../../storefront/testing/browser.ts";
import { hiddenFields } from "../../storefront/testing/form.ts";
import type { Shop, Visit } from "./shop.ts";
import {
  browse,
  changeProfile,
  keepAddresses,
  logIn,
  logOut,
  newPerson,
  press,
  signUp,
  titled,
  verify,
  words,
} from "./shopper.ts";

export const accountJourneys = (shop: Shop, visit: Visit) => {
  describe.each([["ko" as const], ["en" as const]])("in %s", (language) => {
    const { account, forms } = words[language];

    test("a shopper signs up, comes in, keeps an account and goes, and no token reaches the browser", async () => {
      const person = newPerson();
      const { page, close, troubles } = await visit();
      const tokens = watchForTokens(page);
      await browse(shop, page, language);
      await titled(page, account.signup.title);
      await expectAccessible(page);
      await signUp(page, language, person);
      await verify(shop, page, language, person);
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
      expect(handles.map(({ name }) => name)).toEqual(["sid"]);
      for (const handle of handles)
        expect(handle).toMatchObject({ httpOnly: true, sameSite: "Lax" });

      await logOut(shop, page, language);
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
  });

  test("a shopper who changes the password stays, and every other device is out", async () => {
    const language = "ko";
    const { account, forms } = words[language];
    const person = newPerson();
    const { page, close } = await visit();
    await page.goto(`${shop.origin}/${language}/signup`);
    await signUp(page, language, person);
    await verify(shop, page, language, person);
    await logIn(page, language, person.email, person.password);
    await titled(page, account.profile.title);
    const other = await visit();
    await other.page.goto(`${shop.origin}/${language}/login`);
    await logIn(other.page, language, person.email, person.password);
    await titled(other.page, account.profile.title);

    await page.goto(`${shop.origin}/${language}/account/security/password`);
    const { currentPassword, newPassword } = account.fields;
    await page.getByLabel(currentPassword, { exact: true }).fill("not the password");
    await page.getByLabel(newPassword, { exact: true }).fill("celadon-after-rain-8");
    await press(page, account.security.passwordSubmit);
    await page.locator(".field__error").getByText(forms.rules.wrong).waitFor();
    await page.getByLabel(currentPassword, { exact: true }).fill(person.password);
    await page.getByLabel(newPassword, { exact: true }).fill("celadon-after-rain-8");
    await press(page, account.security.passwordSubmit);
    await page.getByText(account.security.changed).waitFor();
    await page.reload();
    await titled(page, account.security.title);

    await other.page.goto(`${shop.origin}/${language}/account/security`);
    await titled(other.page, account.login.title);
    await Promise.all([close(), other.close()]);
  }, 90_000);

  test("everything works without JavaScript", async () => {
    const language = "en";
    const { account, forms } = words[language];
    const person = newPerson();
    const { page, close } = await visit({ javaScriptEnabled: false });
    await browse(shop, page, language);
    await signUp(page, language, person);
    await verify(shop, page, language, person);
    await logIn(page, language, person.email, "not the password");
    await page.getByText(forms.wrongCredentials).waitFor();
    expect(await page.getByLabel(account.fields.email).inputValue()).toBe(person.email);
    await logIn(page, language, person.email, person.password);
    await changeProfile(page, language);
    await logOut(shop, page, language);

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

  test("a sign-up sent three times at once is one mail to one guest", async () => {
    const { email, name, password } = newPerson();
    const path = `${shop.origin}/ko/signup`;
    const form = hiddenFields(await (await fetch(path)).text());
    for (const [field, value] of Object.entries({ email, name, password })) form.set(field, value);
    const send = () =>
      fetch(path, {
        method: "POST",
        body: form,
        headers: { origin: shop.origin },
        redirect: "manual",
      });
    const replies = await Promise.all([send(), send(), send()]);
    const guests = replies.flatMap(({ headers }) =>
      headers.getSetCookie().filter((cookie) => cookie.startsWith("gid=")),
    );
    expect(new Set(guests).size).toBe(1);
    expect(replies.some(({ status }) => status === 303)).toBe(true);
    await shop.linkTo(email, "verify");
    expect((await send()).status).toBe(303);
    expect(await shop.mailsTo(email)).toHaveLength(1);
  });
};
