import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

import subsetFont from "subset-font";

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

const texts = async (folder: URL, name: RegExp) => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return await Promise.all(
    names.filter((path) => name.test(path)).map((path) => readFile(new URL(path, folder), "utf8")),
  );
};

/** Every character that the shop's own words and its demo goods are written with, in order. */
export const shopGlyphs = async () => {
  const written = await Promise.all([
    texts(new URL("../messages/", here), /\.json$/),
    texts(new URL("../../ops/demo/", here), /^(products|categories|makers)[\w/-]*\.ts$/),
  ]);
  const glyphs = new Set([
    ...latin,
    ...Array.from("Ø×·°₩원점…–—‘’“”"),
    ...Array.from(written.flat().join("")),
  ]);
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
