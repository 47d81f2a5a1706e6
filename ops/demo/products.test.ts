import { expect, test } from "bun:test";

import { attributes, attributesOf } from "./attributes.ts";
import { categories } from "./categories.ts";
import { collections } from "./collections.ts";
import { collectionsOf } from "./memberships.ts";
import { curated, pieces, type Product, products, type Text } from "./products.ts";

const texts = (product: Product): readonly Text[] => [
  product.maker,
  product.name,
  product.description,
  product.material,
  product.care,
  ...product.images.map(({ alt }) => alt),
  ...(product.choice?.option.values.map(({ name }) => name) ?? []),
];

const sold = (product: Product) => product.choice?.variants ?? [product];

const unique = (values: readonly string[]) => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

test("the shop sells a thousand pieces, the first two dozen first", () => {
  expect(products).toHaveLength(1_000);
  expect(products.slice(0, 24).map(({ slug }) => slug)).toEqual(curated.map(({ slug }) => slug));
});

test("no two products share an address, a stock number, or a name from one maker", () => {
  expect(unique(products.map(({ slug }) => slug))).toEqual([]);
  expect(unique(products.flatMap((product) => sold(product).map(({ sku }) => sku)))).toEqual([]);
  for (const language of ["ko", "en"] as const)
    expect(unique(products.map(({ maker, name }) => `${maker.ko} ${name[language]}`))).toEqual([]);
  for (const { slug } of products) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("every category and collection has products, and every product a leaf of the tree", () => {
  const parents = new Set(categories.map(({ parent }) => parent));
  const leaves = categories.map(({ slug }) => slug).filter((slug) => !parents.has(slug));
  expect(new Set(products.map(({ category }) => category as string))).toEqual(new Set(leaves));
  const filled = new Set(products.flatMap(collectionsOf));
  expect(filled).toEqual(new Set(collections.map(({ slug }) => slug)));
});

test("what a piece is filtered by is known to the shop, and always its glaze, form and maker", () => {
  const known = new Set(
    attributes.flatMap(({ code, values }) => values.map((value) => `${code}:${value.code}`)),
  );
  for (const product of products) {
    const own = attributesOf(product).map(({ attribute, value }) => `${attribute}:${value}`);
    for (const one of own) expect(known).toContain(one);
    for (const code of ["glaze", "form", "maker", "technique", "region"])
      expect(own.some((one) => one.startsWith(`${code}:`))).toBe(true);
  }
});

test("a shopper reads every product in Korean and in English, with nothing left unsaid", () => {
  const shelves = [...categories, ...collections].flatMap((c) => [c.name, c.description]);
  for (const { ko, en } of [...products.flatMap(texts), ...shelves]) {
    expect(ko).toMatch(/\p{Script=Hangul}/u);
    expect(en).toMatch(/^[A-Z0-9]/);
    expect(en).not.toMatch(/\p{Script=Hangul}/u);
    expect(ko + en).not.toMatch(/[!{}]|undefined|NaN/);
  }
  for (const { name, description, material, images } of products) {
    for (const { ko, en } of images.map(({ alt }) => alt))
      expect(Math.max(ko.length, en.length)).toBeLessThan(300);
    for (const language of ["ko", "en"] as const) {
      expect(name[language].length).toBeLessThan(60);
      expect(description[language].length).toBeLessThan(400);
      expect(material[language].length).toBeLessThan(120);
    }
  }
});

test("two neighbours on the shelf never read alike", () => {
  for (const [index, { description }] of products.entries())
    for (const language of ["ko", "en"] as const)
      expect(description[language]).not.toBe(products[index + 1]?.description[language] ?? "");
  expect(unique(products.map(({ description }) => description.ko)).length).toBeLessThan(20);
});

test("prices are whole and round, and a cut price is below the list price", () => {
  for (const product of products)
    for (const { price, listPrice, tiers = [] } of sold(product)) {
      for (const { KRW, USD } of [price, ...(listPrice ? [listPrice] : [])]) {
        expect([KRW % 500, USD % 100]).toEqual([0, 0]);
        expect(Math.min(KRW, USD)).toBeGreaterThan(0);
      }
      for (const lower of [listPrice && price, ...tiers.map((tier) => tier.price)]) {
        if (!lower) continue;
        expect(lower.KRW).toBeLessThan((listPrice ?? price).KRW);
        expect(lower.USD).toBeLessThan((listPrice ?? price).USD);
      }
    }
});

test("every piece has a true size and weight to draw on the shelf", () => {
  for (const product of products)
    for (const { widthMm, depthMm, heightMm, weightG, capacityMl } of sold(product)) {
      for (const size of [widthMm, depthMm, heightMm, weightG, capacityMl ?? 1]) {
        expect(Number.isInteger(size)).toBe(true);
        expect(size).toBeGreaterThan(0);
      }
      expect(capacityMl ?? 0).toBeLessThan((widthMm * depthMm * heightMm) / 1_000);
      expect(weightG).toBeLessThan(20_000);
    }
});

test("of what can be chosen each value is one variant, the first the piece itself", () => {
  const chosen = products.flatMap((product) =>
    product.choice ? [{ ...product.choice, product }] : [],
  );
  expect(chosen.length).toBeGreaterThan(280);
  for (const { option, variants, product } of chosen) {
    expect(variants.map(({ selection }) => selection[option.code])).toEqual(
      option.values.map(({ code }) => code),
    );
    expect(variants[0]?.sku).toBe(product.sku);
    expect(variants[0]?.price).toEqual(product.price);
    if (option.code !== "size") continue;
    const [small, large] = [variants[0], variants.at(-1)];
    expect(large?.widthMm).toBeGreaterThan(small?.widthMm ?? 0);
    expect(large?.weightG).toBeGreaterThan(small?.weightG ?? 0);
    expect(large?.price.KRW).toBeGreaterThan(small?.price.KRW ?? 0);
  }
});

test("the shop shows what a real one has: some sold out, some scarce, some cheaper by number or for a while", () => {
  const left = products.map((product) => sold(product).reduce((sum, { stock }) => sum + stock, 0));
  const count = (holds: (product: Product, index: number) => boolean) =>
    products.filter(holds).length;
  expect(left.filter((stock) => stock === 0).length).toBeGreaterThan(20);
  expect(left.filter((stock) => stock > 0 && stock <= 3).length).toBeGreaterThan(50);
  expect(left.filter((stock) => stock > 20).length).toBeGreaterThan(300);
  expect(count(({ listPrice }) => listPrice !== undefined)).toBeGreaterThan(40);
  expect(count(({ tiers }) => tiers !== undefined)).toBeGreaterThan(60);
});

test("more pieces follow without end in sight: none twice, each shown by a picture of the first", () => {
  const some = 30_000;
  const [slugs, skus, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const shown = new Set(products.map(({ slug, drawing }) => drawing.like ?? slug));
  for (const product of pieces(some)) {
    slugs.add(product.slug);
    skus.add(product.sku);
    names.add(`${product.maker.ko} ${product.name.ko}`);
    if (product.slug.length > 120) throw new RangeError(product.slug);
    if (!shown.has(product.drawing.like ?? product.slug)) throw new RangeError(product.slug);
  }
  expect([slugs.size, skus.size, names.size]).toEqual([some, some, some]);
  expect([...pieces(1_000)]).toEqual([...products]);
});
