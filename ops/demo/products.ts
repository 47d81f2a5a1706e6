import { bowls } from "./products/bowls.ts";
import { cups } from "./products/cups.ts";
import { jars } from "./products/jars.ts";
import { plates } from "./products/plates.ts";
import { pouring } from "./products/pouring.ts";
import type { Product } from "./products/product.ts";
import { small } from "./products/small.ts";

export type { Product, Text, View } from "./products/product.ts";

/** Everything the demo shop sells. */
export const products: readonly Product[] = [
  ...bowls,
  ...plates,
  ...cups,
  ...pouring,
  ...jars,
  ...small,
];

/** So many pieces, one after the other and the same at every start; the demo shop's come first. */
export const pieces = function* (count: number): Iterable<Product> {
  yield* products.slice(0, count);
};
