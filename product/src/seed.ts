import process from "node:process";
import { json } from "node:stream/consumers";

import { z } from "@hono/zod-openapi";
import { text } from "@jangteo/shared/contract";
import { connect, type Db } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import {
  attributes,
  attributeValues,
  categories,
  collectionProducts,
  collections,
  options,
  optionValues,
  productAttributes,
  products,
  variants,
} from "@jangteo/shared/schema/product/catalogue";
import { media, pictures } from "@jangteo/shared/schema/product/media";
import { prices } from "@jangteo/shared/schema/product/price";
import {
  availability,
  locations,
  stock,
  stockMovements,
} from "@jangteo/shared/schema/product/stock";

import { refreshCards } from "./cards.ts";

const words = z.object({ ko: text(4000), en: text(4000) });
const amounts = z.object({ KRW: z.int().positive(), USD: z.int().positive() });
const size = z.int().positive();
const Named = z.object({ code: z.string(), name: words });
const Shelf = z.object({
  slug: z.string(),
  name: words,
  description: words,
});

const NewVariant = z.object({
  sku: z.string(),
  selection: z.record(z.string(), z.string()).default({}),
  ...{ width: size, height: size, depth: size, weight: size, capacity: size.nullable() },
  price: amounts,
  /** Before the price was cut. */
  listPrice: amounts.nullable().default(null),
  stock: z.int().nonnegative(),
});
const NewProduct = z.object({
  slug: z.string(),
  category: z.string(),
  collections: z.array(z.string()).default([]),
  name: words,
  description: words,
  material: words,
  care: words,
  attributes: z.array(z.object({ attribute: z.string(), value: z.string() })),
  options: z.array(z.object({ ...Named.shape, values: z.array(Named) })).default([]),
  variants: z.array(NewVariant).min(1),
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
type NewProduct = z.infer<typeof NewProduct>;

/** What the seed reads from its input, as JSON. A product without options has one variant. */
export const Catalogue = z.object({
  categories: z.array(z.object({ ...Shelf.shape, parent: z.string().nullable().default(null) })),
  collections: z.array(Shelf).default([]),
  attributes: z.array(z.object({ ...Named.shape, values: z.array(Named) })).default([]),
  products: z.array(NewProduct),
});
export type Catalogue = z.input<typeof Catalogue>;

const currencies = ["KRW", "USD"] as const;
const day = 86_400_000;
const batchSize = 200;

const placed = <T>(rows: T[]) => rows.map((row, position) => ({ ...row, position }));

const insertShelves = async (tx: Db, catalogue: z.infer<typeof Catalogue>) => {
  const values = catalogue.attributes.flatMap(({ code, values: all }) =>
    placed(all.map((value) => ({ ...value, attribute: code }))),
  );
  await tx.insert(locations).values({ code: "main", name: "Main" }).onConflictDoNothing();
  for (const row of placed(catalogue.categories))
    await tx.insert(categories).values(row).onConflictDoNothing();
  for (const row of placed(catalogue.collections))
    await tx.insert(collections).values(row).onConflictDoNothing();
  for (const { values: _values, ...row } of placed(catalogue.attributes))
    await tx.insert(attributes).values(row).onConflictDoNothing();
  for (const row of values) await tx.insert(attributeValues).values(row).onConflictDoNothing();
};

const pricesOf = (variantId: string, { price, listPrice }: NewProduct["variants"][number]) =>
  currencies.flatMap((currency) => {
    const regular = listPrice?.[currency] ?? price[currency];
    const row = { variantId, currency };
    const since = new Date(Date.now() - 60 * day);
    return [
      { ...row, list: "regular" as const, amount: regular, startsAt: since },
      ...(regular > price[currency]
        ? [{ ...row, list: "sale" as const, amount: price[currency] }]
        : []),
    ];
  });

const fill = async (tx: Db, productId: string, product: NewProduct) => {
  const own = <T>(rows: T[]) => rows.map((row, position) => ({ ...row, productId, position }));
  const shownMedia = product.pictures.map(({ file, width, height }) => ({ file, width, height }));
  const choices = product.options.flatMap(({ code, values }) =>
    own(values).map((value) => ({ ...value, option: code })),
  );
  const made = await tx
    .insert(variants)
    .values(own(product.variants))
    .returning({ id: variants.id, sku: variants.sku });
  const sold = product.variants.flatMap((variant) =>
    made.filter(({ sku }) => sku === variant.sku).map(({ id }) => ({ ...variant, id })),
  );
  const units = sold.map((variant) => ({ variantId: variant.id, location: "main", ...variant }));
  const received = units.filter((unit) => unit.stock > 0);
  await tx.insert(prices).values(sold.flatMap((variant) => pricesOf(variant.id, variant)));
  await tx
    .insert(stock)
    .values(
      units.map(({ variantId, location, stock: onHand }) => ({ variantId, location, onHand })),
    );
  if (received.length > 0)
    await tx.insert(stockMovements).values(
      received.map(({ variantId, location, stock: quantity, sku }) => ({
        ...{ variantId, location, quantity, kind: "received" as const },
        ...{ cause: "seed", line: sku },
      })),
    );
  await tx
    .insert(availability)
    .values({ productId, available: units.reduce((sum, unit) => sum + unit.stock, 0) });
  if (product.options.length > 0) await tx.insert(options).values(own(product.options));
  if (choices.length > 0) await tx.insert(optionValues).values(choices);
  if (product.attributes.length > 0)
    await tx
      .insert(productAttributes)
      .values(product.attributes.map((one) => ({ ...one, productId })));
  if (product.collections.length > 0)
    await tx
      .insert(collectionProducts)
      .values(product.collections.map((collection) => ({ collection, productId })));
  if (shownMedia.length === 0) return;
  await tx.insert(media).values(shownMedia).onConflictDoNothing();
  await tx.insert(pictures).values(own(product.pictures));
};

const addProduct = async (tx: Db, product: NewProduct, position: number) => {
  const [added] = await tx
    .insert(products)
    .values({ ...product, position, status: "active" })
    .onConflictDoNothing()
    .returning({ id: products.id });
  if (!added) return [];
  await fill(tx, added.id, product);
  return [added.id];
};

/** Adds what is not there yet, and changes nothing that is. */
export const seed = async (db: Db, input: Catalogue) => {
  const catalogue = Catalogue.parse(input);
  await db.transaction((tx) => insertShelves(tx, catalogue));
  for (let from = 0; from < catalogue.products.length; from += batchSize)
    await db.transaction(async (tx) => {
      const added: string[] = [];
      const batch = catalogue.products.slice(from, from + batchSize);
      for (const [at, product] of batch.entries())
        added.push(...(await addProduct(tx, product, from + at)));
      await refreshCards(tx, added);
    });
};

if (import.meta.main) {
  const env = readEnv(z.object({ DATABASE_URL: z.url() }));
  const db = connect(env.DATABASE_URL, { max: 1 });
  await seed(db, Catalogue.parse(await json(process.stdin)));
  await db.$client.end();
}
