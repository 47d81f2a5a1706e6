import { expect, test } from "bun:test";

import type { Product, Variant } from "@jangteo/product/contract";

import { asVariant, choicesOf, chosenVariant } from "./variants";

const won = (amount: number) => ({ amount, currency: "KRW" as const });
const cost = { price: won(1000), listPrice: null, lowestPriorPrice: null };
const size = { width: 1, height: 1, depth: 1 };
const variant = (glaze: string, set: string, stock: number): Variant => ({
  ...{ id: `${glaze}-${set}`, sku: `${glaze}-${set}`, ...cost, size, weight: 1, capacity: null },
  ...{ tiers: [], stock, availability: stock > 0 ? "in_stock" : "sold_out" },
  selection: [
    { option: "glaze", value: glaze },
    { option: "set", value: set },
  ],
});
const named = (code: string) => ({ code, name: code });
const cup: Product = {
  ...{ id: "cup", slug: "cup", name: "Cup", category: { slug: "tea", name: "Tea" }, path: [] },
  ...{ form: "cup", glaze: "ash", maker: "", size, ...cost, priceVaries: false, variantId: null },
  ...{ availability: "in_stock", stock: 5, sku: "", description: "", material: "", care: "" },
  ...{ weight: 1, capacity: null, pictures: [], collections: [], attributes: [] },
  options: [
    { ...named("glaze"), values: [named("ash"), named("celadon")] },
    { ...named("set"), values: [named("one"), named("two")] },
  ],
  variants: [variant("ash", "one", 0), variant("ash", "two", 3), variant("celadon", "one", 2)],
};

test("a product opens at what can be bought, and at what its address names", () => {
  expect(chosenVariant(cup, {})?.id).toBe("ash-two");
  expect(chosenVariant(cup, { glaze: "ash", set: "one" })?.id).toBe("ash-one");
  expect(chosenVariant(cup, { glaze: ["celadon"], set: "nothing" })?.id).toBe("celadon-one");
});

test("every choice leads to a variant that exists, and says when it is sold out", () => {
  const choices = choicesOf(cup, variant("ash", "two", 3)).flatMap(({ values }) => values);
  expect(choices.map(({ href, isChosen, isSoldOut }) => [href, isChosen, isSoldOut])).toEqual([
    ["/products/cup?glaze=ash&set=two", true, false],
    ["/products/cup?glaze=celadon&set=one", false, false],
    ["/products/cup?glaze=ash&set=one", false, true],
    ["/products/cup?glaze=ash&set=two", true, false],
  ]);
});

test("a piece is shown by its pictures in the glaze that was chosen, where there are any", () => {
  const picture = { view: "main" as const, alt: "", width: 1, height: 1, sources: [] };
  const pictures = [
    { ...picture, url: "any" },
    { ...picture, url: "celadon", selection: [{ option: "glaze", value: "celadon" }] },
  ];
  const shown = (one: Variant) =>
    asVariant({ ...cup, pictures }, one).pictures.map(({ url }) => url);
  expect(shown(variant("celadon", "one", 2))).toEqual(["celadon"]);
  expect(shown(variant("ash", "two", 3))).toEqual(["any"]);
});

test("a piece is drawn in the glaze that was chosen", () => {
  expect(asVariant(cup, variant("celadon", "one", 2))).toMatchObject({
    id: "cup",
    glaze: "celadon",
  });
});
