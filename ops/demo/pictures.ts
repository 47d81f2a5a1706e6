import { join } from "node:path";

import type { Product, View } from "./products.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of each view: 4:5 for listings, 1:1 close up, 8:7 for the first product picture. */
export const SIZES: Record<View, Size> = {
  main: { width: 960, height: 1200 },
  detail: { width: 900, height: 900 },
  wide: { width: 1200, height: 1050 },
};

/** The smaller one that a listing loads. */
const LISTING: Size = { width: 480, height: 600 };

/** Where the shipped pictures lie. */
export const PICTURES = join(import.meta.dirname, "pictures");

type Shown = Pick<Product, "slug" | "drawing">;

const nameOf = ({ slug, drawing }: Shown, view: View) => `${drawing.like ?? slug}-${view}`;

export const pictureName = (product: Shown, view: View) => `${nameOf(product, view)}.webp`;

/** Every file of a view, the largest first. */
export const filesOf = (product: Shown, view: View) => [
  { file: pictureName(product, view), ...SIZES[view] },
  ...(view === "main"
    ? [{ file: `${nameOf(product, view)}-${LISTING.width}.webp`, ...LISTING }]
    : []),
];
