import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { type Angle, draw } from "./drawings/scene.ts";
import { type Product, products, type View } from "./products.ts";

const AT_ONCE = 2;
const QUALITY = 90;

/** Pixels of each view: 4:5 for listings, 1:1 close up, 8:7 for the first product picture. */
export const SIZES: Record<View, { readonly width: number; readonly height: number }> = {
  main: { width: 960, height: 1200 },
  detail: { width: 900, height: 900 },
  wide: { width: 1200, height: 1050 },
};

export const pictureName = ({ slug }: Pick<Product, "slug">, view: View) => `${slug}-${view}.webp`;

const angleOf = ({ drawing }: Product, view: View): Angle => {
  if (view === "detail") return "close";
  if (view === "main") return drawing.first;
  return drawing.first === "level" ? "above" : "level";
};

/** A product's picture as an SVG document. */
export const drawProduct = (product: Product, view: View) =>
  draw(
    { ...product, ...product.drawing, seed: product.slug },
    { angle: angleOf(product, view), aspect: SIZES[view].height / SIZES[view].width },
  );

/** A product's picture as WebP. */
export const renderPicture = (product: Product, view: View) =>
  sharp(Buffer.from(drawProduct(product, view)))
    .resize(SIZES[view])
    .webp({ quality: QUALITY, effort: 6 })
    .toBuffer();

/** Writes every picture of the shop into a folder; `bun ops/demo/pictures.ts` renews the shipped ones. */
export const renderPictures = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  const jobs = products
    .flatMap((product) => product.images.map(({ view }) => ({ product, view })))
    .values();
  const work = async () => {
    for (const { product, view } of jobs)
      await writeFile(join(folder, pictureName(product, view)), await renderPicture(product, view));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

/** Where the shipped pictures lie. */
export const PICTURES = join(import.meta.dirname, "pictures");

if (import.meta.main) await renderPictures(PICTURES);
