import { expect, test } from "bun:test";

import type { ProductList, Suggestions } from "./contract.ts";
import { seed } from "./seed.ts";
import { bowl, shelf, testProductService } from "./testing.ts";

const { db, get } = await testProductService();
const goods: [slug: string, ko: string, en: string][] = [
  ["tea-bowl", "청자 다완", "Celadon tea bowl"],
  ["moon-jar", "백자 달항아리", "Porcelain moon jar"],
  ["bag", "누비 가방", "Quilted bag"],
  ["flower", "과꽃 접시", "Aster plate"],
  ["cup", "100% 흙 찻잔_작은", "Cup of 100% clay_small"],
];
await seed(db, {
  categories: [shelf("bowls")],
  products: goods.map(([slug, ko, en], n) => bowl(n, { slug, name: { ko, en } })),
});

const list = async (q: string, language = "ko") => {
  const path = `/v1/products?q=${encodeURIComponent(q)}`;
  const reply = await get(path, { "accept-language": language });
  return (await reply.json()) as ProductList;
};
const find = async (q: string, language?: string) =>
  (await list(q, language)).items.map(({ slug }) => slug);
const suggest = async (q: string, language = "ko") => {
  const path = `/v1/search/suggestions?q=${encodeURIComponent(q)}`;
  return (await (
    await get(path, { "accept-language": language })
  ).json()) as typeof Suggestions._output;
};
const marked = async (q: string, language?: string) => {
  const { items } = await list(q, language);
  return items.flatMap(({ name, highlights = [] }) =>
    highlights.map(({ start, end }) => name.slice(start, end)),
  );
};

test("while a Korean word is typed, each letter of it goes on finding it", async () => {
  for (const q of ["ㄷ", "다", "당", "다오", "다와", "다완"])
    expect(await find(q)).toContain("tea-bowl");
  for (const q of ["가ㅂ", "갑", "가바", "가방"]) expect(await find(q)).toContain("bag");
  for (const q of ["고", "과", "과ㄲ", "과꽃"]) expect(await find(q)).toContain("flower");
  for (const q of ["ㄷㅏㅇ", "당", "다오"]) expect((await suggest(q)).queries).toContain("다완");
});

test("what was typed with the keyboard on the other language is found as it was meant", async () => {
  expect(await find("ekdhks")).toEqual(["tea-bowl"]);
  expect(await find("ekfgkddkfl")).toEqual(["moon-jar"]);
  expect((await suggest("ekdhk")).queries).toContain("다완");
  expect(await find("ㅡㅐㅐㅜ", "en")).toEqual(["moon-jar"]);
  expect(await find("삼", "en")).toEqual([]);
  expect(await marked("ekdhks")).toEqual(["다완"]);
});

test("what is marked is the word that was found, as it is written", async () => {
  expect(await marked("다왼")).toEqual(["다완"]);
  expect(await marked("달항")).toEqual(["달항아리"]);
  expect(await marked("celadon bowl", "en")).toEqual(["Celadon", "bowl"]);
  expect(await marked("다완".normalize("NFD"))).toEqual(["다완"]);
});

test("a suggestion goes on from what was typed, however its letters are composed", async () => {
  expect((await suggest("청자 다".normalize("NFD"))).queries).toContain("청자 다완");
});

test("signs that mean something to a database mean nothing to a search", async () => {
  for (const q of ["%", "_", "'", "\\", "%%%", "100%' or '1'='1"])
    expect(await find(q)).not.toContain("moon-jar");
  expect(await find("100%")).toEqual(["cup"]);
});
