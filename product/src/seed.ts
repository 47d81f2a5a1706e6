import process from "node:process";

import { z } from "@hono/zod-openapi";
import { connect, type Db } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import { preferIndexes } from "@jangteo/shared/rows";
import { products, slugHistory, variants } from "@jangteo/shared/schema/product/catalogue";
import { inArray } from "drizzle-orm";

import { refreshCards } from "./cards.ts";
import { Catalogue, NewProduct, type Shelves } from "./seed-catalogue.ts";
import { furnish, standUp } from "./seed-shelves.ts";
import { insertProducts } from "./whole-products.ts";

const currencies = ["KRW", "USD"] as const;
const day = 86_400_000;
const batchSize = 200;

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

const toWhole = ({ variants: own, pictures, ...product }: NewProduct, position: number) => ({
  product: { ...product, position, status: "active" as const },
  attributes: product.attributes,
  collections: product.collections,
  options: product.options,
  variants: own.map(({ stock: units, ...variant }) => ({
    ...{ variant, units },
    prices: pricesOf({ ...variant, stock: units }),
  })),
  pictures: pictures.map(({ width, height, renditions, ...picture }) => ({
    picture,
    media: { file: picture.file, width, height, renditions },
  })),
});

/** Whether a product is not there: nothing has its slug or had it before, and nothing has a SKU of it. */
const whichAreNew = async (tx: Db, batch: NewProduct[]) => {
  const slugs = batch.map(({ slug }) => slug);
  const skus = batch.flatMap(({ variants: own }) => own.map(({ sku }) => sku));
  const named = await tx
    .select({ slug: products.slug })
    .from(products)
    .where(inArray(products.slug, slugs))
    .unionAll(
      tx
        .select({ slug: slugHistory.slug })
        .from(slugHistory)
        .where(inArray(slugHistory.slug, slugs)),
    );
  const sold = await tx
    .select({ sku: variants.sku })
    .from(variants)
    .where(inArray(variants.sku, skus));
  const taken = new Set([...named.map(({ slug }) => slug), ...sold.map(({ sku }) => sku)]);
  return ({ slug, variants: own }: NewProduct) =>
    !taken.has(slug) && !own.some(({ sku }) => taken.has(sku));
};

/** Adds a batch, without those that are there; returns how many it added. */
const addBatch = (db: Db, shelves: Shelves, batch: NewProduct[], position: number) =>
  db.transaction(async (tx) => {
    await preferIndexes(tx);
    const isNew = await whichAreNew(tx, batch);
    const placed = batch.map((product, at) => ({ product, position: position + at }));
    const missing = placed.filter(({ product }) => isNew(product));
    if (missing.length === 0) return 0;
    const nameNow = await standUp(
      tx,
      shelves,
      missing.map(({ product }) => product),
    );
    const wholes = missing.map((one) => toWhole(nameNow(one.product), one.position));
    const added = await insertProducts(tx, wholes, "seed");
    if (added.length < wholes.length) throw new Error("A slug or a SKU is there twice");
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
 * Adds what is not there yet, and changes nothing that is. What staff named otherwise or took away stays so; only a
 * shelf that a further product needs is put up again. `more` are further products, of which only a batch at a
 * time is kept in memory; `tell` hears after each batch how far it is.
 */
export const seed = async (
  db: Db,
  input: Catalogue,
  more: AsyncIterable<unknown> = none(),
  tell: (progress: Progress) => void = () => {},
) => {
  const catalogue = Catalogue.parse(input);
  await db.transaction((tx) => furnish(tx, catalogue));
  const progress = { read: 0, added: 0 };
  for await (const batch of batchesOf(joined(catalogue.products, more))) {
    progress.added += await addBatch(db, catalogue, batch, progress.read);
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
