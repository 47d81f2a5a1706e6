import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { collectionProducts, products, variants } from "@jangteo/shared/schema/product/catalogue";
import { availability } from "@jangteo/shared/schema/product/stock";
import { and, asc, desc, eq, lt, sql } from "drizzle-orm";

import { readSources, type Source } from "./cards/source.ts";
import type { ProductRecord } from "./contract.ts";
import { addressOf } from "./media.ts";
import { left, leftIn, readFree } from "./stock-levels.ts";

type Variant = Source["variants"][number];

const selectionOf = ({ options }: Source, { selection }: Variant) =>
  options.flatMap(({ code }) => {
    const value = selection[code];
    return value === undefined ? [] : [{ option: code, value }];
  });

const pricesOf = ({ prices }: Variant, now: Date) =>
  prices
    .filter(({ endsAt }) => endsAt === null || endsAt > now)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ startsAt, endsAt, ...price }) => ({
      ...price,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
    }));

const toRecord = (
  source: Source,
  freeOf: (variantId: string) => number,
  now: Date,
): ProductRecord => ({
  ...source.product,
  attributes: source.attributes.map(({ code, value }) => ({ attribute: code, value: value.code })),
  collections: source.collections.map(({ slug }) => slug),
  options: source.options.map(({ code, name, values }) => ({
    ...{ code, name },
    values: values.map((value) => ({ code: value.code, name: value.name })),
  })),
  pictures: source.pictures.map(({ picture: { file, view, alt, selection } }) => ({
    ...{ file, view, alt, url: addressOf(file) },
    selection: Object.entries(selection).map(([option, value]) => ({ option, value })),
  })),
  variants: source.variants.map((variant) => ({
    ...variant,
    selection: selectionOf(source, variant),
    free: freeOf(variant.id),
    prices: pricesOf(variant, now),
  })),
});

export const missing = () => new AppError("not_found", "There is no such product");

export const findRecord = async (db: Db, id: string, now: Date) => {
  const [source] = await readSources(db, [id]);
  if (!source) throw missing();
  return toRecord(
    source,
    await readFree(
      db,
      source.variants.map(({ id: variantId }) => variantId),
    ),
    now,
  );
};

type Page = {
  q?: string | undefined;
  status?: "draft" | "active" | "archived" | undefined;
  availability?: "in_stock" | "low_stock" | "sold_out" | undefined;
  category?: string | undefined;
  collection?: string | undefined;
  after?: string | undefined;
  limit: number;
};

const holding = (words: string) => {
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`(lower(${products.name} ->> 'ko') like ${pattern}
    or lower(${products.name} ->> 'en') like ${pattern} or ${products.slug} like ${pattern}
    or exists (select 1 from ${variants} where ${variants.productId} = ${products.id}
      and lower(${variants.sku}) like ${pattern}))`;
};

const standingIn = (collection: string) =>
  sql`exists (select 1 from ${collectionProducts}
    where ${collectionProducts.productId} = ${products.id}
      and ${collectionProducts.collection} = ${collection})`;

/** The newest first, whatever their status. */
export const listRecords = async (
  db: Db,
  { q, status, availability: range, category, collection, after, limit }: Page,
) => {
  const rows = await db
    .select({
      id: products.id,
      slug: products.slug,
      status: products.status,
      name: products.name,
      category: products.category,
      version: products.version,
      available: left,
      createdAt: products.createdAt,
      skus: sql<string[]>`array(select ${variants.sku} from ${variants}
        where ${variants.productId} = ${products.id} order by ${asc(variants.position)})`,
    })
    .from(products)
    .leftJoin(availability, eq(availability.productId, products.id))
    .where(
      and(
        q === undefined ? undefined : holding(q),
        status && eq(products.status, status),
        range && leftIn(range),
        category === undefined ? undefined : eq(products.category, category),
        collection === undefined ? undefined : standingIn(collection),
        after === undefined ? undefined : lt(products.id, after),
      ),
    )
    .orderBy(desc(products.id))
    .limit(limit + 1);
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};
