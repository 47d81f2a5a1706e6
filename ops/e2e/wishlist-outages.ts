import { describe, expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { whileKilled } from "../degraded/processes.ts";
import { withAuthenticator } from "./passkeys.ts";
import { comeIn, newMember, setUpApp } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { logOut, press, titled, words } from "./shopper.ts";
import { hearts, openList, save } from "./wishlist.ts";

/** The wishlist while something is down, and by the other ways of coming in. */
export const wishlistOutages = (shop: Shop, visit: Visit) => {
  describe.each([
    { language: "ko" as const, width: 390 },
    { language: "en" as const, width: 1280 },
  ])("in $language", ({ language, width }) => {
    const { account, wishlist } = words[language];
    const how = { viewport: { width, height: 900 } };

    test("with the account service down nothing is lost: pages stand, hearts say why, and the login after it takes all along", async () => {
      const person = await newMember(shop, language);
      const { page, close } = await visit(how);
      const saved = await save(shop, page, language, [0, 5]);
      await whileKilled(shop.dir, "member", async () => {
        await openList(shop, page, language);
        await page.getByText(wishlist.away).waitFor();
        await expectAccessible(page);
        await page.goto(`${shop.origin}/${language}/products`);
        const heart = hearts(page).nth(2);
        await heart.click();
        await page.getByRole("status").getByText(wishlist.failed.save).waitFor();
        expect(await heart.getAttribute("aria-pressed")).toBe("false");
        await expectAccessible(page);
        const plain = await visit({ ...how, javaScriptEnabled: false });
        await plain.page.goto(`${shop.origin}/${language}/products`);
        await hearts(plain.page).first().click();
        await plain.page.locator("main [role=alert]").getByText(wishlist.failed.save).waitFor();
        await plain.close();
      });
      await shop.isBack(5000);
      await comeIn(shop, page, language, person);
      expect(await openList(shop, page, language)).toEqual(saved);
      await close();
    }, 60_000);

    test("with the catalogue down the list shows what was read last, and says so", async () => {
      const { page, close } = await visit(how);
      const saved = await save(shop, page, language, [1, 2]);
      await openList(shop, page, language);
      await whileKilled(shop.dir, "product", async () => {
        expect(await openList(shop, page, language)).toEqual(saved);
        await page.locator("main .notice--warn").waitFor();
        await expectAccessible(page);
      });
      await shop.isBack(5100);
      await close();
    }, 60_000);

    test("a login by a passkey, or with a code, takes the list along as well", async () => {
      const person = await newMember(shop, language);
      const { page, close } = await visit(how);
      const device = await withAuthenticator(page);
      await comeIn(shop, page, language, person);
      await page.goto(`${shop.origin}/${language}/account/security/passkeys`);
      await page.getByLabel(account.passkeys.name, { exact: true }).fill("마루");
      await press(page, account.passkeys.add);
      await page.getByText(account.passkeys.added, { exact: true }).waitFor();
      expect(await device.held()).toBe(1);
      await logOut(shop, page, language);
      const saved = await save(shop, page, language, [3]);
      await page.goto(`${shop.origin}/${language}/login`);
      await press(page, account.login.passkey.enter);
      await page.waitForURL((url) => !url.pathname.endsWith("/login"));
      expect(await openList(shop, page, language)).toEqual(saved);

      const { codes } = await setUpApp(shop, page, language);
      await page.goto(`${shop.origin}/${language}/account`);
      await logOut(shop, page, language);
      const more = await save(shop, page, language, [4]);
      await comeIn(shop, page, language, person);
      await page.goto(`${shop.origin}/${language}/login/code?with=recovery`);
      await page.getByLabel(account.code.recovery.label).fill(codes[0] ?? "");
      await press(page, account.code.submit);
      await titled(page, account.profile.title);
      expect(await openList(shop, page, language)).toEqual([...more, ...saved]);
      await close();
    }, 90_000);
  });
};
