import { join } from "node:path";

import type { Image, Product, View } from "./products.ts";

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
type Seen = Pick<Image, "view" | "glaze">;

const nameOf = ({ slug, drawing }: Shown, { view, glaze }: Seen) =>
  [drawing.like ?? slug, ...(glaze ? [glaze] : []), view].join("-");

export const pictureName = (product: Shown, seen: Seen) => `${nameOf(product, seen)}.webp`;

/** Every file of a view, the largest first. */
export const filesOf = (product: Shown, seen: Seen) => [
  { file: pictureName(product, seen), ...SIZES[seen.view] },
  ...(seen.view === "main"
    ? [{ file: `${nameOf(product, seen)}-${LISTING.width}.webp`, ...LISTING }]
    : []),
];
