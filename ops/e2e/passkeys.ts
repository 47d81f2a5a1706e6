import { describe, expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { expectAccessible, watchForTokens } from "../../storefront/testing/browser.ts";
import { comeIn, letProofAge, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { logIn, logOut, press, titled, words } from "./shopper.ts";

/** A device with a fingerprint reader, on which every finger is right until `touch` says otherwise. */
export const withAuthenticator = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return {
    touch: (isUserVerified: boolean) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    forget: () => devtools.send("WebAuthn.clearCredentials", { authenticatorId }),
    held: async () =>
      (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
};

export const passkeyJourneys = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, width: 390 },
    { language: "en" as const, width: 1280 },
  ])("in $language", ({ language, width }) => {
    const { account, forms } = words[language];
    const { passkeys, login } = account;
    const security = `${shop.origin}/${language}/account/security`;

    test("a passkey is made, signs in, shows who is there, and is removed", async () => {
      const person = await newMember(shop, language);
      const { page, close, troubles } = await visit({ viewport: { width, height: 900 } });
      const tokensSeen = watchForTokens(page);
      const device = await withAuthenticator(page);
      await comeIn(shop, page, language, person);
      await letProofAge(shop, page);
      await page.goto(security);
      await expectAccessible(page);
      await page.locator("main a[href$='/passkeys']").click();
      await titled(page, passkeys.title);
      await expectAccessible(page);
      await page.getByLabel(passkeys.name, { exact: true }).fill("소연의 노트북");
      await press(page, passkeys.add);
      const dialog = page.getByRole("dialog", { name: forms.proof.title });
      await dialog.getByLabel(forms.proof.password).fill(person.password);
      await dialog.getByRole("button", { name: forms.proof.submit, exact: true }).click();
      await page.getByText(passkeys.added, { exact: true }).waitFor();
      await page.getByText("소연의 노트북", { exact: true }).waitFor();
      expect(await device.held()).toBe(1);
      await expectAccessible(page);

      await logOut(shop, page, language);
      await page.getByRole("button", { name: login.passkey.enter }).waitFor();
      await expectAccessible(page);
      await device.touch(false);
      await press(page, login.passkey.enter);
      await page.getByText(login.passkey.stopped).waitFor();
      await device.touch(true);
      await press(page, login.passkey.enter);
      await titled(page, account.profile.title);

      await letProofAge(shop, page);
      await page.goto(`${security}/passkeys`);
      const remove = passkeys.removeNamed.replace("{name}", "소연의 노트북");
      await press(page, remove);
      const byPasskey = dialog.getByRole("button", { name: forms.proof.passkey, exact: true });
      await byPasskey.waitFor();
      await expectAccessible(page);
      await device.touch(false);
      await byPasskey.click();
      await dialog.getByText(forms.proof.stopped).waitFor();
      await device.touch(true);
      await byPasskey.click();
      await page.getByText(passkeys.removed, { exact: true }).waitFor();
      expect(await page.getByText("소연의 노트북", { exact: true }).count()).toBe(0);

      await logOut(shop, page, language);
      expect(troubles).toEqual([]);
      await press(page, login.passkey.enter);
      await page.getByText(login.passkey.unknown).waitFor();
      await logIn(page, language, person.email, person.password);
      await titled(page, account.profile.title);
      await close();
      expect(await tokensSeen()).toEqual([]);
    }, 90_000);
  });

  test("who makes no passkey after all is told so, and may try again", async () => {
    const { passkeys } = words.ko.account;
    const person = await newMember(shop, "ko");
    const { page, close } = await visit();
    const device = await withAuthenticator(page);
    await device.touch(false);
    await comeIn(shop, page, "ko", person);
    await page.goto(`${shop.origin}/ko/account/security/passkeys`);
    await press(page, passkeys.add);
    await page.getByText(passkeys.stopped, { exact: true }).waitFor();
    await expectAccessible(page);
    await device.touch(true);
    await press(page, passkeys.add);
    await page.getByText(passkeys.added, { exact: true }).waitFor();
    await close();
  }, 60_000);

  test("without JavaScript no passkey is offered", async () => {
    const { account } = words.en;
    const person = await newMember(shop, "en");
    const { page, close } = await visit({ javaScriptEnabled: false });
    await page.goto(`${shop.origin}/en/login`);
    expect(await page.getByRole("button", { name: account.login.passkey.enter }).count()).toBe(0);
    await comeIn(shop, page, "en", person);
    await page.goto(`${shop.origin}/en/account/security/passkeys`);
    const told = page.locator("noscript p");
    await told.waitFor();
    expect(await told.textContent()).toBe(account.passkeys.unable);
    await close();
  }, 60_000);
};
