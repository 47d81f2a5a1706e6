import { describe, expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { comeIn, newMember, setUpApp } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { logIn, logOut, press, titled, words } from "./shopper.ts";
import { giveRole } from "./staff.ts";

/** What a shopper holds against everybody else: the second factor, the devices, the waiting. */
export const securityJourneys = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, javaScriptEnabled: true, width: 1280 },
    { language: "en" as const, javaScriptEnabled: false, width: 390 },
  ])("in $language, with JavaScript: $javaScriptEnabled", (how) => {
    const { language, javaScriptEnabled } = how;
    const { account, forms } = words[language];
    const { secondFactor, code } = account;

    test("a second factor is set up, asked for at login, and a recovery code takes its place once", async () => {
      const person = await newMember(shop, language);
      const viewport = { width: how.width, height: 900 };
      const { page, close, troubles } = await visit({ javaScriptEnabled, viewport });
      await comeIn(shop, page, language, person);
      await page.goto(`${shop.origin}/${language}/account/security`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.locator("main a[href$='/second-factor']").click();
      await titled(page, secondFactor.title);
      const { next, codes } = await setUpApp(shop, page, language);
      await page.getByText(secondFactor.on.replace("{left}", "10")).waitFor();
      expect(new Set(codes).size).toBe(10);
      if (javaScriptEnabled) await expectAccessible(page);
      await logOut(shop, page, language);

      await comeIn(shop, page, language, person);
      await titled(page, code.title);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(code.app.label).fill("000000");
      await press(page, code.submit);
      await page.locator(".field__error").getByText(forms.rules.wrongCode).waitFor();
      await page.getByLabel(code.app.label).fill(await next());
      await press(page, code.submit);
      await titled(page, account.profile.title);
      await logOut(shop, page, language);

      await comeIn(shop, page, language, person);
      await page.getByRole("link", { name: code.app.other }).click();
      await page.getByLabel(code.recovery.label).fill(codes[0] ?? "");
      await press(page, code.submit);
      await titled(page, account.profile.title);
      await page.goto(`${shop.origin}/${language}/account/security`);
      await page.getByText(secondFactor.on.replace("{left}", "9")).waitFor();
      expect(troubles).toEqual([]);
      await close();
    }, 60_000);
  });

  test("a device is signed out alone, and all of them together", async () => {
    const { account } = words.ko;
    const person = await newMember(shop, "ko");
    const visits = await Promise.all([visit(), visit(), visit()]);
    const [here, phone, other] = visits.map(({ page }) => page);
    if (!here || !phone || !other) throw new Error("three visitors");
    for (const page of [other, phone, here]) await comeIn(shop, page, "ko", person);
    const security = `${shop.origin}/ko/account/security`;
    await here.goto(security);
    await here
      .getByRole("button", { name: /로그아웃$/ })
      .filter({ hasText: /^로그아웃$/ })
      .nth(1)
      .click();
    await here.getByText(account.security.ended, { exact: true }).waitFor();
    const out = async () => {
      const titles = [phone, other].map(async (page) => {
        await page.goto(security);
        return await page.locator("h1").innerText();
      });
      return (await Promise.all(titles)).filter((title) => title === account.login.title).length;
    };
    expect(await out()).toBe(1);
    await here.goto(security);
    await press(here, account.security.endAll);
    await here.getByText(account.login.everywhere).waitFor();
    expect(await out()).toBe(2);
    await here.goto(security);
    await titled(here, account.login.title);
    await Promise.all(visits.map(({ close }) => close()));
  }, 60_000);

  test("staff without a second factor are led to it before anything else", async () => {
    const { secondFactor } = words.ko.account;
    const person = await newMember(shop, "ko");
    giveRole(shop, person.email, "support");
    const { page, close } = await visit({ viewport: { width: 390, height: 900 } });
    await comeIn(shop, page, "ko", person);
    await titled(page, secondFactor.title);
    await page.getByText(secondFactor.staff).waitFor();
    await page.goto(`${shop.origin}/ko/account/security`);
    await page.getByText(secondFactor.staff).waitFor();
    await expectAccessible(page);
    await close();
  }, 60_000);

  test("who was wrong too often reads how long to wait, and when the wait is over", async () => {
    const { account, forms } = words.ko;
    const person = await newMember(shop, "ko");
    const { page, close } = await visit();
    await page.clock.install();
    await page.goto(`${shop.origin}/ko/login`);
    for (const _ of Array.from({ length: 5 })) {
      await logIn(page, "ko", person.email, "not the password");
      await page.getByText(forms.wrongCredentials).waitFor();
      await page.reload();
    }
    await logIn(page, "ko", person.email, person.password);
    const summary = page.locator("main [role=alert]");
    await summary.getByText("계정은 잠기지 않았습니다").waitFor();
    const minutes = Number(/(\d+)분/.exec(await summary.innerText())?.[1]);
    expect(minutes).toBeGreaterThanOrEqual(1);
    await page.clock.fastForward((minutes - 1) * 60_000 + 15_000);
    await summary.getByText(/\d+초 뒤에/).waitFor();
    await expectAccessible(page);
    await page.clock.fastForward(60_000);
    await summary.getByText(forms.waited).waitFor();
    expect(await page.getByLabel(account.fields.email).inputValue()).toBe(person.email);
    await close();
  }, 60_000);

  test("a new password is judged in words while it is typed", async () => {
    const { account, forms } = words.en;
    const { page, close } = await visit();
    await page.goto(`${shop.origin}/en/signup`);
    const field = page.getByLabel(account.fields.password);
    for (const [typed, level] of [
      ["short", "short"],
      ["12345678", "weak"],
      ["celadon-8", "fair"],
      ["moon-jar-and-rain-73", "strong"],
    ] as const) {
      await field.fill(typed);
      await page.getByText(forms.strength[level], { exact: true }).waitFor();
    }
    await expectAccessible(page);
    await close();
  }, 30_000);
};
