import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

import subsetFont from "subset-font";

import { attributes } from "../../ops/demo/attributes";
import { categories } from "../../ops/demo/categories";
import { collections } from "../../ops/demo/collections";
import { products } from "../../ops/demo/products";
import { routing } from "../i18n/routing";
import { namedCountries } from "../ui/countries";

const require = createRequire(import.meta.url);
const here = new URL("./", import.meta.url);

const latin = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
);

type Language = (typeof routing.locales)[number];
type Spoken = Record<Language, string>;

/** What shoppers read; staff see a rare character in a face that comes later. */
const catalogue = async (language: Language) => {
  const folder = new URL(`../messages/${language}/`, here);
  const files = (await readdir(folder)).filter((name) => name !== "admin.json");
  return await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
};

const shelves = [...categories, ...collections];
const names: Spoken[] = [...shelves, ...products].map(({ name }) => name);
const choices: Spoken[] = attributes.flatMap(({ name, values }) => [
  ...[name, ...values.map((value) => value.name)],
]);
const descriptions: Spoken[] = [
  ...shelves.map(({ description }) => description),
  ...products.flatMap(({ description, maker, material, care }) => [
    ...[description, maker, material, care],
  ]),
];

const faces = [
  {
    name: "body",
    source: "pretendard/dist/web/variable/woff2/PretendardVariable.woff2",
    variationAxes: { wght: { min: 400, max: 600 } },
    goods: (language: Language) => [
      ...[...names, ...choices, ...descriptions].map((text) => text[language]),
      ...namedCountries(language).map(([, name]) => name),
    ],
  },
  {
    name: "display",
    source: "@fontsource/gowun-batang/files/gowun-batang-korean-400-normal.woff2",
    variationAxes: {},
    goods: (language: Language) => names.map((text) => text[language]),
  },
];

/** The shop's name and that of each language are written so on every page. */
const everywhere = [
  "장터",
  ...routing.locales.map((one) => new Intl.DisplayNames(one, { type: "language" }).of(one) ?? ""),
];

/** Every distinct character of the texts, in order. */
const glyphsOf = (texts: readonly string[]) =>
  [...new Set(Array.from(texts.join("")))]
    .filter((glyph) => glyph >= " ")
    .toSorted()
    .join("");

/** The two faces of a language that its pages preload, cut to the shop's own words and its demo goods. */
const subsetFaces = async (language: Language) => {
  const words = [...latin, "Ø×·°₩원…–—‘’“”", ...everywhere, ...(await catalogue(language))];
  return await Promise.all(
    faces.map(async ({ name, source, variationAxes, goods }) => {
      const glyphs = glyphsOf([...words, ...goods(language)]);
      const whole = await readFile(require.resolve(source));
      const bytes = await subsetFont(whole, glyphs, { targetFormat: "woff2", variationAxes });
      return { name, glyphs, bytes };
    }),
  );
};

/** Every file that is made here, by name. */
export const madeFiles = async () => {
  const cut = await Promise.all(
    routing.locales.map(async (language) => ({ language, made: await subsetFaces(language) })),
  );
  const glyphs = Object.fromEntries(
    cut.map(({ language, made }) => [
      language,
      Object.fromEntries(made.map(({ name, glyphs: held }) => [name, held])),
    ]),
  );
  return [
    ...cut.flatMap(({ language, made }) =>
      made.map(({ name, bytes }) => ({ file: `${name}-${language}.woff2`, bytes })),
    ),
    { file: "glyphs.json", bytes: Buffer.from(`${JSON.stringify(glyphs, null, 2)}\n`) },
  ];
};

if (import.meta.main) {
  await Promise.all(
    (await madeFiles()).map(({ file, bytes }) => writeFile(new URL(file, here), bytes)),
  );
}
