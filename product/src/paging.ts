import { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import { listings } from "@jangteo/shared/schema/product/card";
import { sql, type SQL } from "drizzle-orm";

const sorts = ["featured", "relevance", "price", "-price", "-created"] as const;
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

const whole = z.string().regex(/^\d{1,15}$/);
const amount = { key: sql`${listings.amount}`, cast: sql`::bigint`, value: whole };

export const orders: Record<Sort, Order> = {
  featured: { key: sql`${listings.position}`, down: false, cast: sql`::int`, value: whole },
  relevance: { key: sql`score`, down: true, cast: sql`::int`, value: whole },
  price: { ...amount, down: false },
  "-price": { ...amount, down: true },
  "-created": {
    key: sql`${listings.createdAt}`,
    down: true,
    cast: sql`::timestamptz`,
    text: sql`to_char(${listings.createdAt} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US+00')`,
    value: z.string().regex(/^\d{4}-(0\d|1[0-2])-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/),
  },
};

const Cursor = z.tuple([z.enum(sorts), z.string(), z.uuid()]);

/** Where a page ended: the sort, the last value and its id, so that a page never repeats or skips. */
export const toCursor = (sort: Sort, last: string, id: string) =>
  Buffer.from(JSON.stringify([sort, last, id])).toString("base64url");

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
        detail: "must be the `next` of an earlier answer with the same sort",
      },
    ],
  });

const isDay = (last: string) =>
  !Number.isNaN(Date.parse(last.replace(" ", "T").replace("+00", "Z")));

export const readCursor = (sort: Sort, cursor: string) => {
  const read = Cursor.safeParse(decode(cursor));
  if (!read.success) throw refuse();
  const [of, last, id] = read.data;
  if (of !== sort || !orders[sort].value.safeParse(last).success) throw refuse();
  if (sort === "-created" && !isDay(last)) throw refuse();
  return { last, id };
};
