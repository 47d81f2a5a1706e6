import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

import subsetFont from "subset-font";

import { categories } from "../../ops/demo/categories";
import { collections } from "../../ops/demo/collections";
import { products } from "../../ops/demo/products";
import { namedCountries } from "../ui/countries";

const require = createRequire(import.meta.url);
const here = new URL("./", import.meta.url);

const latin = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
);

/** What shoppers read; staff see a rare character in a face that comes later. */
const catalogues = async () => {
  const folder = new URL("../messages/", here);
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith(".json") && !name.endsWith("admin.json"));
  return await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
};

const spoken = (...texts: { ko: string; en: string }[]) =>
  texts.map(({ ko, en }) => ko + en).join("");

const names = [...categories, ...collections, ...products].map(({ name }) => spoken(name));
const places = namedCountries("ko").map(([, name]) => name);
const descriptions = [
  ...[...categories, ...collections].map(({ description }) => spoken(description)),
  ...products.map(({ description, maker, material, care }) =>
    spoken(description, maker, material, care),
  ),
];

const faces = [
  {
    name: "body",
    source: "pretendard/dist/web/variable/woff2/PretendardVariable.woff2",
    variationAxes: { wght: { min: 400, max: 600 } },
    goods: [...names, ...descriptions, ...places],
  },
  {
    name: "display",
    source: "@fontsource/gowun-batang/files/gowun-batang-korean-400-normal.woff2",
    variationAxes: {},
    goods: names,
  },
];

/** Every distinct character of the texts, in order. */
const glyphsOf = (texts: readonly string[]) =>
  [...new Set(Array.from(texts.join("")))]
    .filter((glyph) => glyph >= " ")
    .toSorted()
    .join("");

/** The two faces that every page preloads, cut to the shop's own words and its demo goods. */
const subsetFaces = async () => {
  const words = [...latin, "Ø×·°₩원점형태…–—‘’“”", ...(await catalogues())];
  return await Promise.all(
    faces.map(async ({ name, source, variationAxes, goods }) => {
      const glyphs = glyphsOf([...words, ...goods]);
      const whole = await readFile(require.resolve(source));
      const bytes = await subsetFont(whole, glyphs, { targetFormat: "woff2", variationAxes });
      return { name, glyphs, bytes };
    }),
  );
};

/** Every file that is made here, by name. */
export const madeFiles = async () => {
  const cut = await subsetFaces();
  const glyphs = Object.fromEntries(cut.map(({ name, glyphs: held }) => [name, held]));
  return [
    ...cut.map(({ name, bytes }) => ({ file: `${name}.woff2`, bytes })),
    { file: "glyphs.json", bytes: Buffer.from(`${JSON.stringify(glyphs, null, 2)}\n`) },
  ];
};

if (import.meta.main) {
  await Promise.all(
    (await madeFiles()).map(({ file, bytes }) => writeFile(new URL(file, here), bytes)),
  );
}
