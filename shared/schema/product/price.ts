import { sql } from "drizzle-orm";
import { bigint, check, index, integer, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, moment } from "../columns.ts";
import { variants } from "./catalogue.ts";
import { product } from "./schema.ts";

/**
 * What a unit costs from `minQuantity` on, while it is in force. Rows are ended, never changed, so
 * that what a thing cost on any day is known. A sale goes before the regular price.
 */
export const prices = product.table(
  "prices",
  {
    id: id(),
    variantId: uuid()
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    currency: text({ enum: ["KRW", "USD"] }).notNull(),
    list: text({ enum: ["regular", "sale"] }).notNull(),
    minQuantity: integer().notNull().default(1),
    /** Minor units. */
    amount: bigint({ mode: "number" }).notNull(),
    startsAt: moment().notNull().defaultNow(),
    endsAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.variantId),
    check("prices_amount", sql`amount > 0 and min_quantity > 0`),
    check("prices_time", sql`ends_at is null or ends_at > starts_at`),
  ],
);
