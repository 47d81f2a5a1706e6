import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { listings } from "@jangteo/shared/schema/product/card";
import {
  collectionHistory,
  collectionProducts,
  collections,
  products,
} from "@jangteo/shared/schema/product/catalogue";
import { and, asc, eq, inArray, sql } from "drizzle-orm";

import { bump, refusingDuplicates, show } from "./catalogue.ts";
import type { CollectionChange, NewCollection } from "./contract.ts";
import { lockProducts, nextVersion, requireVersion, showShelf } from "./shelves.ts";

type Row = typeof collections.$inferSelect;

const taken = "Another collection has this slug";
const missing = () => new AppError("not_found", "There is no such collection");

const recorded = {
  row: collections,
  products: sql<number>`(select count(*)::int from ${collectionProducts}
    where ${collectionProducts}.collection = ${collections}.slug)`,
};

export const listCollectionRecords = async (db: Db) => {
  const rows = await db
    .select(recorded)
    .from(collections)
    .orderBy(asc(collections.position), asc(collections.slug));
  return rows.map(({ row, ...counted }) => ({ ...row, ...counted }));
};

export const findCollectionRecord = async (db: Db, slug: string) => {
  const [row] = await db.select(recorded).from(collections).where(eq(collections.slug, slug));
  if (!row) throw missing();
  return { ...row.row, products: row.products };
};

/** The slug that a collection has now which had this one. */
export const collectionAfter = async (db: Db, slug: string) => {
  const [moved] = await db.select().from(collectionHistory).where(eq(collectionHistory.slug, slug));
  return moved?.collection;
};

export const addCollection = async (tx: Db, wanted: NewCollection, now: Date) => {
  await refusingDuplicates(tx.insert(collections).values(wanted).returning(), taken);
  await tx.delete(collectionHistory).where(eq(collectionHistory.slug, wanted.slug));
  await showShelf(tx, { kind: "collection", slug: wanted.slug }, [], now);
};

const lock = async (tx: Db, slug: string, version: number) => {
  const [before] = await tx
    .select()
    .from(collections)
    .where(eq(collections.slug, slug))
    .for("update");
  if (!before) throw missing();
  requireVersion(before, version);
  return before;
};

const lockMembers = (tx: Db, slug: string) =>
  lockProducts(
    tx,
    sql`${products.id} in (select product_id from ${collectionProducts} where collection = ${slug})`,
  );

/** Locks a collection before its products, so that none comes in or goes out meanwhile. */
const lockAll = async (tx: Db, slug: string, version: number) => {
  const before = await lock(tx, slug, version);
  const locked = await lockMembers(tx, slug);
  return { before, locked, ids: locked.map(({ id }) => id) };
};

const countMembers = async (tx: Db, ids: string[]) => {
  if (ids.length > 0) await tx.update(products).set(nextVersion()).where(inArray(products.id, ids));
};

const rename = async (tx: Db, before: Row, slug: string) => {
  const { slug: from } = before;
  const to = { collection: slug };
  await refusingDuplicates(
    tx
      .insert(collections)
      .values({ ...before, slug })
      .returning(),
    taken,
  );
  await tx.update(collectionProducts).set(to).where(eq(collectionProducts.collection, from));
  await tx.delete(collectionHistory).where(eq(collectionHistory.slug, slug));
  await tx.update(collectionHistory).set(to).where(eq(collectionHistory.collection, from));
  await tx.delete(collections).where(eq(collections.slug, from));
  await tx
    .insert(collectionHistory)
    .values({ slug: from, ...to })
    .onConflictDoUpdate({ target: collectionHistory.slug, set: to });
};

/** Has the cards of these products be made anew; `slug` takes the place of `from` in their listings. */
const relist = async (tx: Db, ids: string[], from: string, slug: string | null, now: Date) => {
  if (ids.length === 0) return;
  const { collections: listed } = listings;
  const named =
    slug === null
      ? sql`array_remove(${listed}, ${from})`
      : sql`array_replace(${listed}, ${from}, ${slug})`;
  await tx
    .update(listings)
    .set({ collections: named, staleAt: now })
    .where(inArray(listings.productId, ids));
};

/** Changes what `version` was seen of; answers the slug it has now. */
export const changeCollection = async (
  tx: Db,
  { slug: from, version }: { slug: string; version: number },
  change: CollectionChange,
  now: Date,
) => {
  const { before, locked, ids } = await lockAll(tx, from, version);
  const { slug = from, ...columns } = change;
  if (slug !== from) {
    await rename(tx, before, slug);
    await countMembers(tx, ids);
  }
  await tx
    .update(collections)
    .set({ ...columns, version: before.version + 1 })
    .where(eq(collections.slug, slug));
  const isShown = slug !== from || change.name !== undefined;
  if (isShown) await relist(tx, ids, from, slug, now);
  await showShelf(tx, { kind: "collection", slug }, isShown ? locked : [], now);
  return slug;
};

export const removeCollection = async (tx: Db, slug: string, version: number, now: Date) => {
  const { locked, ids } = await lockAll(tx, slug, version);
  await tx.delete(collections).where(eq(collections.slug, slug));
  await countMembers(tx, ids);
  await relist(tx, ids, slug, null, now);
  await showShelf(tx, { kind: "collection", slug }, locked, now);
};

type Membership = { slug: string; id: string };

/** Puts a product in, or takes it out; as it is already, nothing changes. */
export const setMembership = async (tx: Db, { slug, id }: Membership, isIn: boolean, now: Date) => {
  const [collection] = await tx
    .select()
    .from(collections)
    .where(eq(collections.slug, slug))
    .for("key share");
  const [product] = await tx.select().from(products).where(eq(products.id, id)).for("update");
  if (!collection) throw missing();
  if (!product) throw new AppError("not_found", "There is no such product");
  const place = { collection: slug, productId: id };
  const { collection: named, productId } = collectionProducts;
  const changed = await (isIn
    ? tx.insert(collectionProducts).values(place).onConflictDoNothing().returning()
    : tx
        .delete(collectionProducts)
        .where(and(eq(named, slug), eq(productId, id)))
        .returning());
  if (changed.length === 0) return;
  await bump(tx, id);
  await show(tx, product, now);
};
