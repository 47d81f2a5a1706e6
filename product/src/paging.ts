import { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import { prices, products } from "@jangteo/shared/schema/product";
import { sql, type SQL } from "drizzle-orm";

export type Sort = "featured" | "price" | "-price" | "-created";

type Last = {
  product: { id: string; position: number; createdAt: Date };
  price: { amount: number };
};

const whole = z.string().regex(/^\d{1,15}$/);

type Key = {
  column: SQL;
  down: boolean;
  cast: SQL;
  value: z.ZodType<string>;
  of: (last: Last) => string;
};
const keys: Record<Sort, Key> = {
  featured: {
    column: sql`${products.position}`,
    down: false,
    cast: sql`::int`,
    value: whole,
    of: ({ product }) => String(product.position),
  },
  price: {
    column: sql`${prices.amount}`,
    down: false,
    cast: sql`::bigint`,
    value: whole,
    of: ({ price }) => String(price.amount),
  },
  "-price": {
    column: sql`${prices.amount}`,
    down: true,
    cast: sql`::bigint`,
    value: whole,
    of: ({ price }) => String(price.amount),
  },
  "-created": {
    column: sql`date_trunc('milliseconds', ${products.createdAt})`,
    down: true,
    cast: sql`::timestamptz`,
    value: z.iso.datetime(),
    of: ({ product }) => product.createdAt.toISOString(),
  },
};

const Cursor = z.tuple([z.enum(["featured", "price", "-price", "-created"]), z.string(), z.uuid()]);

/** Where a page ended: the sort, the last value and its id, so that a page never repeats or skips. */
export const toCursor = (sort: Sort, last: Last) =>
  Buffer.from(JSON.stringify([sort, keys[sort].of(last), last.product.id])).toString("base64url");

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

export const afterCursor = (sort: Sort, cursor: string) => {
  const read = Cursor.safeParse(decode(cursor));
  if (!read.success) throw refuse();
  const [of, last, id] = read.data;
  const { column, down, cast, value } = keys[sort];
  if (of !== sort || !value.safeParse(last).success) throw refuse();
  const order = down ? sql`<` : sql`>`;
  return sql`(${column}, ${products.id}) ${order} (${last}${cast}, ${id}::uuid)`;
};
