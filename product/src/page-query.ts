import type { Db } from "@jangteo/shared/database";
import { fixedLimit } from "@jangteo/shared/prepared";
import { cards, documents, listings } from "@jangteo/shared/schema/product/card";
import { availability } from "@jangteo/shared/schema/product/stock";
import { and, asc, desc, eq, sql, type Column, type SQL } from "drizzle-orm";

import { orders, type Sort } from "./paging.ts";
import { chosenIn, conditionOf, inStock, withDocuments, type Question } from "./question.ts";

const value = sql.placeholder;
const told = and(
  sql`${cards.language} = ${value("language")}`,
  sql`${cards.currency} = ${value("currency")}`,
);

/** Of more matches, the first in the merchant's order are ranked: ranking reads each one's words. */
const mostRanked = 500;

/** What is typed exactly counts four times what is meant. */
const scoreOf = (words: SQL) =>
  sql<number>`((4 * ts_rank('{0.05,0.2,0.5,1}', ${words}, ${value("exact")}::tsquery)
    + ts_rank('{0.05,0.2,0.5,1}', ${words}, ${value("words")}::tsquery)) * 1000000)::int`;

/** `size` is set where the statement names how many it reads at most. */
type Asked = { question: Question; sort: Sort; continued: boolean; size: number | undefined };

const rankedMatches = (db: Db, question: Question) => {
  const select = db
    .select({
      id: sql<string>`${listings.productId}`.as("id"),
      name: sql<string>`${documents.name}`.as("name"),
      words: sql<string>`${documents.words}`.as("words"),
    })
    .from(listings)
    .innerJoin(documents, withDocuments)
    .$dynamic();
  const found = (question.filters.availability ? select.innerJoin(availability, inStock) : select)
    .where(and(conditionOf(question), ...chosenIn(question)))
    .orderBy(asc(listings.position), asc(listings.productId))
    .limit(fixedLimit(mostRanked))
    .as("found");
  return db
    .select({
      id: found.id,
      name: found.name,
      score: scoreOf(sql`${found.words}`).as("score"),
    })
    .from(found)
    .as("ranked");
};

const byRelevance = (db: Db, { question, continued }: Asked) => {
  const ranked = rankedMatches(db, question);
  return db
    .select({
      id: sql<string>`${ranked.id}`.as("page_id"),
      key: sql<string>`${ranked.score}::text`.as("key"),
      name: sql<string>`${ranked.name}`.as("page_name"),
      place: sql<number>`row_number() over (order by ${desc(ranked.score)}, ${desc(ranked.id)})`.as(
        "place",
      ),
    })
    .from(ranked)
    .where(
      continued
        ? sql`(${ranked.score}, ${ranked.id}) < (${value("last")}::int, ${value("id")}::uuid)`
        : undefined,
    )
    .orderBy(desc(ranked.score), desc(ranked.id))
    .limit(value("limit"))
    .as("page");
};

const inOrder = (db: Db, { question, sort, continued, size }: Asked) => {
  const { key, down, cast, text } = orders[sort];
  const place = continued
    ? sql`(${key}, ${listings.productId}) ${down ? sql`<` : sql`>`} (${value("last")}${cast}, ${value("id")}::uuid)`
    : undefined;
  const direction = down ? desc : asc;
  const { meaning, filters } = question;
  const select = db
    .select({
      id: sql<string>`${listings.productId}`.as("page_id"),
      key: sql<string>`${text ?? sql`(${key})::text`}`.as("key"),
      name: (meaning ? sql<string>`${documents.name}` : sql<string>`''`).as("page_name"),
      place:
        sql<number>`row_number() over (order by ${direction(key)}, ${direction(listings.productId)})`.as(
          "place",
        ),
    })
    .from(listings)
    .$dynamic();
  const searched = meaning ? select.innerJoin(documents, withDocuments) : select;
  return (filters.availability ? searched.innerJoin(availability, inStock) : searched)
    .where(and(conditionOf(question), ...chosenIn(question), place))
    .orderBy(direction(key), direction(listings.productId))
    .limit(size === undefined ? value("limit") : fixedLimit(size))
    .as("page");
};

/** A column of the page as one text, a line for each product: nothing in it holds line breaks. */
const lines = (column: SQL.Aliased | Column, { place }: { place: SQL.Aliased }) =>
  sql<string | null>`string_agg(${column}::text, chr(10) order by ${place})`;

/**
 * First which products, then what is told of them: only a page's worth is looked up. It comes as one
 * row of long texts, for taking apart a row of each product cost more than all else that a page takes.
 */
export const buildPage = (db: Db, asked: Asked) => {
  const page = asked.sort === "relevance" ? byRelevance(db, asked) : inOrder(db, asked);
  return db
    .select({
      ids: lines(page.id, page),
      keys: lines(page.key, page),
      names: lines(page.name, page),
      summaries: lines(cards.summary, page),
      available: lines(availability.available, page),
    })
    .from(page)
    .innerJoin(cards, and(eq(cards.productId, page.id), told))
    .innerJoin(availability, eq(availability.productId, page.id));
};

type Texts = Awaited<ReturnType<ReturnType<typeof buildPage>["execute"]>>[number];

/** The texts of a page taken apart again. */
export const rowsOf = (texts: Texts | undefined) => {
  const linesOf = (column: keyof Texts) => texts?.[column]?.split("\n") ?? [];
  const [keys, names, summaries] = [linesOf("keys"), linesOf("names"), linesOf("summaries")];
  const available = linesOf("available");
  return linesOf("ids").map((id, at) => ({
    id,
    key: keys[at] ?? "",
    name: names[at] ?? "",
    summary: summaries[at] ?? "",
    available: Number(available[at]),
  }));
};
