import { expect, test } from "bun:test";
import { readFile } from "node:fs/promises";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { buy, lookAfresh } from "./after-sale.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, titled } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];

/** What staff do with an order, from the list to the refund. */
export const salesJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "staff find an order, pack, send and refund some of it: $language, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled, width }) => {
      const how = { javaScriptEnabled, viewport: { width, height: 900 } };
      const shopper = await visit(how);
      const id = await buy(shop, shopper.page, language);
      const { page, close, troubles } = await openAsOwner(shop, visit, language, how);
      const look = async () => (javaScriptEnabled ? expectAccessible(page) : undefined);
      const afresh = async () =>
        javaScriptEnabled ? lookAfresh(page) : void (await page.reload());
      const { sales: s, done, errors } = words[language];
      const home = `${shop.origin}/${language}/admin/orders`;
      const acted = () => page.getByText(done.acted, { exact: true }).waitFor();
      const panel = (name: string) =>
        page.getByRole("region", { name: name.replace("{place}", "1"), exact: true });

      await page.goto(`${home}?view=paid`);
      await titled(page, s.title);
      await look();
      await page.locator(`main a[href$="/admin/orders/${id}"]`).click();
      await page.getByRole("heading", { name: s.plan }).waitFor();
      await afresh();
      await press(page, s.planNow);
      await acted();
      await press(page, s.ship);
      await page.locator("main [role=alert]").getByText(errors.carried).first().waitFor();
      await look();
      await page.getByLabel(s.carrier).fill("CJ");
      await page.getByLabel(s.trackingNumber).fill("1234-5678");
      await press(page, s.ship);
      await acted();
      await panel(s.parcel).getByText("CJ · 1234-5678").waitFor();
      await press(page, s.deliver);
      await acted();

      const refund = panel(s.refund);
      const amount = refund.getByLabel(s.amount.replace("{currency}", "KRW"));
      await amount.fill("1,000");
      await refund.getByLabel(s.why).fill("유약이 고르지 않음");
      await refund.getByRole("button", { name: s.refundNow }).click();
      await page.locator("main [role=alert]").getByText(errors.sure).first().waitFor();
      expect(await amount.inputValue()).toBe("1,000");
      await refund.getByLabel(s.sureRefund).check();
      await refund.getByRole("button", { name: s.refundNow }).click();
      await acted();
      await panel(s.refund).getByText(/1,000/).first().waitFor();
      await panel(s.notes).getByLabel(s.note).fill("다음에는 두 번 쌀 것");
      await press(page, s.noteNow);
      await acted();
      await panel(s.notes).getByText("다음에는 두 번 쌀 것").waitFor();
      const told = panel(s.timeline).getByRole("listitem");
      const refunded = told.filter({ hasText: s.happened.refunded });
      await refunded.getByText(/1,000/).waitFor();
      await refunded.getByText("유약이 고르지 않음").waitFor();
      await refunded.getByRole("link", { name: s.by.staff.split("…", 1).join("") }).waitFor();
      await told.filter({ hasText: s.happened.placed }).getByText(s.by.shopper).waitFor();
      await afresh();

      const number = await page.getByRole("heading", { level: 1 }).innerText();
      await page.goto(`${home}?view=done`);
      const begun = page.waitForEvent("download");
      await page.getByRole("link", { name: s.export }).click();
      const file = await begun;
      expect(file.suggestedFilename()).toMatch(/^jangteo-orders-[\d-]+\.csv$/);
      const csv = await readFile(await file.path(), "utf8");
      expect(csv.split("\r\n").find((line) => line.startsWith(number))).toContain("completed");

      await shopper.page.reload();
      await shopper.page.getByText(/1,000/).first().waitFor();
      expect(await shopper.page.getByText("다음에는 두 번 쌀 것").count()).toBe(0);
      expect(troubles).toEqual([]);
      await Promise.all([close(), shopper.close()]);
    },
    180_000,
  );
};
