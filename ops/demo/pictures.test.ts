import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";

import { pictureName, PICTURES, SIZES } from "./pictures.ts";
import { type Product, products, type View } from "./products.ts";
import { drawProduct, renderPicture } from "./render-pictures.ts";

/** Mean difference per channel, of 255; font-free drawings differ only by rounding and WebP. */
const TOLERANCE = 1.5;

const named = (slug: string): Product => {
  const found = products.find((product) => product.slug === slug);
  if (!found) throw new RangeError(`no product ${slug}`);
  return found;
};

const pixels = (picture: string | Buffer) => sharp(picture).removeAlpha().raw().toBuffer();

const meanDifference = (a: Buffer, b: Buffer) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;

test("every product picture is shipped, at its size, and nothing else is", async () => {
  const expected = products.flatMap((product) =>
    product.images.map(({ view }) => ({ file: pictureName(product, view), size: SIZES[view] })),
  );
  expect((await readdir(PICTURES)).toSorted()).toEqual(expected.map(({ file }) => file).toSorted());
  for (const { file, size } of expected) {
    const { format, width, height } = await sharp(join(PICTURES, file)).metadata();
    expect({ file, format, width, height }).toEqual({ file, format: "webp", ...size });
  }
});

test("the same piece is always drawn the same, and no two pieces alike", () => {
  const bowl = named("celadon-tea-bowl");
  expect(drawProduct(bowl, "main")).toBe(drawProduct(bowl, "main"));
  expect(new Set(products.map((product) => drawProduct(product, "main"))).size).toBe(
    products.length,
  );
});

test("a drawing has no gap: every number in it is a number, and it reaches for nothing outside", () => {
  for (const product of products)
    for (const { view } of product.images) {
      const svg = drawProduct(product, view);
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
  const shipped = await pixels(join(PICTURES, pictureName(product, view)));
  const drawn = await pixels(await renderPicture(product, view));
  expect(drawn.length).toBe(shipped.length);
  expect(meanDifference(drawn, shipped)).toBeLessThan(TOLERANCE);
});
