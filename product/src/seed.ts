import process from "node:process";

import { z } from "@hono/zod-openapi";
import { text } from "@jangteo/shared/contract";
import { connect, type Db } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import { insertRows, preferIndexes } from "@jangteo/shared/rows";
import {
  attributes,
  attributeValues,
  categories,
  collections,
  products,
} from "@jangteo/shared/schema/product/catalogue";
import { locations } from "@jangteo/shared/schema/product/stock";
import { inArray } from "drizzle-orm";

import { refreshCards } from "./cards.ts";
import { insertProducts } from "./whole-products.ts";

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
  /** What a unit costs from a quantity on. */
  tiers: z.array(z.object({ quantity: z.int().min(2), price: amounts })).default([]),
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
      /** The values of options that it shows, where it does not show any. */
      selection: z.record(z.string(), z.string()).default({}),
      /** The same picture in other sizes and formats. */
      renditions: z
        .array(z.object({ file: z.string(), type: z.string(), width: size, height: size }))
        .default([]),
    }),
  ),
});
type NewProduct = z.infer<typeof NewProduct>;

/** What the seed reads from the first line of its input, as JSON. A product without options has one variant. */
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
  await insertRows(tx, categories, placed(catalogue.categories)).onConflictDoNothing();
  await insertRows(tx, collections, placed(catalogue.collections)).onConflictDoNothing();
  await insertRows(tx, attributes, placed(catalogue.attributes)).onConflictDoNothing();
  await insertRows(tx, attributeValues, values).onConflictDoNothing();
};

const pricesOf = ({ price, listPrice, tiers }: NewProduct["variants"][number]) =>
  currencies.flatMap((currency) => {
    const regular = listPrice?.[currency] ?? price[currency];
    const startsAt = new Date(Date.now() - 60 * day);
    return [
      { currency, list: "regular" as const, amount: regular, startsAt },
      ...(regular > price[currency]
        ? [{ currency, list: "sale" as const, amount: price[currency], startsAt: new Date() }]
        : []),
      ...tiers.map((tier) => ({
        ...{ currency, list: "regular" as const, startsAt },
        ...{ minQuantity: tier.quantity, amount: tier.price[currency] },
      })),
    ];
  });

const toWhole = ({ variants, pictures, ...product }: NewProduct, position: number) => ({
  product: { ...product, position, status: "active" as const },
  attributes: product.attributes,
  collections: product.collections,
  options: product.options,
  variants: variants.map(({ stock: units, ...variant }) => ({
    ...{ variant, units },
    prices: pricesOf({ ...variant, stock: units }),
  })),
  pictures: pictures.map(({ width, height, renditions, ...picture }) => ({
    picture,
    media: { file: picture.file, width, height, renditions },
  })),
});

/** Adds a batch, without those that are there; returns how many it added. */
const addBatch = (db: Db, batch: NewProduct[], position: number) =>
  db.transaction(async (tx) => {
    await preferIndexes(tx);
    const slugs = batch.map(({ slug }) => slug);
    const found = await tx
      .select({ slug: products.slug })
      .from(products)
      .where(inArray(products.slug, slugs));
    const known = new Set(found.map(({ slug }) => slug));
    const wholes = batch
      .map((product, at) => toWhole(product, position + at))
      .filter(({ product }) => !known.has(product.slug));
    const added = await insertProducts(tx, wholes, "seed");
    if (added.length < wholes.length) throw new Error("A SKU of these products is taken");
    await refreshCards(
      tx,
      added.map(({ id }) => id),
    );
    return added.length;
  });

type Progress = { read: number; added: number };

async function* batchesOf(given: AsyncIterable<unknown>) {
  const batch: NewProduct[] = [];
  for await (const product of given) {
    batch.push(NewProduct.parse(product));
    if (batch.length === batchSize) yield batch.splice(0);
  }
  if (batch.length > 0) yield batch;
}

async function* joined(first: unknown[], more: AsyncIterable<unknown>) {
  yield* first;
  yield* more;
}
async function* none() {}

/**
 * Adds what is not there yet, and changes nothing that is. `more` are further products, of which
 * only a batch at a time is kept in memory; `tell` hears after each batch how far it is.
 */
export const seed = async (
  db: Db,
  input: Catalogue,
  more: AsyncIterable<unknown> = none(),
  tell: (progress: Progress) => void = () => {},
) => {
  const catalogue = Catalogue.parse(input);
  await db.transaction((tx) => insertShelves(tx, catalogue));
  const progress = { read: 0, added: 0 };
  for await (const batch of batchesOf(joined(catalogue.products, more))) {
    progress.added += await addBatch(db, batch, progress.read);
    progress.read += batch.length;
    tell(progress);
  }
};

/** The first line is a catalogue, each one after it a further product. */
async function* jsonLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<unknown, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
  if (rest !== "") yield JSON.parse(rest);
}

if (import.meta.main) {
  const env = readEnv(z.object({ DATABASE_URL: z.url() }));
  const db = connect(env.DATABASE_URL, { max: 1 });
  const lines = jsonLines(process.stdin);
  const { value: catalogue } = await lines.next();
  await seed(db, Catalogue.parse(catalogue), lines, ({ read, added }) => {
    process.stdout.write(`${read} read, ${added} added\n`);
  });
  await db.$client.end();
}
