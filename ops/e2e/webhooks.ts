import { afterAll, expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { eventually } from "../local/testing.ts";
import { lookAfresh } from "./after-sale.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, titled } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];

/** An integrator's server, and how often it was told of which event. */
const startReceiver = () => {
  const told: string[] = [];
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: (request) => {
      told.push(request.headers.get("webhook-id") ?? "");
      return new Response("Thanks, kept.");
    },
  });
  afterAll(() => server.stop(true));
  return { url: `http://127.0.0.1:${server.port}/hooks`, told };
};

export const webhookJourneys = (shop: Shop, visit: Visit) => {
  const receiver = startReceiver();
  test.each(ways)(
    "an owner has a receiver told, reads how it went and sends again: $language, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled, width }) => {
      const how = { javaScriptEnabled, viewport: { width, height: 900 } };
      const { page, close, troubles } = await openAsOwner(shop, visit, language, how);
      const look = async () => (javaScriptEnabled ? lookAfresh(page) : undefined);
      const { webhooks: w, done, errors } = words[language];
      const url = `${receiver.url}/${crypto.randomUUID()}`;
      const alert = page.locator("main [role=alert]");
      const isDone = (what: keyof typeof done) =>
        page.getByText(done[what], { exact: true }).waitFor();

      await page.goto(`${shop.origin}/${language}/admin/webhooks`);
      await titled(page, w.title);
      await page.getByLabel(w.url).fill("http://10.0.0.8/hooks");
      await press(page, w.addNow);
      await alert.getByText(errors.events).first().waitFor();
      await page.locator("details.ticks").first().locator("summary").click();
      await page.getByLabel(w.events.order.placed).check();
      await press(page, w.addNow);
      await alert.getByText(errors.scheme).first().waitFor();
      expect(await page.getByLabel(w.events.order.placed).isChecked()).toBe(true);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(w.url).fill(url);
      await page.getByLabel(w.description).fill("Warehouse");
      await press(page, w.addNow);
      await page.getByText(w.once).waitFor();
      const secret = await page.locator("code.secret").innerText();
      expect(secret).toStartWith("whsec_");
      await page.getByRole("link", { name: w.kept }).click();
      await page.getByRole("row", { name: url }).waitFor();
      expect(await page.getByText(secret).count()).toBe(0);
      await page.getByRole("link", { name: url }).click();
      await titled(page, url);
      await look();

      await press(page, w.ping);
      await isDone("sent");
      const row = page.locator("main tbody tr").first();
      const reads = (text: string) =>
        eventually(async () => {
          await page.reload();
          return (await row.innerText()).includes(text);
        }, 30_000);
      await reads(w.view.delivered);
      await look();
      await row.getByRole("link").click();
      await page.getByText("Thanks, kept.").waitFor();
      await look();
      await press(page, w.replayNow);
      await isDone("sent");
      await eventually(async () => {
        await page.reload();
        return (await page.locator("main tbody tr").count()) === 2;
      }, 30_000);
      const ids = receiver.told.slice(-2);
      expect(new Set(ids).size).toBe(1);

      await page.getByRole("link", { name: w.part.log, exact: true }).last().click();
      await page.getByLabel(w.type).selectOption("ping");
      await press(page, w.show);
      await page.waitForURL(/type=ping/);
      await row.getByText(w.events.ping).waitFor();
      await press(page, w.replayFailedNow);
      await isDone("sent");
      await page.goto(`${page.url().split("?", 1).join("")}?view=failed`);
      await page.getByText(w.noDeliveries).waitFor();
      await look();

      await page.getByRole("link", { name: w.part.settings, exact: true }).click();
      await press(page, w.rotateNow);
      await page.getByText(w.once).waitFor();
      expect(await page.locator("code.secret").innerText()).not.toBe(secret);
      await page.getByRole("link", { name: w.kept }).click();
      await page.locator(".secret-row").nth(1).waitFor();
      await press(page, w.pause);
      await page.getByText(w.reason.staff, { exact: true }).waitFor();
      await press(page, w.resume);
      await page.getByText(w.enabled, { exact: true }).waitFor();
      await page.getByLabel(w.description).fill("Books");
      const before = page.url();
      await press(page, w.save);
      await page.waitForURL(({ href }) => href !== before);
      await isDone("saved");
      expect(await page.getByLabel(w.description).inputValue()).toBe("Books");
      await press(page, w.removeNow);
      await alert.getByText(errors.sure).first().waitFor();
      await page.getByLabel(w.sure).check();
      await press(page, w.removeNow);
      await isDone("gone");
      expect(await page.getByRole("link", { name: url }).count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    },
    180_000,
  );
};
