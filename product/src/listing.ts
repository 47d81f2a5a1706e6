import type { Db } from "@jangteo/shared/database";
import { cards, documents } from "@jangteo/shared/schema/product/card";
import { availability } from "@jangteo/shared/schema/product/stock";
import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";

import { readFacets } from "./facets.ts";
import { highlightsIn } from "./highlights.ts";
import { orders, readCursor, toCursor, type Sort } from "./paging.ts";
import { prepared } from "./prepared.ts";
import {
  attributeCondition,
  attributesOf,
  conditionOf,
  shapeOf,
  valuesOf,
  withDocuments,
  type Audience,
  type Filters,
  type Question,
} from "./question.ts";
import { interpret } from "./search.ts";
import { availabilityOf } from "./stock-levels.ts";

type Page = Filters & {
  sort?: Sort | undefined;
  limit: number;
  after?: string | undefined;
  facets?: boolean;
};

const value = sql.placeholder;

const score = sql<number>`((4 * ts_rank('{0.05,0.2,0.5,1}', ${documents.words}, ${value("exact")}::tsquery)
  + ts_rank('{0.05,0.2,0.5,1}', ${documents.words}, ${value("words")}::tsquery)) * 1000000)::int`;

const buildPage = (db: Db, question: Question, sort: Sort, continued: boolean) => {
  const { by, down, cast, text } = orders[sort];
  const key = by(score);
  const place: SQL | undefined = continued
    ? sql`(${key}, ${cards.productId}) ${down ? sql`<` : sql`>`} (${value("last")}${cast}, ${value("id")}::uuid)`
    : undefined;
  const direction = down ? desc : asc;
  const select = db
    .select({
      id: cards.productId,
      summary: cards.summary,
      available: availability.available,
      key: sql<string>`${text ?? sql`(${key})::text`}`,
      name: question.meaning ? documents.name : sql<string>`''`,
    })
    .from(cards)
    .innerJoin(availability, eq(availability.productId, cards.productId))
    .$dynamic();
  return (question.meaning ? select.innerJoin(documents, withDocuments) : select)
    .where(
      and(
        conditionOf(question),
        ...question.attributes.map((_, at) => attributeCondition(at)),
        place,
      ),
    )
    .orderBy(direction(key), direction(cards.productId))
    .limit(value("limit"))
    .prepare("page");
};

const buildTotal = (db: Db, question: Question) => {
  const select = db
    .select({ total: sql<number>`count(*)::int` })
    .from(cards)
    .$dynamic();
  const stocked = question.filters.availability
    ? select.innerJoin(availability, eq(availability.productId, cards.productId))
    : select;
  return (question.meaning ? stocked.innerJoin(documents, withDocuments) : stocked)
    .where(
      and(conditionOf(question), ...question.attributes.map((_, at) => attributeCondition(at))),
    )
    .prepare("total");
};

const readTotal = async (db: Db, question: Question) => {
  const statement = prepared(db, `total ${shapeOf(question)}`, () => buildTotal(db, question));
  const [row] = await statement.execute(valuesOf(question));
  return { total: row?.total ?? 0, facets: undefined };
};

/** A summary's JSON with what changes from minute to minute put at its end. */
const complete = (json: string, available: number, rest = "") =>
  `${json.slice(0, -1)},"availability":"${availabilityOf(available)}","stock":${available}${rest}}`;

/** A page of the listing as JSON text: at most three statements, and nothing in it is parsed. */
export const listProducts = async (db: Db, audience: Audience, page: Page) => {
  const { sort: wished, limit, after, facets: wantsFacets = false, ...filters } = page;
  const meaning = filters.q === undefined ? undefined : await interpret(db, audience, filters.q);
  const sort = wished ?? (meaning ? "relevance" : "featured");
  const order = sort === "relevance" && !meaning ? "featured" : sort;
  const cursor = after === undefined ? undefined : readCursor(order, after);
  const question: Question = { audience, filters, attributes: attributesOf(filters), meaning };
  const shape = `page ${order} ${cursor ? "on" : ""} ${shapeOf(question)}`;
  const statement = prepared(db, shape, () => buildPage(db, question, order, cursor !== undefined));
  const [rows, { total, facets }] = await Promise.all([
    statement.execute({ ...valuesOf(question), ...cursor, limit: limit + 1 }),
    wantsFacets ? readFacets(db, question) : readTotal(db, question),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last ? `"${toCursor(order, last.key, last.id)}"` : "null";
  const items = shown.map(({ summary, available, name }) =>
    complete(
      summary,
      available,
      meaning && `,"highlights":${JSON.stringify(highlightsIn(name, meaning))}`,
    ),
  );
  const counted = facets ? `,"facets":${JSON.stringify(facets)}` : "";
  return `{"items":[${items.join(",")}],"total":${total},"next":${next}${counted}}`;
};
