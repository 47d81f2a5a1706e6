import { expect, test } from "bun:test";

import { productData } from "./linked-data";
import type { Product } from "./product";

const cost = { price: { amount: 1000, currency: "KRW" as const }, listPrice: null };
const cup: Product = {
  ...{ id: "cup", slug: "cup", name: "Cup", category: { slug: "tea", name: "Tea" }, path: [] },
  ...{ form: "cup", glaze: "ash", maker: "", size: { width: 1, height: 1, depth: 1 }, ...cost },
  ...{ lowestPriorPrice: null, priceVaries: false, variantId: null, availability: "in_stock" },
  ...{ stock: 5, sku: "", description: "", material: "", care: "", weight: 1, capacity: null },
  ...{ pictures: [], collections: [], attributes: [], options: [], variants: [] },
  rating: { average: 4.5, reviews: 2 },
};
const ratingOf = (said: Parameters<typeof productData>[2]) => {
  const { aggregateRating } = productData(cup, "/en/products/cup", said);
  return aggregateRating && [aggregateRating.ratingValue, aggregateRating.reviewCount];
};

test("what machines read of a rating is of one time: as it was read just now, or else as the card has it", () => {
  expect(ratingOf(undefined)).toEqual([4.5, 2]);
  expect(ratingOf({ total: 1, average: 3, items: [] })).toEqual([3, 1]);
  expect(ratingOf({ total: 0, average: null, items: [] })).toBeUndefined();
});
