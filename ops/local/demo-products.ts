import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { categories } from "../demo/categories.ts";
import { collections } from "../demo/collections.ts";
import { collectionsOf } from "../demo/memberships.ts";
import { pictureName, SIZES } from "../demo/pictures.ts";
import { products, type Product, type Text } from "../demo/products.ts";

export const PRODUCT_SEED = join(import.meta.dirname, "../../product/src/seed.ts");

const glazes: Record<Product["glaze"], Text> = {
  celadon: { ko: "청자", en: "Celadon" },
  porcelain: { ko: "백자", en: "White porcelain" },
  buncheong: { ko: "분청", en: "Buncheong" },
  onggi: { ko: "옹기", en: "Onggi" },
  cobalt: { ko: "청화", en: "Cobalt blue" },
  tenmoku: { ko: "흑유", en: "Tenmoku" },
  ash: { ko: "재유", en: "Ash glaze" },
  crackle: { ko: "실금", en: "Crackle" },
};
const forms: Record<Product["form"], Text> = {
  "moon-jar": { ko: "달항아리", en: "Moon jar" },
  "rice-bowl": { ko: "밥그릇", en: "Rice bowl" },
  "tea-bowl": { ko: "다완", en: "Tea bowl" },
  "noodle-bowl": { ko: "면기", en: "Noodle bowl" },
  cup: { ko: "찻잔", en: "Cup" },
  tumbler: { ko: "잔", en: "Tumbler" },
  mug: { ko: "머그", en: "Mug" },
  teapot: { ko: "다관", en: "Teapot" },
  pitcher: { ko: "물주전자", en: "Pitcher" },
  vase: { ko: "매병", en: "Vase" },
  bottle: { ko: "병", en: "Bottle" },
  jangdok: { ko: "장독", en: "Storage jar" },
  "lidded-box": { ko: "합", en: "Lidded box" },
  plate: { ko: "접시", en: "Plate" },
  "sauce-dish": { ko: "종지", en: "Sauce dish" },
  tray: { ko: "쟁반", en: "Tray" },
  "spoon-rest": { ko: "숟가락 받침", en: "Spoon rest" },
  "incense-holder": { ko: "향꽂이", en: "Incense holder" },
};

const codeOf = ({ en }: Text) =>
  en
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
const named = (names: Record<string, Text>) =>
  Object.entries(names).map(([code, name]) => ({ code, name }));
const makers = Object.fromEntries(products.map(({ maker }) => [codeOf(maker), maker]));

const attributes = [
  { code: "glaze", name: { ko: "유약", en: "Glaze" }, values: named(glazes) },
  { code: "form", name: { ko: "형태", en: "Form" }, values: named(forms) },
  { code: "maker", name: { ko: "공방", en: "Maker" }, values: named(makers) },
];

const onTheShelf = (product: Product) => ({
  slug: product.slug,
  category: product.category,
  collections: collectionsOf(product),
  name: product.name,
  description: product.description,
  material: product.material,
  care: product.care,
  attributes: [
    { attribute: "glaze", value: product.glaze },
    { attribute: "form", value: product.form },
    { attribute: "maker", value: codeOf(product.maker) },
  ],
  variants: [
    {
      sku: product.sku,
      width: product.widthMm,
      height: product.heightMm,
      depth: product.depthMm,
      weight: product.weightG,
      capacity: product.capacityMl,
      price: product.price,
      listPrice: product.listPrice ?? null,
      stock: product.stock,
    },
  ],
  pictures: product.images.map(({ view, alt }) => ({
    view,
    alt,
    file: pictureName(product, view),
    ...SIZES[view],
  })),
});

const shelves = { categories, collections, attributes };

/** The demo shop's catalogue, as the product service takes it in. */
export const demoCatalogue = (): string =>
  JSON.stringify({ ...shelves, products: products.map(onTheShelf) });

/** The demo shop's shelves, then a line for each of these pieces: a catalogue of any length. */
export function* catalogueLines(pieces: Iterable<Product>): Generator<string, void> {
  yield `${JSON.stringify({ ...shelves, products: [] })}\n`;
  for (const piece of pieces) yield `${JSON.stringify(onTheShelf(piece))}\n`;
}

/** Fills a product database by the service's own seed. */
export const seedProducts = (databaseUrl: string): void => {
  const { status, stderr } = spawnSync(process.execPath, [PRODUCT_SEED], {
    input: demoCatalogue(),
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
};
