import type { Db } from "@jangteo/shared/database";
import { noName, prepared } from "@jangteo/shared/prepared";
import { documents, listings } from "@jangteo/shared/schema/product/card";
import { availability } from "@jangteo/shared/schema/product/stock";
import { and, sql } from "drizzle-orm";

import type { Facets } from "./contract.ts";
import { readFacets } from "./facets.ts";
import { highlightsIn } from "./highlights.ts";
import { buildPage, rowsOf } from "./page-query.ts";
import { markOf, readCursor, toCursor, type Sort } from "./paging.ts";
import {
  attributesOf,
  chosenIn,
  conditionOf,
  inStock,
  shapeOf,
  valuesOf,
  withDocuments,
  type Audience,
  type Filters,
  type Question,
} from "./question.ts";
import { remembered } from "./remembering.ts";
import { interpret } from "./search.ts";
import { availabilityOf } from "./stock-levels.ts";

type Page = Filters & {
  sort?: Sort | undefined;
  limit: number;
  after?: string | undefined;
  facets?: boolean;
};

const buildTotal = (db: Db, question: Question) => {
  const select = db
    .select({ total: sql<number>`count(*)::int` })
    .from(listings)
    .$dynamic();
  const searched = question.meaning ? select.innerJoin(documents, withDocuments) : select;
  const { availability: wished } = question.filters;
  return (wished ? searched.innerJoin(availability, inStock) : searched)
    .where(and(conditionOf(question), ...chosenIn(question)))
    .prepare(noName);
};

const readTotal = async (db: Db, question: Question) => {
  const statement = prepared(db, `total ${shapeOf(question)}`, () => buildTotal(db, question));
  const [row] = await statement.execute(valuesOf(question));
  return { total: row?.total ?? 0, facets: undefined };
};

type Cursor = ReturnType<typeof readCursor> | undefined;

/** One more than a page shows tells whether the listing goes on. */
const pageSizes = [10, 25, 49, 101];

/**
 * The whole shelf is read in pages of few sizes, whose plans are kept. Where something is asked for,
 * how rare that is decides on the plan, and it is made for each question.
 */
const readPage = async (db: Db, question: Question, sort: Sort, cursor: Cursor, limit: number) => {
  const asked = shapeOf(question);
  const size = asked === "" ? pageSizes.find((one) => one > limit) : undefined;
  const shape = `page ${sort} ${cursor ? "on" : ""} ${size ?? asked}`;
  const statement = prepared(db, shape, () => {
    const page = buildPage(db, { question, sort, continued: cursor !== undefined, size });
    return page.prepare(size === undefined ? noName : "page");
  });
  const [texts] = await statement.execute({
    ...valuesOf(question),
    ...cursor,
    limit: limit + 1,
  });
  return rowsOf(texts);
};

/** A summary's JSON with what changes from minute to minute put at its end. */
const complete = (json: string, available: number, rest = "") =>
  `${json.slice(0, -1)},"availability":"${availabilityOf(available)}","stock":${available}${rest}}`;

type Counted = { total: number; facets: Facets | undefined };

const nothing: Facets = {
  categories: [],
  attributes: [],
  availability: { available: 0, soldOut: 0 },
  price: null,
};

/** How many there are; asked of the database only where the page does not show it. */
const count = async (db: Db, question: Question, shown: number | undefined, facets: boolean) => {
  if (shown !== undefined && (shown === 0 || !facets))
    return { total: shown, facets: facets ? nothing : undefined };
  return remembered<Counted>(db, [facets, question], () =>
    facets ? readFacets(db, question) : readTotal(db, question),
  );
};

/** What answers a part of the words, where nothing answers all. */
const readNear = async (db: Db, question: Question, limit: number) => {
  const { meaning } = question;
  if (!meaning || meaning.some === meaning.words) return [];
  const some = { ...question, meaning: { ...meaning, words: meaning.some, exact: meaning.some } };
  return (await readPage(db, some, "relevance", undefined, limit)).slice(0, limit);
};

/** A page of the listing as JSON text: at most three statements, and nothing in it is parsed. */
export const listProducts = async (db: Db, audience: Audience, page: Page) => {
  const { sort: wished, limit, after, facets: wantsFacets = false, ...filters } = page;
  const meaning = filters.q === undefined ? undefined : await interpret(db, audience, filters.q);
  const sort = wished ?? (meaning ? "relevance" : "featured");
  const order = sort === "relevance" && !meaning ? "featured" : sort;
  const question: Question = { audience, filters, attributes: attributesOf(filters), meaning };
  const cursor = after === undefined ? undefined : readCursor(order, after, question);
  const rows = await readPage(db, question, order, cursor, limit);
  const shown = rows.slice(0, limit);
  const isWhole = !cursor && rows.length <= limit;
  const [near, { total, facets }] = await Promise.all([
    isWhole && rows.length === 0 ? readNear(db, question, limit) : [],
    count(db, question, isWhole ? rows.length : undefined, wantsFacets),
  ]);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last ? `"${toCursor(order, last.key, last.id, markOf(question))}"` : "null";
  const items = [...shown, ...near].map(({ summary, available, name }) =>
    complete(
      summary,
      available,
      meaning && `,"highlights":${JSON.stringify(highlightsIn(name, meaning))}`,
    ),
  );
  const counted = facets ? `,"facets":${JSON.stringify(facets)}` : "";
  return `{"items":[${items.join(",")}],"total":${total + near.length},"next":${next}${counted}}`;
};

/** The summaries that fit these words best, as JSON texts. */
export const findBest = async (db: Db, audience: Audience, q: string, limit: number) => {
  const meaning = await interpret(db, audience, q);
  const question: Question = { audience, filters: {}, attributes: [], meaning };
  const rows = await readPage(db, question, "relevance", undefined, limit);
  return rows.slice(0, limit).map(({ summary }) => summary);
};
