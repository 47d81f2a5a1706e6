import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { filesOf, pictureName, PICTURES } from "./pictures.ts";
import { curated, everyPiece, type Product, products, type View } from "./products.ts";
import { drawingMark, drawProduct, readMarks, renderPicture } from "./render-pictures.ts";

/** Mean difference per channel, of 255; font-free drawings differ only by rounding and WebP. */
const TOLERANCE = 1.5;
const A_FEW = 40;

const named = (slug: string): Product => {
  const found = products.find((product) => product.slug === slug);
  if (!found) throw new RangeError(`no product ${slug}`);
  return found;
};

/** Every so-manieth, so that what is looked at spreads over all of them. */
const sample = <T>(all: readonly T[], size = A_FEW) =>
  all.filter((_, index) => index % Math.ceil(all.length / size) === 0);

const pixels = (picture: string | Buffer) => sharp(picture).removeAlpha().raw().toBuffer();

const meanDifference = (a: Buffer, b: Buffer) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;

const expected = products.flatMap((product) =>
  product.images.flatMap((image) => filesOf(product, image)),
);

test("every product picture is shipped, at its size, and nothing else is", async () => {
  const files = new Set(expected.map(({ file }) => file));
  expect((await readdir(PICTURES)).toSorted()).toEqual([...files].toSorted());
  for (const { file, width, height } of sample(expected, 120)) {
    const shipped = await sharp(join(PICTURES, file)).metadata();
    expect({
      file,
      format: shipped.format,
      width: shipped.width,
      height: shipped.height,
    }).toEqual({ file, format: "webp", width, height });
  }
});

test("every product has a main picture, and a smaller one for listings", () => {
  for (const product of products) {
    expect(product.images[0]?.view).toBe("main");
    expect(filesOf(product, { view: "main" }).map(({ width }) => width)).toEqual([960, 480]);
  }
});

test("a piece is shown by pictures of its own form, at the least", () => {
  const bySlug = new Map(products.map((product) => [product.slug, product]));
  for (const { form, drawing } of products)
    if (drawing.like) expect(bySlug.get(drawing.like)?.form).toBe(form);
});

test("no shipped picture is of a drawing that has changed since", async () => {
  const marks = await readMarks();
  const drawn = everyPiece.flatMap((product) =>
    product.images
      .filter((image) => marks.has(pictureName(product, image)))
      .map((image) => ({ product, image })),
  );
  expect(drawn.length).toBe(marks.size);
  for (const { product, image } of sample(drawn)) {
    const file = pictureName(product, image);
    expect([file, drawingMark(drawProduct(product, image))]).toEqual([
      file,
      marks.get(file) ?? "none",
    ]);
  }
});

test("the same piece is always drawn the same, and no two pieces alike", () => {
  const bowl = named("celadon-tea-bowl");
  expect(drawProduct(bowl, { view: "main" })).toBe(drawProduct(bowl, { view: "main" }));
  const some = [...curated, ...sample(everyPiece)];
  const drawings = new Set(some.map((product) => drawProduct(product, { view: "main" })));
  expect(drawings.size).toBe(new Set(some.map(({ slug }) => slug)).size);
});

test("a drawing has no gap: every number in it is a number, and it reaches for nothing outside", () => {
  for (const product of sample(everyPiece))
    for (const view of ["main", "wide", "detail"] as const) {
      const svg = drawProduct(product, { view });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href/);
    }
});

const samples: readonly (readonly [string, View])[] = [
  ["celadon-tea-bowl", "main"],
  ["buncheong-pitcher", "detail"],
];

test.each(samples)("the shipped picture of %s (%s) is what the code draws", async (slug, view) => {
  const product = named(slug);
  const [drawn] = await renderPicture(drawProduct(product, { view }), product, { view });
  const shipped = await pixels(join(PICTURES, pictureName(product, { view })));
  const anew = await pixels(drawn?.bytes ?? Buffer.alloc(0));
  expect(anew.length).toBe(shipped.length);
  expect(meanDifference(anew, shipped)).toBeLessThan(TOLERANCE);
});

test("who may choose a glaze sees the piece in each of them", () => {
  const chosen = products.filter(
    ({ choice, drawing }) => choice?.option.code === "glaze" && !drawing.like,
  );
  expect(chosen.length).toBeGreaterThan(40);
  for (const { slug, glaze, choice, images } of chosen) {
    const shown = images
      .filter(({ view }) => view === "main")
      .map((image): string => image.glaze ?? glaze);
    expect([slug, shown]).toEqual([slug, choice?.option.values.map(({ code }) => code) ?? []]);
  }
});
