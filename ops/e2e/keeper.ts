import type { Page } from "playwright-core";
import sharp from "sharp";

import type { Shop } from "./shop.ts";
import { press, type Language, titled } from "./shopper.ts";
import { words } from "./staff.ts";

type Look = (page: Page) => Promise<void>;
type Keeper = { shop: Shop; page: Page; language: Language; look?: Look };

const inLanguage = (language: Language, field: string, spoken: "ko" | "en") => {
  const { fields } = words[language];
  return fields.inLanguage.replace("{field}", field).replace("{language}", fields[spoken]);
};
const follow = (page: Page, name: string) =>
  page.locator("main").getByRole("link", { name, exact: true }).first().click();
const nothing = async () => {};

/** A product that is only begun; on its page afterwards. */
export const begin = async ({ shop, page, language, look = nothing }: Keeper, word: string) => {
  const w = words[language];
  await page.goto(`${shop.origin}/${language}/admin/products/new`);
  await titled(page, w.begin.title);
  await look(page);
  await page.getByLabel(inLanguage(language, w.fields.name, "ko")).fill(`새 그릇 ${word}`);
  await page.getByLabel(inLanguage(language, w.fields.name, "en")).fill(`New bowl ${word}`);
  await press(page, w.begin.submit);
  await page.getByText(w.done.begun, { exact: true }).waitFor();
  return new URL(page.url()).pathname;
};

const say = async ({ page, language, look = nothing }: Keeper) => {
  const w = words[language];
  for (const spoken of ["ko", "en"] as const)
    await page
      .getByLabel(inLanguage(language, w.fields.description, spoken))
      .fill(spoken === "ko" ? "두 손에\n꼭 맞습니다." : "It fits\ntwo hands.");
  await look(page);
  await press(page, w.product.save);
  await page.getByText(w.done.saved, { exact: true }).waitFor();
};

const offer = async ({ shop, page, language, look = nothing }: Keeper, home: string) => {
  const w = words[language].options;
  await page.goto(`${shop.origin}${home}/options`);
  const option = page.getByRole("region", { name: `${w.another} 1` });
  const rows = [
    ["size", "크기", "Size"],
    ["small", "작은 것", "Small"],
    ["large", "큰 것", "Large"],
  ] as const;
  for (const [at, [code, ko, en]] of rows.entries()) {
    await option.getByLabel(w.code).nth(at).fill(code);
    await option.getByLabel(w.ko).nth(at).fill(ko);
    await option.getByLabel(w.en).nth(at).fill(en);
  }
  await look(page);
  await press(page, w.save);
  await page.getByText(words[language].done.saved, { exact: true }).waitFor();
};

/** A variant with a price; leads to its stock. */
const makeVariant = async ({ page, language, look = nothing }: Keeper, word: string) => {
  const w = words[language];
  await page.getByLabel(w.fields.sku).fill(`SKU-${word}`);
  const measures = ["width", "height", "depth", "weight"] as const;
  for (const field of measures) await page.getByLabel(w.fields[field]).fill("120");
  await look(page);
  await press(page, w.variants.addSubmit);
  await page.getByText(w.done.added, { exact: true }).waitFor();
  await page.getByLabel(w.prices.amount, { exact: true }).fill("38,000");
  await press(page, w.prices.submit);
  await page.getByText(w.done.priced, { exact: true }).waitFor();
  await look(page);
};

const bringIn = async ({ page, language, look = nothing }: Keeper) => {
  const w = words[language];
  await follow(page, w.variants.part.stock);
  await page.getByLabel(w.stock.quantity, { exact: true }).fill("5");
  await press(page, w.stock.submit);
  await page.getByText(w.done.written, { exact: true }).waitFor();
  await look(page);
};

export const photograph = (background = "#8aab9b") =>
  sharp({ create: { width: 800, height: 1000, channels: 3, background } })
    .jpeg()
    .toBuffer();

export const upload = async ({ page, language }: Keeper, file: Buffer, name = "bowl.jpg") => {
  const w = words[language].pictures;
  const mimeType = "image/jpeg";
  await page.getByLabel(w.file).setInputFiles({ name, mimeType, buffer: file });
  await press(page, w.upload);
};

const show = async (keeper: Keeper, home: string) => {
  const { shop, page, language, look = nothing } = keeper;
  const w = words[language];
  await page.goto(`${shop.origin}${home}/pictures`);
  await look(page);
  await upload(keeper, await photograph());
  await titled(page, w.pictures.describe);
  await look(page);
  await page.getByLabel(w.pictures.altKo).fill("푸른 그릇");
  await page.getByLabel(w.pictures.altEn).fill("A green bowl");
  await press(page, w.pictures.add);
  await page.getByText(w.done.pictured, { exact: true }).waitFor();
  await look(page);
};

/** From nothing to being sold, each page by its form. */
export const makeProduct = async (keeper: Keeper, word: string) => {
  const { shop, page, language, look = nothing } = keeper;
  const w = words[language];
  const home = await begin(keeper, word);
  await say(keeper);
  await offer(keeper, home);
  await page.goto(`${shop.origin}${home}`);
  await follow(page, w.statusPanel.variant);
  await makeVariant(keeper, word);
  await bringIn(keeper);
  await show(keeper, home);
  await page.goto(`${shop.origin}${home}`);
  await look(page);
  await press(page, w.statusPanel.toActive);
  await page.getByText(w.done.active, { exact: true }).waitFor();
  return home;
};
