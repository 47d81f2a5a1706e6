import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { createdAt, id, moment } from "../columns.ts";
import { products, variants } from "./catalogue.ts";
import { product } from "./schema.ts";

export const locations = product.table("locations", {
  code: text().primaryKey(),
  name: text().notNull(),
});

const line = () => ({
  variantId: uuid()
    .notNull()
    .references(() => variants.id, { onDelete: "cascade" }),
  location: text()
    .notNull()
    .references(() => locations.code),
});

/** `onHand` is the sum of the movements; `reserved` of what is held and committed, and not sent yet. */
export const stock = product.table(
  "stock",
  { ...line(), onHand: integer().notNull(), reserved: integer().notNull().default(0) },
  (table) => [
    primaryKey({ columns: [table.variantId, table.location] }),
    check("stock_reserved", sql`0 <= reserved and reserved <= on_hand`),
  ],
);

/** held -> committed | released | expired; committed -> shipped | cancelled. It may be sent in parts. */
export const reservations = product.table(
  "reservations",
  {
    id: id(),
    checkoutId: uuid().notNull(),
    ...line(),
    quantity: integer().notNull(),
    state: text({
      enum: ["held", "committed", "released", "expired", "shipped", "cancelled"],
    }).notNull(),
    /** How many were sent, and how many of those came back to be sold again. */
    shipped: integer().notNull().default(0),
    returned: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
    changedAt: createdAt(),
  },
  (table) => [
    check("reservations_quantity", sql`quantity > 0`),
    check(
      "reservations_sent",
      sql`0 <= returned and returned <= shipped and shipped <= quantity and (state = 'shipped') = (shipped = quantity)`,
    ),
    index().on(table.checkoutId),
    // A checkout holds a line once; what it gave back it may hold again.
    uniqueIndex("reservations_line")
      .on(table.checkoutId, table.variantId, table.location)
      .where(sql`state in ('held', 'committed', 'shipped')`),
    index("reservations_held")
      .on(table.expiresAt)
      .where(sql`state = 'held'`),
    index("reservations_live")
      .on(table.variantId)
      .where(sql`state in ('held', 'committed')`),
  ],
);

/** Every unit that came or went; the service may only add. */
export const stockMovements = product.table(
  "stock_movements",
  {
    id: id(),
    variantId: uuid().notNull(),
    location: text().notNull(),
    quantity: integer().notNull(),
    kind: text({ enum: ["received", "corrected", "returned", "lost", "shipped"] }).notNull(),
    /** What made it happen, and which line of that; the same never counts twice. */
    cause: text().notNull(),
    line: text().notNull(),
    /** A member's id, or an API client's. */
    actor: text(),
    at: createdAt(),
  },
  (table) => [
    unique("stock_movements_once").on(table.cause, table.line, table.kind),
    index().on(table.variantId, table.id),
    check("stock_movements_quantity", sql`quantity <> 0`),
  ],
);

/** What can be bought of a product, in all; kept by whoever changes stock, so that no card is. */
export const availability = product.table("availability", {
  productId: uuid()
    .primaryKey()
    .references(() => products.id, { onDelete: "cascade" }),
  available: integer().notNull(),
});
