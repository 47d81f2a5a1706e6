import type { Language } from "@jangteo/shared/contract";
import type { Currency } from "@jangteo/shared/money";
import { documents, listings } from "@jangteo/shared/schema/product/card";
import { availability } from "@jangteo/shared/schema/product/stock";
import { and, eq, gt, sql } from "drizzle-orm";

import type { Meaning } from "./search.ts";

/** In whose language and currency a product is told. */
export type Audience = { language: Language; currency: Currency };
type Maybe<T> = { [Name in keyof T]?: T[Name] | undefined };
export type Filters = Maybe<{
  q: string;
  id: string[];
  category: string;
  collection: string;
  attribute: string[];
  minPrice: number;
  maxPrice: number;
  availability: "available";
}>;
const value = sql.placeholder;

/** What a listing asks: each attribute's wished values, the words' meaning, all else as it came. */
export type Question = {
  audience: Audience;
  filters: Filters;
  attributes: [code: string, values: string[]][];
  meaning: Meaning | undefined;
};

/** Names the statement a question needs; two questions of one shape differ in values only. */
export const shapeOf = ({ filters, attributes, meaning }: Question) =>
  [
    meaning && "q",
    ...(["category", "collection", "minPrice", "maxPrice", "availability"] as const).map(
      (name) => filters[name] !== undefined && name,
    ),
    filters.id && "id",
    attributes.length > 0 && `attributes${attributes.length}`,
  ]
    .filter(Boolean)
    .join(" ");

export const valuesOf = ({ audience, filters, attributes, meaning }: Question) => ({
  ...audience,
  ...filters,
  ids: filters.id?.join(","),
  words: meaning?.words,
  exact: meaning?.exact,
  ...Object.fromEntries(
    attributes.flatMap(([code, values], at) => [
      [`code${at}`, code],
      [`values${at}`, values.join(",")],
    ]),
  ),
});

/** All that is asked except the attributes. */
export const conditionOf = ({ filters, meaning }: Question) =>
  and(
    sql`${listings.currency} = ${value("currency")}`,
    filters.id && sql`${listings.productId} = any(string_to_array(${value("ids")}, ',')::uuid[])`,
    filters.category === undefined
      ? undefined
      : sql`${listings.categories} @> array[${value("category")}]::text[]`,
    filters.collection === undefined
      ? undefined
      : sql`${listings.collections} @> array[${value("collection")}]::text[]`,
    filters.minPrice === undefined ? undefined : sql`${listings.amount} >= ${value("minPrice")}`,
    filters.maxPrice === undefined ? undefined : sql`${listings.amount} <= ${value("maxPrice")}`,
    filters.availability === undefined ? undefined : gt(availability.available, 0),
    meaning && sql`${documents.words} @@ ${value("words")}::tsquery`,
  );

const attributeCondition = (at: number) =>
  sql`${listings.attributes} && string_to_array(${value(`values${at}`)}, ',')`;

export const chosenIn = ({ attributes }: Question) =>
  attributes.map((_, at) => attributeCondition(at));

/** The codes of the attributes whose choice a card misses. */
export const missedOf = ({ attributes }: Question) =>
  attributes.length === 0
    ? sql<string[]>`'{}'::text[]`
    : sql<string[]>`array_remove(array[${sql.join(
        attributes.map(
          (_, at) =>
            sql`case when ${attributeCondition(at)} then null else ${value(`code${at}`)}::text end`,
        ),
        sql`, `,
      )}], null)`;

export const inStock = eq(availability.productId, listings.productId);
export const withDocuments = and(
  eq(documents.productId, listings.productId),
  sql`${documents.language} = ${value("language")}`,
);

/** The choices of each attribute, in one order. */
export const attributesOf = (filters: Filters) =>
  [...Map.groupBy(filters.attribute ?? [], (one) => one.split(":")[0] ?? "")]
    .map(([code, values]): [string, string[]] => [code, values.toSorted()])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
