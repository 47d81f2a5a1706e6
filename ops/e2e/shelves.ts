import { expect, test } from "bun:test";

import type { Page } from "playwright-core";

import { expectAccessible } from "../../storefront/testing/browser.ts";
import { eventually } from "../local/testing.ts";
import type { Shop, Visit } from "./shop.ts";
import { type Language, press, titled } from "./shopper.ts";
import { openAsOwner, words } from "./staff.ts";

const ways = [
  { language: "ko" as const, javaScriptEnabled: true, width: 390 },
  { language: "en" as const, javaScriptEnabled: false, width: 1280 },
];
const said = (text: string, values: Record<string, string>) =>
  Object.entries(values).reduce((all, [name, value]) => all.replace(`{${name}}`, value), text);

const open = async (shop: Shop, visit: Visit, way: (typeof ways)[number]) => {
  const { language, javaScriptEnabled, width } = way;
  const how = { javaScriptEnabled, viewport: { width, height: 900 } };
  const { page, close, troubles } = await openAsOwner(shop, visit, language, how);
  const w = words[language];
  const spoken = (field: string, tongue: Language) =>
    page.getByLabel(said(w.fields.inLanguage, { field, language: w.fields[tongue] }));
  const name = async (ko: string, en: string) => {
    await spoken(w.fields.name, "ko").fill(ko);
    await spoken(w.fields.name, "en").fill(en);
  };
  const done = (what: keyof typeof w.done) =>
    page.getByText(w.done[what], { exact: true }).waitFor();
  const look = async () => (javaScriptEnabled ? expectAccessible(page) : undefined);
  const home = `${shop.origin}/${language}/admin`;
  return { page, close, troubles, w, s: w.shelves, name, done, look, home };
};

/** Where a shopper ends up who opens an address, once the shop knows. */
const endsAt = (page: Page, from: string, to: string, title: string) =>
  eventually(async () => {
    await page.goto(from);
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    return page.url() === to && heading === title;
  }, 30_000);

export const shelfJourneys = (shop: Shop, visit: Visit) => {
  test.each(ways)(
    "the owner adds a category, renames and moves it, and removes it again: $language, JavaScript $javaScriptEnabled",
    async (way) => {
      const { page, close, troubles, w, s, name, done, look, home } = await open(shop, visit, way);
      const { language } = way;
      const word = crypto.randomUUID().slice(0, 8);
      await page.goto(`${home}/categories`);
      await titled(page, s.title.category);
      await look();
      await page.getByRole("link", { name: s.begin.category }).click();
      await titled(page, s.begin.category);
      await press(page, s.add);
      await page.locator("main [role=alert]").getByText(w.errors.name).first().waitFor();
      await look();
      await name(`다관 ${word}`, `Teapots ${word}`);
      await page.getByLabel(s.parent).selectOption("bowls");
      await press(page, s.add);
      await done("made");
      expect(new URL(page.url()).pathname).toBe(`/${language}/admin/categories/teapots-${word}`);
      expect(await page.getByLabel(s.parent).inputValue()).toBe("bowls");
      await look();

      await page.getByLabel(w.fields.slug, { exact: true }).fill("bowls");
      await press(page, s.save);
      await page.locator("main [role=alert]").getByText(w.errors.slugTaken).first().waitFor();
      await page.getByLabel(w.fields.slug, { exact: true }).fill(`pots-${word}`);
      await name(`주전자 ${word}`, `Pots ${word}`);
      await page.getByLabel(s.parent).selectOption("");
      await press(page, s.save);
      await done("saved");
      const title = language === "ko" ? `주전자 ${word}` : `Pots ${word}`;
      await titled(page, title);
      const shelves = `${shop.origin}/${language}/categories`;
      await endsAt(page, `${shelves}/teapots-${word}`, `${shelves}/pots-${word}`, title);

      await page.goto(`${home}/categories/bowls`);
      await page.getByRole("heading", { name: s.remove }).waitFor();
      expect(await page.getByRole("button", { name: s.removeNow }).count()).toBe(0);
      await page.goto(`${home}/categories/pots-${word}`);
      await press(page, s.removeNow);
      await page.locator("main [role=alert]").getByText(w.errors.sure).first().waitFor();
      await page.getByLabel(s.sure).check();
      await press(page, s.removeNow);
      await done("gone");
      expect(await page.getByRole("link", { name: title }).count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    },
    120_000,
  );

  test.each(ways)(
    "the owner gathers products in a collection, renames it, and lets it go: $language, JavaScript $javaScriptEnabled",
    async (way) => {
      const { page, close, troubles, w, s, name, done, look, home } = await open(shop, visit, way);
      const { language } = way;
      const word = crypto.randomUUID().slice(0, 8);
      await page.goto(`${home}/collections`);
      await titled(page, s.title.collection);
      await look();
      await page.getByRole("link", { name: s.begin.collection }).click();
      await name(`첫눈 ${word}`, `First snow ${word}`);
      await press(page, s.add);
      await done("made");
      await page.getByText(s.noMembers).waitFor();
      await look();

      const find = async () => {
        await page.getByLabel(s.searchFor).fill("bowl");
        await press(page, w.list.search);
        return page.getByRole("table", { name: s.found }).locator("tr:has(.status--done)");
      };
      const rows = await find();
      await rows.first().waitFor();
      await look();
      const piece = await rows.first().getByRole("rowheader").innerText();
      await press(page, said(s.putNamed, { name: piece }));
      await done("putIn");
      await page.getByRole("table", { name: s.there }).getByText(piece, { exact: true }).waitFor();
      await look();

      await page.getByLabel(w.fields.slug, { exact: true }).fill(`snow-${word}`);
      await press(page, s.save);
      await done("saved");
      const shelves = `${shop.origin}/${language}/collections`;
      const title = language === "ko" ? `첫눈 ${word}` : `First snow ${word}`;
      await endsAt(page, `${shelves}/first-snow-${word}`, `${shelves}/snow-${word}`, title);
      await page.locator("main .piece").getByText(piece).first().waitFor();

      await page.goto(`${home}/collections/snow-${word}`);
      await press(page, said(s.takeNamed, { name: piece }));
      await done("tookOut");
      await page.getByText(s.noMembers).waitFor();
      await page.getByLabel(s.sure).check();
      await press(page, s.removeNow);
      await done("gone");
      expect(await page.getByRole("link", { name: title }).count()).toBe(0);
      expect(troubles).toEqual([]);
      await close();
    },
    120_000,
  );
};
