import drawn from "./drawn.json" with { type: "json" };
import { furtherPiece } from "./making/further.ts";
import { withPictures } from "./making/lending.ts";
import { shelf } from "./making/shelf.ts";
import { bowls } from "./products/bowls.ts";
import { cups } from "./products/cups.ts";
import { jars } from "./products/jars.ts";
import { plates } from "./products/plates.ts";
import { pouring } from "./products/pouring.ts";
import type { Product } from "./products/product.ts";
import { small } from "./products/small.ts";

export type { Image, Product, Text, View } from "./products/product.ts";

/** The first two dozen, each written by hand. */
export const curated: readonly Product[] = [
  ...bowls,
  ...plates,
  ...cups,
  ...pouring,
  ...jars,
  ...small,
];

/** Every piece, whether its own pictures are drawn yet or not. */
export const everyPiece: readonly Product[] = [...curated, ...shelf];

/** Everything the demo shop sells. */
export const products = withPictures(everyPiece, drawn);

/**
 * So many pieces, one after the other and the same at every start; the demo shop's come first, what
 * follows is shown by their pictures. Throws a `RangeError` beyond what names can tell apart.
 */
export const pieces = function* (count: number): Iterable<Product> {
  yield* products.slice(0, count);
  const made = products.slice(curated.length);
  for (let index = products.length; index < count; index++)
    yield furtherPiece(made, index - products.length);
};
