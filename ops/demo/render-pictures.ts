import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { type Angle, draw } from "./drawings/scene.ts";
import { pictureName, PICTURES, SIZES } from "./pictures.ts";
import { type Product, products, type View } from "./products.ts";

const AT_ONCE = 2;
const QUALITY = 90;

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

/** Writes every picture of the shop into a folder. */
const renderPictures = async (folder: string) => {
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

// Run as a program, it renews the shipped pictures after a drawing or a product has changed.
if (import.meta.main) await renderPictures(PICTURES);
