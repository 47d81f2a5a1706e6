import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { attributes, attributesOf } from "../demo/attributes.ts";
import { categories } from "../demo/categories.ts";
import { collections } from "../demo/collections.ts";
import { collectionsOf } from "../demo/memberships.ts";
import { filesOf } from "../demo/pictures.ts";
import { curated, type Image, type Product, products } from "../demo/products.ts";
import { soldBefore } from "../demo/reviews.ts";

export const PRODUCT_SEED = join(import.meta.dirname, "../../product/src/seed.ts");

type Sold = Pick<Product, "price" | "listPrice" | "tiers" | "stock" | "sku"> &
  Pick<Product, "widthMm" | "heightMm" | "depthMm" | "weightG" | "capacityMl">;

const variantOf = (sold: Sold) => ({
  sku: sold.sku,
  width: sold.widthMm,
  height: sold.heightMm,
  depth: sold.depthMm,
  weight: sold.weightG,
  capacity: sold.capacityMl,
  price: sold.price,
  listPrice: sold.listPrice ?? null,
  tiers: sold.tiers ?? [],
  stock: sold.stock,
});

/** A view's largest file, and all of them for a browser to choose from. */
const pictureOf = (product: Product, { view, alt, glaze }: Image) => {
  const files = filesOf(product, { view, ...(glaze && { glaze }) });
  const renditions = files.map((size) => ({ ...size, type: "image/webp" }));
  return { view, alt, ...files[0], renditions, ...(glaze && { selection: { glaze } }) };
};

/** A piece as the product service takes it in. */
const onTheShelf = (product: Product) => ({
  slug: product.slug,
  category: product.category,
  collections: collectionsOf(product),
  name: product.name,
  description: product.description,
  material: product.material,
  care: product.care,
  attributes: attributesOf(product),
  options: product.choice ? [product.choice.option] : [],
  variants: product.choice
    ? product.choice.variants.map((one) => ({ ...variantOf(one), selection: one.selection }))
    : [variantOf(product)],
  pictures: product.images.map((image) => pictureOf(product, image)),
});

/** The shop without its goods: categories, collections and what goods are told apart by. */
const demoShelves = { categories, collections, attributes };

/** A catalogue of these goods, as the product service takes it in. */
const catalogueOf = (goods: readonly Product[]): string =>
  JSON.stringify({ ...demoShelves, products: goods.map(onTheShelf) });

/** The demo shop's catalogue before anybody has bought something. */
export const demoCatalogue = (): string =>
  catalogueOf(products.map((one) => ({ ...one, stock: one.stock + soldBefore(one.slug) })));

/** The demo shop's shelves, then a line for each of these pieces: a catalogue of any length. */
export function* catalogueLines(pieces: Iterable<Product>): Generator<string, void> {
  yield `${JSON.stringify({ ...demoShelves, products: [] })}\n`;
  for (const piece of pieces) yield `${JSON.stringify(onTheShelf(piece))}\n`;
}

/** Fills a product database by the service's own seed: with the first two dozen, if not told what. */
export const seedProducts = (databaseUrl: string, goods: readonly Product[] = curated): void => {
  const { status, stderr } = spawnSync(process.execPath, [PRODUCT_SEED], {
    input: catalogueOf(goods),
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
};
