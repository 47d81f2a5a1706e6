import process from "node:process";
import { json } from "node:stream/consumers";

import { z } from "@hono/zod-openapi";
import { text } from "@jangteo/shared/contract";
import { connect, type Db } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import {
  categories,
  categoryTexts,
  pictures,
  pictureTexts,
  prices,
  products,
  productTexts,
} from "@jangteo/shared/schema/product";

const words = z.object({ ko: text(2000), en: text(2000) });
const amounts = z.object({ KRW: z.int().positive(), USD: z.int().positive() });
const size = z.int().positive();

const NewProduct = z.object({
  ...{
    slug: z.string(),
    sku: z.string(),
    category: z.string(),
    form: z.string(),
    glaze: z.string(),
  },
  ...{ name: words, description: words, maker: words, material: words, care: words },
  ...{ width: size, height: size, depth: size, weight: size, capacity: size.nullable() },
  price: amounts,
  listPrice: amounts.nullable(),
  stock: z.int().nonnegative(),
  pictures: z.array(
    z.object({
      view: z.enum(["main", "wide", "detail"]),
      file: z.string(),
      width: size,
      height: size,
      alt: words,
    }),
  ),
});
/** What the seed reads from its input, as JSON. */
export const Catalogue = z.object({
  categories: z.array(z.object({ slug: z.string(), name: words })),
  products: z.array(NewProduct),
});
export type Catalogue = z.infer<typeof Catalogue>;

const languages = ["ko", "en"] as const;
const currencies = ["KRW", "USD"] as const;

const addProduct = async (db: Db, product: z.infer<typeof NewProduct>, position: number) => {
  const {
    name,
    description,
    maker,
    material,
    care,
    price,
    listPrice,
    pictures: shown,
    ...row
  } = product;
  const [added] = await db
    .insert(products)
    .values({ ...row, position, status: "active" })
    .onConflictDoNothing()
    .returning({ productId: products.id });
  if (!added) return;
  await db.insert(productTexts).values(
    languages.map((language) => ({
      ...added,
      language,
      name: name[language],
      description: description[language],
      maker: maker[language],
      material: material[language],
      care: care[language],
    })),
  );
  await db.insert(prices).values(
    currencies.map((currency) => ({
      ...added,
      currency,
      amount: price[currency],
      listAmount: listPrice?.[currency] ?? null,
    })),
  );
  const rows = shown.map(({ alt, ...picture }, at) => ({
    ...added,
    ...picture,
    position: at,
    alt,
  }));
  if (rows.length === 0) return;
  await db.insert(pictures).values(rows.map(({ alt: _alt, ...picture }) => picture));
  await db
    .insert(pictureTexts)
    .values(
      rows.flatMap(({ productId, position: at, alt }) =>
        languages.map((language) => ({ productId, position: at, language, alt: alt[language] })),
      ),
    );
};

/** Adds what is not there yet, and changes nothing that is. */
export const seed = (db: Db, catalogue: Catalogue) =>
  db.transaction(async (tx) => {
    for (const [position, { slug, name }] of catalogue.categories.entries()) {
      await tx.insert(categories).values({ slug, position }).onConflictDoNothing();
      const texts = languages.map((language) => ({
        category: slug,
        language,
        name: name[language],
      }));
      await tx.insert(categoryTexts).values(texts).onConflictDoNothing();
    }
    for (const [position, product] of catalogue.products.entries())
      await addProduct(tx, product, position);
  });

if (import.meta.main) {
  const env = readEnv(z.object({ DATABASE_URL: z.url() }));
  const db = connect(env.DATABASE_URL, { max: 1 });
  await seed(db, Catalogue.parse(await json(process.stdin)));
  await db.$client.end();
}
