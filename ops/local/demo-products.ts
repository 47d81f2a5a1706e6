import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { categories } from "../demo/categories.ts";
import { pictureName, SIZES } from "../demo/pictures.ts";
import { products, type Product } from "../demo/products.ts";

export const PRODUCT_SEED = join(import.meta.dirname, "../../product/src/seed.ts");

const onTheShelf = (product: Product) => ({
  slug: product.slug,
  sku: product.sku,
  category: product.category,
  form: product.form,
  glaze: product.glaze,
  name: product.name,
  description: product.description,
  maker: product.maker,
  material: product.material,
  care: product.care,
  width: product.widthMm,
  height: product.heightMm,
  depth: product.depthMm,
  weight: product.weightG,
  capacity: product.capacityMl,
  price: product.price,
  listPrice: product.listPrice ?? null,
  stock: product.stock,
  pictures: product.images.map(({ view, alt }) => ({
    view,
    alt,
    file: pictureName(product, view),
    ...SIZES[view],
  })),
});

/** The demo shop's catalogue, as the product service takes it in. */
export const demoCatalogue = (): string =>
  JSON.stringify({ categories, products: products.map(onTheShelf) });

/** Fills a product database by the service's own seed. */
export const seedProducts = (databaseUrl: string): void => {
  const { status, stderr } = spawnSync(process.execPath, [PRODUCT_SEED], {
    input: demoCatalogue(),
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
};
