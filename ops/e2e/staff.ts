import { expect } from "bun:test";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

import type { Page } from "playwright-core";

import adminEn from "../../storefront/messages/en/admin.json";
import adminKo from "../../storefront/messages/ko/admin.json";
import { comeIn, newMember, setUpApp } from "./people.ts";
import type { Shop, Visit } from "./shop.ts";
import { type Language, titled, words as ofShoppers } from "./shopper.ts";

export const words = { ko: adminKo, en: adminEn };

const root = resolve(import.meta.dirname, "../..");

export const giveRole = (shop: Shop, email: string, role: string) => {
  const made = spawnSync(process.execPath, ["run", "staff", email, role], {
    cwd: root,
    env: { PATH: process.env["PATH"], JANGTEO_DIR: shop.dir },
    encoding: "utf8",
  });
  expect({ status: made.status, said: made.stderr }).toMatchObject({ status: 0 });
};

/** Somebody of the shop, in the browser, who has just set up their second factor. */
const enrolStaff = async (shop: Shop, page: Page, language: Language, role: string) => {
  const person = await newMember(shop, language);
  giveRole(shop, person.email, role);
  await page.goto(`${shop.origin}/${language}/admin`);
  await comeIn(shop, page, language, person);
  await titled(page, ofShoppers[language].account.secondFactor.title);
  const { next } = await setUpApp(shop, page, language);
  await page.goto(`${shop.origin}/${language}/admin`);
  return next;
};

const show = async (page: Page, language: Language, code: string) => {
  const { proof } = ofShoppers[language].forms;
  const dialog = page.getByRole("dialog", { name: proof.title });
  await dialog.getByLabel(proof.code).fill(code);
  await dialog.getByRole("button", { name: proof.submit, exact: true }).click();
};

export const openAsOwner = (shop: Shop, visit: Visit, language: Language, options = {}) =>
  openAs("owner", shop, visit, language, options);

export const openAs = async (
  role: string,
  shop: Shop,
  visit: Visit,
  language: Language,
  options = {},
) => {
  const visited = await visit(options);
  const next = await enrolStaff(shop, visited.page, language, role);
  await show(visited.page, language, await next());
  await titled(visited.page, words[language].overview.title);
  return visited;
};

/** The cookies of a page, for asking as its visitor without it. */
export const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
