import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import sharp, { type Sharp } from "sharp";
import { z } from "zod";

import { type Angle, draw, film } from "./drawings/scene.ts";
import { inOrderOfNeed } from "./making/lending.ts";
import { filesOf, pictureName, PICTURES, SIZES } from "./pictures.ts";
import { everyPiece, type Image, type Product, type View } from "./products.ts";

const AT_ONCE = 2;
const QUALITY: Record<View, number> = { main: 84, wide: 80, detail: 80 };
const VIEWS = ["main", "wide", "detail"] as const;

/** Which drawing each shipped picture was made of. */
const DRAWN = join(import.meta.dirname, "drawn.json");

const angleOf = ({ drawing }: Product, view: View): Angle => {
  if (view === "detail") return "close";
  if (view === "main") return drawing.first;
  return drawing.first === "level" ? "above" : "level";
};

type Seen = Pick<Image, "view" | "glaze">;

/** A product's picture as an SVG document. */
export const drawProduct = (product: Product, { view, glaze = product.glaze }: Seen) =>
  draw(
    { ...product, ...product.drawing, glaze, seed: product.drawing.hand ?? product.slug },
    { angle: angleOf(product, view), aspect: SIZES[view].height / SIZES[view].width },
  );

export const drawingMark = (svg: string) =>
  createHash("sha256").update(svg).digest("hex").slice(0, 12);

const webp = (image: Sharp, view: View) =>
  image.webp({ quality: QUALITY[view], effort: 2 }).toBuffer();

const films = new Map<string, Promise<Buffer>>();

const filmOf = ({ width, height }: { width: number; height: number }) => {
  const key = `${width}x${height}`;
  const known =
    films.get(key) ??
    sharp(Buffer.from(film(width, height)))
      .png()
      .toBuffer();
  films.set(key, known);
  return known;
};

/** A drawing as WebP, in each of the sizes that a view is shipped in. */
export const renderPicture = async (svg: string, product: Product, seen: Seen) => {
  const { view } = seen;
  const { width, height } = SIZES[view];
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ width, height })
    .composite([{ input: await filmOf(SIZES[view]) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return await Promise.all(
    filesOf(product, seen).map(async ({ file, ...size }) => ({
      file,
      bytes: await webp(sharp(data, { raw }).resize(size), view),
    })),
  );
};

const Marks = z.record(z.string(), z.string());

export const readMarks = async () =>
  new Map(Object.entries(Marks.parse(JSON.parse(await readFile(DRAWN, "utf8")))));

const saveMarks = (marks: ReadonlyMap<string, string>) =>
  writeFile(
    DRAWN,
    `${JSON.stringify(Object.fromEntries([...marks].toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`,
  );

/** Writes the pictures whose drawing has changed or that are not there yet, the main ones first. */
const renderPictures = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  sharp.concurrency(1);
  const marks = await readMarks();
  const jobs = VIEWS.flatMap((view) =>
    inOrderOfNeed(everyPiece)
      .flatMap((product) => product.images.map((image) => ({ product, image })))
      .filter(({ image }) => image.view === view),
  ).values();
  const work = async () => {
    for (const { product, image } of jobs) {
      const svg = drawProduct(product, image);
      const files = filesOf(product, image).map(({ file }) => file);
      const mark = drawingMark(svg);
      const own = pictureName(product, image);
      if (marks.get(own) === mark && files.every((file) => existsSync(join(folder, file))))
        continue;
      for (const { file, bytes } of await renderPicture(svg, product, image))
        await writeFile(join(folder, file), bytes);
      marks.set(own, mark);
      await saveMarks(marks);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await saveMarks(marks);
};

// Run as a program, it renews the shipped pictures after a drawing or a product has changed.
if (import.meta.main) await renderPictures(PICTURES);
