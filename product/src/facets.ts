import type { Db } from "@jangteo/shared/database";
import { noName, prepared } from "@jangteo/shared/prepared";
import { documents, listings } from "@jangteo/shared/schema/product/card";
import { availability } from "@jangteo/shared/schema/product/stock";
import { eq, sql } from "drizzle-orm";

import type { Facets } from "./contract.ts";
import {
  conditionOf,
  missedOf,
  shapeOf,
  valuesOf,
  withDocuments,
  type Question,
} from "./question.ts";

type Row = { kind: string; of: string; code: string; label: string; name: string; count: number };

const language = sql.placeholder("language");

/** The categories of a card's path that a further choice may name: the chosen one, and what is below. */
const furtherIn = ({ filters }: Question) =>
  filters.category === undefined
    ? sql`categories`
    : sql`categories[array_position(categories, ${sql.placeholder("category")}::text):]`;

const build = (db: Db, question: Question) => {
  const select = db
    .select({
      attributes: listings.attributes,
      categories: listings.categories,
      amount: listings.amount,
      available: availability.available,
      missed: missedOf(question).as("missed"),
    })
    .from(listings)
    .innerJoin(availability, eq(availability.productId, listings.productId))
    .$dynamic();
  const searched = question.meaning ? select.innerJoin(documents, withDocuments) : select;
  const found = searched.where(conditionOf(question)).getSQL();
  return db
    .select({
      kind: sql<string>`kind`,
      of: sql<string>`of`,
      code: sql<string>`code`,
      label: sql<string>`label`,
      name: sql<string>`name`,
      count: sql<number>`count`,
    })
    .from(
      sql`(
        with found as materialized (${found}),
        chosen as (select * from found where missed = '{}'),
        totals as (
          select count(*)::int as total, (count(*) filter (where available > 0))::int as available,
            min(amount)::text as lowest, max(amount)::text as highest from chosen),
        values as (
          select split_part(value, ':', 1) as of, split_part(value, ':', 2) as code, count(*)::int as count
          from found, unnest(attributes) as value
          where missed <@ array[split_part(value, ':', 1)] group by value),
        shelves as (
          select category, count(*)::int as count from chosen, unnest(${furtherIn(question)}) as category
          group by category)
        select 'total' as kind, '' as of, '' as code, '' as label, '' as name, total as count, 0 as at, 0 as place from totals
        union all select 'available', '', '', '', '', available, 0, 0 from totals
        union all select 'price', coalesce(lowest, ''), coalesce(highest, ''), '', '', 0, 0, 0 from totals
        union all
        select 'category', '', slug, '', c.name ->> ${language}::text, shelves.count, 1, position
        from shelves join product.categories c on slug = category
        union all
        select 'attribute', values.of, values.code, a.name ->> ${language}::text, v.name ->> ${language}::text,
          values.count, 2 + a.position, v.position
        from values join product.attributes a on a.code = values.of
        join product.attribute_values v on v.attribute = values.of and v.code = values.code
        order by at, place
      ) as facets`,
    )
    .prepare(noName);
};

const attributesOf = (rows: Row[]) =>
  [
    ...Map.groupBy(
      rows.filter(({ kind }) => kind === "attribute"),
      ({ of }) => of,
    ),
  ].flatMap(([code, values]) =>
    values.slice(0, 1).map(({ label }) => ({
      code,
      name: label,
      values: values.map(({ code: value, name, count }) => ({ code: value, name, count })),
    })),
  );

/** The total and how many products each further choice leaves, in one statement. */
export const readFacets = async (db: Db, question: Question) => {
  const { currency } = question.audience;
  const shape = `facets ${shapeOf(question)}`;
  const rows = await prepared(db, shape, () => build(db, question)).execute(valuesOf(question));
  const countOf = (wanted: string) => rows.find(({ kind }) => kind === wanted)?.count ?? 0;
  const total = countOf("total");
  const available = countOf("available");
  const price = rows.find(({ kind, of }) => kind === "price" && of !== "");
  const facets: Facets = {
    categories: rows
      .filter(({ kind }) => kind === "category")
      .map(({ code, name, count }) => ({ code, name, count })),
    attributes: attributesOf(rows),
    availability: { available, soldOut: total - available },
    price: price
      ? {
          lowest: { amount: Number(price.of), currency },
          highest: { amount: Number(price.code), currency },
        }
      : null,
  };
  return { total, facets };
};
