import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";

import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";

import { seedProducts } from "../local/demo-products.ts";
import { type Product, products } from "./products.ts";

const { url: databaseUrl, adminUrl } = await testDatabase("product");
seedProducts(adminUrl, products);
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

/** Of what anything else that is meant also is: without these it is not even near. */
const pattern =
  (...motifs: Product["drawing"]["motif"][]): Judge =>
  ({ drawing }) =>
    motifs.includes(drawing.motif) ? 3 : 0;
const shelf =
  (...shelves: Product["category"][]): Judge =>
  ({ category }) =>
    shelves.includes(category) ? 3 : 0;

const teaBowl = form("tea-bowl");
const plates = either(
  form("plate", "sauce-dish", "square-plate", "oval-plate", "footed-dish"),
  named(/접시|plate|dish/i),
);
const bowls = either(
  named(/bowl/i),
  form("rice-bowl", "tea-bowl", "noodle-bowl", "sabal", "wide-bowl", "lidded-bowl"),
);
const blue = either(glaze("cobalt"), named(/청접시|쪽빛|푸른|blue|indigo/i));
const moonJar = form("moon-jar");
const vases = either(form("vase", "bud-vase", "cylinder-vase", "open-jar"), shelf("vases"));
const judged: Record<"ko" | "en", [query: string, judge: Judge][]> = {
  ko: [
    ["청자", glaze("celadon")],
    ["백자", either(glaze("porcelain"), named(/백자/))],
    ["청자 다완", each(glaze("celadon"), teaBowl)],
    ["청자다완", each(glaze("celadon"), teaBowl)],
    ["쳥자", glaze("celadon")],
    ["청지", glaze("celadon")],
    ["달항이리", form("moon-jar")],
    ["달항", moonJar],
    ["달하", form("moon-jar")],
    ["달 항아리", form("moon-jar")],
    ["머그컵", form("mug")],
    ["머구", form("mug")],
    ["밥그르", shelf("rice-bowls")],
    ["밥공기", either(form("rice-bowl", "lidded-bowl"), shelf("rice-bowls"))],
    ["꽃병", vases],
    ["검은 머그", each(glaze("tenmoku"), form("mug"))],
    ["접씨", plates],
    ["찻주전자", form("teapot")],
    ["강진", maker(/강진/)],
    ["옹기장이", maker(/옹기장이/)],
    ["옹기", glaze("onggi")],
    ["파란 접시", each(blue, plates)],
    ["면기", form("noodle-bowl")],
    ["소주잔", named(/소주잔/)],
    ["숟가락 받침", form("spoon-rest")],
    ["숫가락", form("spoon-rest")],
    ["향꽃이", form("incense-holder")],
    ["celadon", glaze("celadon")],
    ["매화 찻잔", each(pattern("plum"), form("cup"))],
    ["대나무", pattern("bamboo")],
    ["물고기", pattern("fish")],
    ["국화 상감", each(pattern("inlay", "stamped"), pattern("inlay"))],
    ["진사 술병", each(glaze("jinsa"), named(/술병/))],
    ["제주", maker(/제주/)],
    ["에스프레소", named(/에스프레소/)],
    ["화분", form("planter")],
    ["하분", form("planter")],
    ["김치 단지", named(/김치 단지/)],
    ["백자 달항아리", each(glaze("porcelain"), moonJar)],
    ["분청 화분", each(glaze("buncheong"), form("planter"))],
    ["막걸리", named(/막걸리/)],
    ["귀얄", pattern("sweep")],
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
    ["bolw", bowls],
    ["white rice bowl", named(/white rice bowl/i)],
    ["vase for flowers", vases],
    ["jug", either(form("pitcher", "sharing-pitcher"), shelf("pitchers"))],
    ["noodle", form("noodle-bowl")],
    ["blue plate", each(blue, plates)],
    ["incense", shelf("incense")],
    ["insense", shelf("incense")],
    ["spoon rest", form("spoon-rest")],
    ["soju", named(/soju/i)],
    ["icheon", maker(/icheon/i)],
    ["ash plate", each(glaze("ash"), plates)],
    ["buncheng", either(glaze("buncheong"), named(/buncheong/i))],
    ["buncheong bottle", each(either(glaze("buncheong"), named(/buncheong/i)), form("bottle"))],
    ["청자", glaze("celadon")],
    ["plum cup", each(pattern("plum"), either(form("cup"), shelf("tea-cups")))],
    ["bamboo", pattern("bamboo")],
    ["copper red vase", each(glaze("jinsa"), vases)],
    ["planter", form("planter")],
    ["plantr", form("planter")],
    ["jeju", maker(/jeju/i)],
    ["espreso", named(/espresso/i)],
    ["square plate", form("square-plate")],
    ["makgeolli", named(/makgeolli/i)],
    ["kimchi jar", named(/kimchi jar/i)],
    ["white moon jar", each(glaze("porcelain", "matte"), moonJar)],
    ["celadon mug", each(glaze("celadon"), form("mug"))],
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
    const measured: { query: string; ndcg: number }[] = [];
    for (const [query, judge] of judged[language])
      measured.push({ query, ndcg: await quality(language, query, judge) });
    const mean = measured.reduce((sum, { ndcg }) => sum + ndcg, 0) / measured.length;
    const weak = measured.filter(({ ndcg }) => ndcg < 0.9);
    const worst = weak.map(({ query, ndcg }) => `${query} ${ndcg.toFixed(2)}`).join(", ");
    // oxlint-disable-next-line no-console
    console.log(`nDCG@10 ${language} ${mean.toFixed(3)}${worst && `; weak: ${worst}`}`);
    expect(mean).toBeGreaterThan(0.95);
  },
  60_000,
);
