import { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { cards } from "@jangteo/shared/schema/product/card";
import { categories, collections } from "@jangteo/shared/schema/product/catalogue";
import { and, asc, eq, sql } from "drizzle-orm";

import { Picture } from "./contract.ts";
import { fold, lexemeOf, wordsOf } from "./folding.ts";
import { listProducts } from "./listing.ts";
import { prepared } from "./prepared.ts";
import type { Audience } from "./question.ts";
import { lookUp } from "./search.ts";

const value = sql.placeholder;
const toldTo = and(eq(cards.language, value("language")), eq(cards.currency, value("currency")));

const tree = (db: Db) =>
  prepared(db, "categories", () => {
    const counts = db
      .select({
        category: sql<string>`category`.as("category"),
        count: sql<number>`count(*)::int`.as("count"),
      })
      .from(sql`${cards}, unnest(${cards.categories}) as category`)
      .where(toldTo)
      .groupBy(sql`category`)
      .as("counts");
    return db
      .select({ category: categories, count: sql<number>`coalesce(${counts.count}, 0)` })
      .from(categories)
      .leftJoin(counts, eq(counts.category, categories.slug))
      .orderBy(asc(categories.position))
      .prepare("categories");
  });

/** Parents before their children, each level in its order. */
export const listCategories = async (db: Db, audience: Audience) => {
  const rows = await tree(db).execute(audience);
  const below = (parent: string | null): typeof rows =>
    rows
      .filter(({ category }) => category.parent === parent)
      .flatMap((row) => [row, ...below(row.category.slug)]);
  return below(null).map(({ category, count }) => ({
    slug: category.slug,
    name: category.name[audience.language],
    description: category.description[audience.language],
    parent: category.parent,
    count,
  }));
};

export const findCollection = async (db: Db, audience: Audience, slug: string) => {
  const statement = prepared(db, "collection", () =>
    db
      .select({
        collection: collections,
        count: sql<number>`(select count(*)::int from ${cards}
          where ${toldTo} and ${cards.collections} @> array[${value("slug")}]::text[])`,
      })
      .from(collections)
      .where(eq(collections.slug, value("slug")))
      .prepare("collection"),
  );
  const [row] = await statement.execute({ ...audience, slug });
  if (!row) throw new AppError("not_found", "There is no such collection");
  const { name, description } = row.collection;
  const { language } = audience;
  return { slug, name: name[language], description: description[language], count: row.count };
};

const Shown = z.object({
  items: z.array(z.object({ slug: z.string(), name: z.string(), picture: Picture.nullable() })),
});

/** Words that go on as typed, or that were meant; and the goods that fit best. */
export const suggest = async (db: Db, audience: Audience, q: string) => {
  const last = wordsOf(q).at(-1);
  const page = { q, limit: 5 };
  const [known, found] = await Promise.all([
    last ? lookUp(db, audience.language, [fold(last.word), lexemeOf(last.word)]) : [],
    listProducts(db, audience, page),
  ]);
  const queries = known
    .toSorted((a, b) => Number(a.close) - Number(b.close) || a.folded.length - b.folded.length)
    .flatMap(({ shown }) => shown ?? []);
  return {
    queries: [...new Set(queries)].slice(0, 6).map((word) => q.slice(0, last?.start) + word),
    products: Shown.parse(JSON.parse(found)).items,
  };
};
