import { expect, test } from "bun:test";

import { categories } from "./categories.ts";
import { type Product, products, type Text } from "./products.ts";

const texts = (product: Product): readonly Text[] => [
  product.maker,
  product.name,
  product.description,
  product.material,
  product.care,
  ...product.images.map(({ alt }) => alt),
];

const prices = ({ price, listPrice }: Product) =>
  [price, listPrice].flatMap((given) => (given ? [given.KRW, given.USD] : []));

test("no two products share an address or a stock number", () => {
  expect(products).toHaveLength(24);
  expect(new Set(products.map(({ slug }) => slug)).size).toBe(products.length);
  expect(new Set(products.map(({ sku }) => sku)).size).toBe(products.length);
  for (const { slug } of products) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("every category on the menu has products, and every product a category", () => {
  const used = new Set(products.map(({ category }) => category));
  const leaves = categories.filter(({ parent }) => parent !== null).map(({ slug }) => slug);
  for (const category of used) expect(leaves).toContain(category);
});

test("a shopper reads every product in Korean and in English", () => {
  const all = [...products.flatMap(texts), ...categories.flatMap((c) => [c.name, c.description])];
  for (const { ko, en } of all) {
    expect(ko).toMatch(/\p{Script=Hangul}/u);
    expect(en).toMatch(/^[A-Z]/);
    expect(en).not.toMatch(/\p{Script=Hangul}/u);
    expect(ko + en).not.toContain("!");
  }
});

test("prices are whole and positive, and a cut price is below the list price", () => {
  for (const product of products) {
    for (const amount of prices(product)) {
      expect(Number.isInteger(amount)).toBe(true);
      expect(amount).toBeGreaterThan(0);
    }
    const { price, listPrice } = product;
    if (!listPrice) continue;
    expect(price.KRW).toBeLessThan(listPrice.KRW);
    expect(price.USD).toBeLessThan(listPrice.USD);
  }
  expect(products.filter(({ listPrice }) => listPrice).length).toBeGreaterThanOrEqual(2);
});

test("every product has a true size and weight to draw on the shelf", () => {
  for (const { widthMm, depthMm, heightMm, weightG, capacityMl } of products) {
    for (const size of [widthMm, depthMm, heightMm, weightG, capacityMl ?? 1])
      expect(size).toBeGreaterThan(0);
    const boxMl = (widthMm * depthMm * heightMm) / 1_000;
    expect(capacityMl ?? 0).toBeLessThan(boxMl);
  }
});

test("the shop shows what a real one has: one sold out, some scarce, some plenty", () => {
  const stocks = products.map(({ stock }) => stock);
  expect(stocks.filter((stock) => stock === 0)).toHaveLength(1);
  expect(stocks.filter((stock) => stock > 0 && stock <= 3).length).toBeGreaterThanOrEqual(3);
  expect(stocks.filter((stock) => stock > 20).length).toBeGreaterThanOrEqual(3);
});
