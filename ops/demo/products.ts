import { at } from "./drawings/vector.ts";
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

/** So many pieces: each once, then again under a number. */
export function* pieces(count: number): Generator<Product, void> {
  for (let n = 0; n < count; n += 1) {
    const piece = at(products, n % products.length);
    const round = Math.floor(n / products.length);
    yield round === 0
      ? piece
      : { ...piece, slug: `${piece.slug}-${round}`, sku: `${piece.sku}-${round}` };
  }
}
