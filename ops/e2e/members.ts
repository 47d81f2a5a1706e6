import { expect, test } from "bun:test";

import { lookAfresh } from "./after-sale.ts";
import { comeIn, newMember } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { press, titled } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];

/** Finding somebody, giving them work, and reading what happened. */
export const memberJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "staff find a member, give and take a role, and read what happened: $language, JavaScript $javaScriptEnabled",
    async ({ language, javaScriptEnabled, width }) => {
      const how = { javaScriptEnabled, viewport: { width, height: 900 } };
      const { page, close, troubles } = await openAsOwner(shop, visit, language, how);
      const look = async () => (javaScriptEnabled ? lookAfresh(page) : undefined);
      const { people: p, audit: a, done, errors } = words[language];
      const admin = `${shop.origin}/${language}/admin`;
      const person = await newMember(shop, language);

      await page.goto(`${admin}/members`);
      await titled(page, p.title);
      await look();
      await page.getByLabel(p.email).fill("mina");
      await press(page, p.find);
      await page.locator("main [role=alert]").getByText(errors.email).waitFor();
      await page.getByLabel(p.email).fill(`nobody-${crypto.randomUUID()}@example.com`);
      await press(page, p.find);
      await page.getByText(done.nobody, { exact: true }).waitFor();
      await page.getByLabel(p.email).fill(person.email);
      await press(page, p.find);
      await titled(page, person.name);
      expect(page.url()).not.toContain("@");
      await look();
      const support = page.getByLabel(p.role.support);
      await support.check();
      await press(page, p.saveRoles);
      await page.getByText(done.saved, { exact: true }).waitFor();
      expect(await support.isChecked()).toBe(true);
      const history = page.getByRole("region", { name: p.history });
      await history.getByText(a.action["member-roles_changed"]).first().waitFor();
      await look();

      const visited = await visit();
      await comeIn(shop, visited.page, language, person);
      await visited.page.goto(admin);
      await visited.page.waitForURL(/second-factor/);
      await visited.close();

      await support.uncheck();
      await press(page, p.saveRoles);
      await page.getByText(done.saved, { exact: true }).waitFor();
      expect(await support.isChecked()).toBe(false);
      await page.getByRole("link", { name: p.wholeHistory }).click();
      await titled(page, a.title);
      await look();
      await page.getByLabel(a.kind).selectOption("member.looked_up");
      await press(page, a.show);
      await page.waitForURL(/action=member\.looked_up/);
      const rows = page.locator("tbody tr");
      expect(await rows.count()).toBeGreaterThan(1);
      expect(await rows.filter({ hasText: a.action["member-roles_changed"] }).count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    },
    120_000,
  );
};
