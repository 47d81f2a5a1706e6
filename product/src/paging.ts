import { createHash } from "node:crypto";

import { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import { listings } from "@jangteo/shared/schema/product/card";
import { sql, type SQL } from "drizzle-orm";

import type { Question } from "./question.ts";

const sorts = ["featured", "relevance", "price", "-price", "-created", "-rating"] as const;
export type Sort = (typeof sorts)[number];

/** How a sort orders, and how its last value travels in a cursor. */
type Order = {
  /** What is sorted by; a search has its own. */
  key: SQL;
  down: boolean;
  cast: SQL;
  value: z.ZodType<string>;
  /** As it is written in the cursor, if not by a plain cast to text. */
  text?: SQL;
};

const upTo = (most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .refine((last) => Number(last) <= most);
const int = upTo(2 ** 31 - 1);
const amount = { key: sql`${listings.amount}`, cast: sql`::bigint`, value: upTo(1e15) };

/** A day that there is: PostgreSQL takes no other. */
const isDay = (last: string) => {
  const at = new Date(last.replace(" ", "T").replace("+00", "Z"));
  const isReal = !Number.isNaN(at.getTime()) && at.getUTCFullYear() > 0;
  return isReal && at.toISOString().slice(0, 10) === last.slice(0, 10);
};

export const orders: Record<Sort, Order> = {
  featured: { key: sql`${listings.position}`, down: false, cast: sql`::int`, value: int },
  relevance: { key: sql`score`, down: true, cast: sql`::int`, value: int },
  price: { ...amount, down: false },
  "-price": { ...amount, down: true },
  "-rating": { key: sql`${listings.score}`, down: true, cast: sql`::int`, value: int },
  "-created": {
    key: sql`${listings.createdAt}`,
    down: true,
    cast: sql`::timestamptz`,
    text: sql`to_char(${listings.createdAt} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US+00')`,
    value: z
      .string()
      .regex(/^\d{4}-(0\d|1[0-2])-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/)
      .refine(isDay),
  },
};

const Cursor = z.tuple([z.enum(sorts), z.string(), z.uuid(), z.string()]);

/** What a cursor belongs to, in a few letters: it means nothing to another question. */
export const markOf = ({ audience, filters, attributes }: Question) => {
  const { language, currency } = audience;
  const asked = [
    currency,
    filters.q !== undefined && language,
    { ...filters, attribute: attributes },
  ];
  return createHash("sha1").update(JSON.stringify(asked)).digest("base64url").slice(0, 8);
};

/** Where a page ended: the sort, the last value and its id, so that a page never repeats or skips. */
export const toCursor = (sort: Sort, last: string, id: string, mark: string) =>
  Buffer.from(JSON.stringify([sort, last, id, mark])).toString("base64url");

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
};

const refuse = () =>
  new AppError("invalid", "The request is malformed", {
    errors: [
      {
        in: "query",
        pointer: "/after",
        rule: "cursor",
        detail: "must be the `next` of an earlier answer to the same question",
      },
    ],
  });

export const readCursor = (sort: Sort, cursor: string, question: Question) => {
  const read = Cursor.safeParse(decode(cursor));
  if (!read.success) throw refuse();
  const [of, last, id, mark] = read.data;
  if (of !== sort || !orders[sort].value.safeParse(last).success) throw refuse();
  if (mark !== markOf(question)) throw refuse();
  return { last, id };
};
