import { expect, test } from "bun:test";

import type { Product, ProductList } from "./contract.ts";
import { seed } from "./seed.ts";
import { both, bowl, shelf, testProductService } from "./testing.ts";

const { db, get } = await testProductService();

const product = async (slug: string) =>
  (await (await get(`/v1/products/${slug}`)).json()) as Product;
const found = async (q: string) => {
  const reply = await get(`/v1/products?q=${encodeURIComponent(q)}`);
  return ((await reply.json()) as ProductList).items.map(({ slug }) => slug);
};

test("a seeded product costs less by the number, and shows the same picture in more than one size", async () => {
  const [variant] = bowl(1).variants;
  if (!variant) throw new Error("a bowl has a variant");
  const picture = { file: "bowl.webp", width: 960, height: 1200 };
  const small = { file: "bowl-480.webp", type: "image/webp", width: 480, height: 600 };
  const tiers = [
    { quantity: 4, price: { KRW: 9500, USD: 950 } },
    { quantity: 8, price: { KRW: 9000, USD: 900 } },
  ];
  await seed(db, {
    categories: [shelf("bowls")],
    products: [
      bowl(1, {
        variants: [{ ...variant, price: { KRW: 10_000, USD: 1000 }, tiers }],
        pictures: [{ ...picture, view: "main", alt: both("A bowl"), renditions: [small] }],
      }),
    ],
  });
  const { variants, pictures } = await product("bowl-1");
  expect(variants[0]?.price.amount).toBe(10_000);
  expect(variants[0]?.tiers).toEqual([
    { quantity: 4, price: { amount: 9500, currency: "KRW" } },
    { quantity: 8, price: { amount: 9000, currency: "KRW" } },
  ]);
  expect(pictures[0]?.sources).toEqual([
    { url: "/media/bowl-480.webp", type: "image/webp", width: 480, height: 600 },
  ]);
});

const named = (n: number, ko: string, description: string) =>
  bowl(n, { name: { ko, en: `Piece ${n}` }, description: { ko: description, en: "A piece" } });

test("a misspelt word is not taken for two words of which one has but a syllable", async () => {
  await seed(db, {
    categories: [shelf("bowls")],
    products: [
      named(2, "실금 향꽂이", "향을 꽂습니다"),
      named(3, "한 송이 병", "꽃이 서는 병, 향이 돕니다"),
    ],
  });
  expect(await found("향꽃이")).toEqual(["bowl-2"]);
});

test("two words written as one find what bears both, also where some name joins them", async () => {
  await seed(db, {
    categories: [shelf("bowls")],
    products: [named(4, "청자 다완", "다완입니다"), named(5, "다완, 비색", "청자로 구웠습니다")],
  });
  expect(await found("청자다완")).toEqual(["bowl-4", "bowl-5"]);
});
