import { join } from "node:path";

import type { Product, View } from "./products.ts";

/** Pixels of each view: 4:5 for listings, 1:1 close up, 8:7 for the first product picture. */
export const SIZES: Record<View, { readonly width: number; readonly height: number }> = {
  main: { width: 960, height: 1200 },
  detail: { width: 900, height: 900 },
  wide: { width: 1200, height: 1050 },
};

/** Where the shipped pictures lie. */
export const PICTURES = join(import.meta.dirname, "pictures");

export const pictureName = ({ slug }: Pick<Product, "slug">, view: View) => `${slug}-${view}.webp`;
