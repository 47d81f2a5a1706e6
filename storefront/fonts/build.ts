import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

import subsetFont from "subset-font";

import { categories } from "../../ops/demo/categories";
import { products } from "../../ops/demo/products";

const require = createRequire(import.meta.url);
const here = new URL("./", import.meta.url);

const faces = [
  {
    file: "body.woff2",
    source: "pretendard/dist/web/variable/woff2/PretendardVariable.woff2",
    variationAxes: { wght: { min: 400, max: 600 } },
  },
  {
    file: "display.woff2",
    source: "@fontsource/gowun-batang/files/gowun-batang-korean-400-normal.woff2",
    variationAxes: {},
  },
];

const latin = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
);

const catalogues = async () => {
  const folder = new URL("../messages/", here);
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith(".json"));
  return await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
};

const spoken = (text: { ko: string; en: string }) => text.ko + text.en;
const goods = [
  ...categories.map(({ name }) => spoken(name)),
  ...products.map(({ name, maker }) => spoken(name) + spoken(maker)),
];

/** Every character of the shop's own words and of what its shelves are called, in order. */
export const shopGlyphs = async () => {
  const written = [...latin, "Ø×·°₩원점…–—‘’“”", ...goods, ...(await catalogues())].join("");
  const glyphs = new Set(Array.from(written));
  return [...glyphs]
    .filter((glyph) => glyph >= " ")
    .toSorted()
    .join("");
};

/** The two faces that every page preloads, cut to those characters. */
export const subsetFaces = async () => {
  const glyphs = await shopGlyphs();
  return await Promise.all(
    faces.map(async ({ file, source, variationAxes }) => ({
      file,
      bytes: await subsetFont(await readFile(require.resolve(source)), glyphs, {
        targetFormat: "woff2",
        variationAxes,
      }),
    })),
  );
};

if (import.meta.main) {
  await Promise.all(
    (await subsetFaces()).map(({ file, bytes }) => writeFile(new URL(file, here), bytes)),
  );
}
