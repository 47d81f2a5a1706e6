import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { eventually } from "../local/testing.ts";
import { comeIn, letProofAge, newMember, setUpApp } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { logIn, newPerson, press, titled, words, type Language } from "./shopper.ts";

const handleOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "sid")?.value ?? "";

const prove = async (page: Page, language: Language, password: string) => {
  const { proof } = words[language].forms;
  const dialog = page.getByRole("dialog", { name: proof.title });
  await dialog.getByLabel(proof.password).fill(password);
  await dialog.getByRole("button", { name: proof.submit }).click();
};

/** What takes a fresh proof of who is there: another e-mail address, the data, the end. */
export const proofJourneys = (shop: Shop, visit: Visit) => {
  const aged = async (language: Language, options = {}) => {
    const person = await newMember(shop, language);
    const visitor = await visit(options);
    await comeIn(shop, visitor.page, language, person);
    await letProofAge(shop, visitor.page);
    return { person, ...visitor };
  };
  describe.each([
    { language: "ko" as const, javaScriptEnabled: true, width: 390 },
    { language: "en" as const, javaScriptEnabled: false, width: 1280 },
  ])("in $language, with JavaScript: $javaScriptEnabled", (how) => {
    const { language, javaScriptEnabled } = how;
    const { account, forms } = words[language];

    test("another e-mail address takes a proof, keeps what was typed, and both addresses hear of it", async () => {
      const viewport = { width: how.width, height: 900 };
      const { person, page, troubles, close } = await aged(language, {
        javaScriptEnabled,
        viewport,
      });
      const { email } = newPerson();
      await page.goto(`${shop.origin}/${language}/account/email`);
      await page.getByLabel(account.email.field).fill(email);
      await press(page, account.email.submit);
      const dialog = page.getByRole("dialog", { name: forms.proof.title });
      await dialog.getByText(forms.proof.acts.email).waitFor();
      expect(new URL(page.url()).search).toBe("");
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        expect(await page.getByLabel(account.email.field).inputValue()).toBe(email);
        await press(page, account.email.submit);
        await dialog.waitFor();
      }
      await prove(page, language, "not the password");
      await dialog.locator(".field__error").getByText(forms.proof.wrong.password).waitFor();
      const before = await handleOf(page);
      await prove(page, language, person.password);
      await page.getByText(account.email.sent).waitFor();
      expect(await handleOf(page)).not.toBe(before);

      await eventually(async () => (await shop.mailsTo(person.email)).length > 1);
      await page.goto(await shop.linkTo(email, "email"));
      await titled(page, account.confirmEmail.title);
      expect(new URL(page.url()).search).toBe("");
      await press(page, account.confirmEmail.submit);
      await page.getByText(account.profile.email, { exact: true }).waitFor();
      await page.getByRole("heading", { name: email }).waitFor();
      const fresh = await visit({ javaScriptEnabled });
      await fresh.page.goto(`${shop.origin}/${language}/login`);
      await logIn(fresh.page, language, person.email, person.password);
      await fresh.page.getByText(forms.wrongCredentials).waitFor();
      await logIn(fresh.page, language, email, person.password);
      await titled(fresh.page, account.profile.title);
      expect(troubles).toEqual([]);
      await Promise.all([close(), fresh.close()]);
    }, 60_000);

    test("a shopper takes everything along in a file, and leaves with a receipt", async () => {
      const { person, page, close } = await aged(language, { javaScriptEnabled });
      await page.goto(`${shop.origin}/${language}/account/security/data`);
      await page.getByRole("link", { name: account.data.download, exact: true }).click();
      await page.getByRole("dialog", { name: forms.proof.title }).waitFor();
      const coming = page.waitForEvent("download");
      await prove(page, language, person.password);
      const file = await (await coming).path();
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
        member: { email: person.email },
        purchases: { orders: [], reviews: [] },
      });

      await letProofAge(shop, page);
      await page.goto(`${shop.origin}/${language}/account/security/erase`);
      if (javaScriptEnabled) await expectAccessible(page);
      await press(page, account.erase.submit);
      await page.locator("main [role=alert]").getByText(forms.errors.consent).waitFor();
      await page.getByLabel(account.erase.consent).check();
      await press(page, account.erase.submit);
      await prove(page, language, person.password);
      await titled(page, account.farewell.title);
      await page.getByText(account.farewell.parts.addresses, { exact: true }).waitFor();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`${shop.origin}/${language}/account`);
      await titled(page, account.login.title);
      await logIn(page, language, person.email, person.password);
      await page.getByText(forms.wrongCredentials).waitFor();
      await close();
    }, 60_000);
  });

  test("with a second factor a code is the proof, and passwords are not typed again for it", async () => {
    const { account, forms } = words.en;
    const person = await newMember(shop, "en");
    const { page, close } = await visit({ javaScriptEnabled: false });
    await comeIn(shop, page, "en", person);
    const { next, codes } = await setUpApp(shop, page, "en");
    await letProofAge(shop, page);
    await page.goto(`${shop.origin}/en/account/security/password`);
    await page.getByLabel(account.fields.currentPassword, { exact: true }).fill(person.password);
    await page.getByLabel(account.fields.newPassword, { exact: true }).fill("celadon-after-rain-8");
    await press(page, account.security.passwordSubmit);
    const dialog = page.getByRole("dialog", { name: forms.proof.title });
    await dialog.getByLabel(forms.proof.code).fill(codes[0] ?? "");
    expect(await page.content()).not.toContain("celadon-after-rain-8");
    await dialog.getByRole("button", { name: forms.proof.submit }).click();
    await titled(page, account.code.title);
    await page.getByLabel(account.code.app.label).fill(await next());
    await press(page, account.code.submit);
    await page.getByText(account.security.changed).waitFor();
    await close();
  }, 60_000);

  test("a password that is changed late is typed once: it is the proof", async () => {
    const { account } = words.ko;
    const { person, page, close } = await aged("ko");
    await page.goto(`${shop.origin}/ko/account/security/password`);
    await page.getByLabel(account.fields.currentPassword, { exact: true }).fill(person.password);
    await page.getByLabel(account.fields.newPassword, { exact: true }).fill("celadon-after-rain-8");
    await press(page, account.security.passwordSubmit);
    await page.getByText(account.security.changed).waitFor();
    await close();
  }, 60_000);
};
