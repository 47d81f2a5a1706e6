import { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { listings } from "@jangteo/shared/schema/product/card";
import { categories, collections } from "@jangteo/shared/schema/product/catalogue";
import { asc, eq, sql } from "drizzle-orm";

import { categoryAfter } from "./categories.ts";
import { collectionAfter } from "./collections.ts";
import { Picture } from "./contract.ts";
import { fold, lexemeOf, wordsOf } from "./folding.ts";
import { otherLayout } from "./keyboard.ts";
import { findBest } from "./listing.ts";
import type { Audience } from "./question.ts";
import { remembered } from "./remembering.ts";
import { lookUp } from "./search.ts";

const value = sql.placeholder;
const sold = eq(listings.currency, value("currency"));

const tree = (db: Db) =>
  prepared(db, "categories", () => {
    const counts = db
      .select({
        category: sql<string>`category`.as("category"),
        count: sql<number>`count(*)::int`.as("count"),
      })
      .from(sql`${listings}, unnest(${listings.categories}) as category`)
      .where(sold)
      .groupBy(sql`category`)
      .as("counts");
    return db
      .select({ category: categories, count: sql<number>`coalesce(${counts.count}, 0)` })
      .from(categories)
      .leftJoin(counts, eq(counts.category, categories.slug))
      .orderBy(asc(categories.position))
      .prepare("categories");
  });

type Shelf = Pick<typeof categories.$inferSelect, "slug" | "name" | "description">;
const told = ({ slug, name, description }: Shelf, { language }: Audience, count: number) => ({
  slug,
  name: name[language],
  description: description[language],
  count,
});

/** Parents before their children, each level in its order. */
export const listCategories = async (db: Db, audience: Audience) => {
  const rows = await remembered(db, ["categories", audience], () => tree(db).execute(audience));
  const below = (parent: string | null): typeof rows =>
    rows
      .filter(({ category }) => category.parent === parent)
      .flatMap((row) => [row, ...below(row.category.slug)]);
  return below(null).map(({ category, count }) => ({
    ...told(category, audience, count),
    parent: category.parent,
  }));
};

/** A category, or the slug it has now when this one is an earlier one. */
export const findCategory = async (db: Db, audience: Audience, slug: string) => {
  const [here] = await db.select().from(categories).where(eq(categories.slug, slug));
  if (here) {
    const counted = (await listCategories(db, audience)).find((one) => one.slug === slug);
    return { found: { ...told(here, audience, counted?.count ?? 0), parent: here.parent } };
  }
  const moved = await categoryAfter(db, slug);
  if (moved === undefined) throw new AppError("not_found", "There is no such category");
  return { moved };
};

const shelved = (db: Db) =>
  prepared(db, "collections", () => {
    const counts = db
      .select({
        collection: sql<string>`collection`.as("collection"),
        count: sql<number>`count(*)::int`.as("count"),
      })
      .from(sql`${listings}, unnest(${listings.collections}) as collection`)
      .where(sold)
      .groupBy(sql`collection`)
      .as("counts");
    return db
      .select({ collection: collections, count: sql<number>`coalesce(${counts.count}, 0)` })
      .from(collections)
      .leftJoin(counts, eq(counts.collection, collections.slug))
      .orderBy(asc(collections.position), asc(collections.slug))
      .prepare("collections");
  });

export const listCollections = async (db: Db, audience: Audience) => {
  const rows = await remembered(db, ["collections", audience], () => shelved(db).execute(audience));
  return rows.map(({ collection, count }) => told(collection, audience, count));
};

/** A collection, or the slug it has now when this one is an earlier one. */
export const findCollection = async (db: Db, audience: Audience, slug: string) => {
  const statement = prepared(db, "collection", () =>
    db
      .select({
        collection: collections,
        count: sql<number>`(select count(*)::int from ${listings}
          where ${sold} and ${listings.collections} @> array[${value("slug")}]::text[])`,
      })
      .from(collections)
      .where(eq(collections.slug, value("slug")))
      .prepare("collection"),
  );
  const [row] = await statement.execute({ ...audience, slug });
  if (row) return { found: told(row.collection, audience, row.count) };
  const moved = await collectionAfter(db, slug);
  if (moved === undefined) throw new AppError("not_found", "There is no such collection");
  return { moved };
};

const Shown = z.object({ slug: z.string(), name: z.string(), picture: Picture.nullable() });

/** Words that go on as typed, or that were meant; and the goods that fit best. */
export const suggest = async (db: Db, audience: Audience, typed: string) => {
  const q = typed.normalize();
  const last = wordsOf(q).at(-1);
  const terms = last && [fold(last.word), lexemeOf(last.word), ...otherLayout(last.word)];
  const [known, found] = await Promise.all([
    terms ? lookUp(db, audience.language, terms) : [],
    findBest(db, audience, q, 5),
  ]);
  const queries = known
    .toSorted((a, b) => Number(a.close) - Number(b.close) || a.folded.length - b.folded.length)
    .flatMap(({ shown }) => shown ?? []);
  return {
    queries: [...new Set(queries)].slice(0, 6).map((word) => q.slice(0, last?.start) + word),
    products: found.map((summary) => Shown.parse(JSON.parse(summary))),
  };
};
