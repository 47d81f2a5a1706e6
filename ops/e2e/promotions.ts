import { expect, test } from "bun:test";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import type { Shop, Visit } from "./shop.ts";
import { press } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const ways = [
  { language: "ko" as const, javaScriptEnabled: true },
  { language: "en" as const, javaScriptEnabled: false },
];

export const promotionJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "the owner offers a promotion, corrects it and ends it: $language, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled }) => {
      const { page, close, troubles } = await openAsOwner(shop, visit, language, {
        javaScriptEnabled,
      });
      const look = async () => (javaScriptEnabled ? expectAccessible(page) : undefined);
      const w = words[language];
      const { promotions: p, fields } = w;
      const code = `E2E-${crypto.randomUUID().slice(0, 8)}`;
      const home = `${shop.origin}/${language}/admin/promotions`;
      const name = (spoken: "ko" | "en") =>
        page.getByLabel(
          fields.inLanguage.replace("{field}", p.ofName).replace("{language}", fields[spoken]),
        );
      const box = (label: string) => page.getByLabel(label, { exact: true });

      const offer = async () => {
        await page.goto(`${home}/new`);
        await name("ko").fill(`봄맞이 ${code}`);
        await name("en").fill(`Spring ${code}`);
        await box(p.coupon).fill(code.toLowerCase());
        await box(p.percent).fill("12.5");
        await look();
        await press(page, p.submit);
      };

      await offer();
      await page.getByText(w.done.offered, { exact: true }).waitFor();
      const offered = page.url();
      await offer();
      await page.locator("main [role=alert]").getByText(w.errors.couponTaken).first().waitFor();
      await look();
      await page.goto(offered);
      expect(await box(p.coupon).inputValue()).toBe(code.toUpperCase());
      expect(await box(p.percent).inputValue()).toBe("12.5");
      await look();

      await box(p.kind).selectOption("amount");
      await box(p.off.replace("{currency}", p.won)).fill("3,000");
      await box(p.off.replace("{currency}", p.dollars)).fill("2.50");
      await box(p.cap).fill("20");
      await press(page, p.save);
      await page.getByText(w.done.saved, { exact: true }).waitFor();
      await page.goto(`${home}?view=running&q=${code}`);
      const row = page.getByRole("row", { name: new RegExp(code, "i") });
      await row.getByText("$2.50").waitFor();
      await look();

      await row.getByRole("link").click();
      await press(page, p.end);
      await page.getByText(w.done.stopped, { exact: true }).waitFor();
      await page.goto(`${home}?view=ended&q=${code}`);
      await row.waitFor();
      expect(troubles).toEqual([]);
      await close();
    },
    120_000,
  );
};
