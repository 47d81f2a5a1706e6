import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";

import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";

import { seedProducts } from "../local/demo-products.ts";
import { products, type Product } from "./products.ts";

const { url: databaseUrl, adminUrl } = await testDatabase("product");
seedProducts(adminUrl);
const keys = Bun.serve({ port: 0, fetch: () => Response.json({ keys: [] }) });
afterAll(() => keys.stop(true));
const service = await testProcess(join(import.meta.dir, "../../product/src/main.ts"), {
  ISSUER: "http://issuer.test",
  JWKS_URL: keys.url.href,
  DATABASE_URL: databaseUrl,
  REDIS_URL: "redis://127.0.0.1:1",
  IDEMPOTENCY_SECRET: "a secret of the tests, long enough",
});

/** How well a product answers: 3 is what was meant, 1 is near it, 0 is not. */
type Judge = (product: Product) => number;

const glaze =
  (...names: Product["glaze"][]): Judge =>
  (product) =>
    names.includes(product.glaze) ? 3 : 0;
const form =
  (...names: Product["form"][]): Judge =>
  (product) =>
    names.includes(product.form) ? 3 : 0;
const named =
  (words: RegExp): Judge =>
  ({ name }) =>
    words.test(`${name.ko} ${name.en}`) ? 3 : 0;
const maker =
  (words: RegExp): Judge =>
  (product) =>
    words.test(`${product.maker.ko} ${product.maker.en}`) ? 3 : 0;
/** Meant where all agree, near where some do. */
const each =
  (...judges: Judge[]): Judge =>
  (product) => {
    const grades = judges.map((judge) => judge(product));
    if (grades.every((grade) => grade > 0)) return 3;
    return grades.some((grade) => grade > 0) ? 1 : 0;
  };
const either =
  (...judges: Judge[]): Judge =>
  (product) =>
    Math.max(...judges.map((judge) => judge(product)));

const teaBowl = form("tea-bowl");
const plates = either(form("plate", "sauce-dish"), named(/접시|plate|dish/i));
const judged: Record<"ko" | "en", [query: string, judge: Judge][]> = {
  ko: [
    ["청자", glaze("celadon")],
    ["백자", either(glaze("porcelain"), named(/백자/))],
    ["청자 다완", each(glaze("celadon"), teaBowl)],
    ["청자다완", each(glaze("celadon"), teaBowl)],
    ["쳥자", glaze("celadon")],
    ["청지", glaze("celadon")],
    ["달항이리", form("moon-jar")],
    ["달항", form("moon-jar")],
    ["달하", form("moon-jar")],
    ["달 항아리", form("moon-jar")],
    ["머그컵", form("mug")],
    ["머구", form("mug")],
    ["밥그르", form("rice-bowl")],
    ["밥공기", form("rice-bowl")],
    ["꽃병", form("vase")],
    ["검은 머그", each(glaze("tenmoku"), form("mug"))],
    ["접씨", plates],
    ["찻주전자", form("teapot")],
    ["강진", maker(/강진/)],
    ["옹기장이", maker(/옹기장이/)],
    ["옹기", glaze("onggi")],
    ["파란 접시", each(either(glaze("cobalt"), named(/청접시/)), plates)],
    ["면기", form("noodle-bowl")],
    ["소주잔", named(/소주잔/)],
    ["숟가락 받침", form("spoon-rest")],
    ["숫가락", form("spoon-rest")],
    ["향꽃이", form("incense-holder")],
    ["celadon", glaze("celadon")],
  ],
  en: [
    ["celadon", glaze("celadon")],
    ["celdon", glaze("celadon")],
    ["celadon tea bowl", each(glaze("celadon"), teaBowl)],
    ["tepot", form("teapot")],
    ["teapots", form("teapot")],
    ["moon jar", form("moon-jar")],
    ["moonjar", form("moon-jar")],
    ["mugs", form("mug")],
    ["bolw", either(named(/bowl/i), form("rice-bowl", "tea-bowl", "noodle-bowl"))],
    ["white rice bowl", named(/white rice bowl/i)],
    ["vase for flowers", form("vase")],
    ["jug", form("pitcher")],
    ["noodle", form("noodle-bowl")],
    ["blue plate", each(either(glaze("cobalt"), named(/blue/i)), plates)],
    ["incense", form("incense-holder")],
    ["insense", form("incense-holder")],
    ["spoon rest", form("spoon-rest")],
    ["soju", named(/soju/i)],
    ["icheon", maker(/icheon/i)],
    ["ash plate", each(glaze("ash"), form("plate"))],
    ["buncheng", either(glaze("buncheong"), named(/buncheong/i))],
    ["buncheong bottle", each(either(glaze("buncheong"), named(/buncheong/i)), form("bottle"))],
    ["청자", glaze("celadon")],
  ],
};

const bySlug = new Map(products.map((product) => [product.slug, product]));
const gain = (grades: number[]) =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

const search = async (language: string, q: string) => {
  const query = new URLSearchParams({ q, limit: "10" });
  const reply = await fetch(`${service.url}/v1/products?${String(query)}`, {
    headers: { "accept-language": language },
  });
  const { items } = (await reply.json()) as { items: { slug: string }[] };
  return items.map(({ slug }) => slug);
};

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002). */
const quality = async (language: string, query: string, judge: Judge) => {
  const grades = (await search(language, query)).map((slug) => {
    const product = bySlug.get(slug);
    return product ? judge(product) : 0;
  });
  const ideal = products.map(judge).toSorted((a, b) => b - a);
  return gain(grades) / gain(ideal);
};

test.each(["ko", "en"] as const)(
  "who types %s, well or badly, finds what was meant first",
  async (language) => {
    const measured = await Promise.all(
      judged[language].map(async ([query, judge]) => ({
        query,
        ndcg: await quality(language, query, judge),
      })),
    );
    const mean = measured.reduce((sum, { ndcg }) => sum + ndcg, 0) / measured.length;
    const weak = measured.filter(({ ndcg }) => ndcg < 0.9);
    const worst = weak.map(({ query, ndcg }) => `${query} ${ndcg.toFixed(2)}`).join(", ");
    // oxlint-disable-next-line no-console
    console.log(`nDCG@10 ${language} ${mean.toFixed(3)}${worst && `; weak: ${worst}`}`);
    expect(mean).toBeGreaterThan(0.93);
  },
);
