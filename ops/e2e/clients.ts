import { expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { lookAfresh } from "./after-sale.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, titled, words as ofShoppers } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];

/** What the shop answers a program that asks for a token with this secret. */
const askToken = async (shop: Shop, id: string, secret: string) => {
  const reply = await fetch(`http://127.0.0.1:${shop.port(8000)}/v1/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return reply.status;
};

/** From a name to a token, and to a secret after the first. */
export const clientJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "an owner registers an API client, draws it another secret, and ends it: $language, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled, width }) => {
      const how = { javaScriptEnabled, viewport: { width, height: 900 } };
      const { page, close, troubles } = await openAsOwner(shop, visit, language, how);
      const look = async () => (javaScriptEnabled ? lookAfresh(page) : undefined);
      const { clients: c, done } = words[language];
      const { forms } = ofShoppers[language];
      const id = `erp-${crypto.randomUUID().slice(0, 8)}`;
      const secretOn = async (here: Page) => {
        await here.getByText(c.once).waitFor();
        return here.locator("code.secret").innerText();
      };
      const alert = page.locator("main [role=alert]");

      await page.goto(`${shop.origin}/${language}/admin/clients`);
      await titled(page, c.title);
      await look();
      await page.getByLabel(c.id).fill("ERP!");
      await page.getByLabel(c.name, { exact: true }).fill("Warehouse");
      await press(page, c.registerNow);
      await alert.getByText(forms.errors.clientId).waitFor();
      await page.getByLabel(c.id).fill(id);
      await page.getByLabel(c.scope.catalogue).check();
      await press(page, c.registerNow);
      const first = await secretOn(page);
      expect(await askToken(shop, id, first)).toBe(200);
      expect(await askToken(shop, id, `${first}x`)).toBe(401);
      await page.getByRole("link", { name: c.kept }).click();
      await page.getByText(id, { exact: true }).waitFor();
      expect(await page.getByText(first).count()).toBe(0);
      await page.locator(`main a[href$="/admin/clients/${id}"]`).click();
      await titled(page, "Warehouse");
      await look();

      await press(page, c.rotateNow);
      const second = await secretOn(page);
      expect([await askToken(shop, id, first), await askToken(shop, id, second)]).toEqual([
        200, 200,
      ]);
      await page.getByRole("link", { name: c.kept }).click();
      const ends = page.locator(".secret-row button[type=submit]");
      await ends.nth(1).waitFor();
      await look();
      await ends.last().click();
      await page.getByText(done.saved, { exact: true }).waitFor();
      expect(await ends.count()).toBe(1);
      await page.getByLabel(c.disable).check();
      const before = page.url();
      await press(page, c.save);
      await page.waitForURL(({ href }) => href !== before);
      await page.getByText(done.saved, { exact: true }).waitFor();
      expect(await page.getByLabel(c.disable).isChecked()).toBe(true);
      await page.goto(`${shop.origin}/${language}/admin/clients`);
      const row = page.getByRole("row", { name: id });
      await row.getByText(c.disabled, { exact: true }).waitFor();
      expect(troubles).toEqual([]);
      await close();
    },
    120_000,
  );
};
