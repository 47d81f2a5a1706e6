import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, type Words } from "../columns.ts";
import { currencyColumn, order } from "./schema.ts";

/** What a variant was when it was last looked at, in both languages; prices are minor units. */
export type Item = {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  name: Words;
  options: { name: Words; value: Words }[];
  /** From the root of the tree to its own. */
  categories: string[];
  collections: string[];
  picture: { url: string; alt: Words; width: number; height: number } | null;
  /** Grams. */
  weight: number;
};

/** active -> checking_out -> converted; checking_out -> active; active -> merged | abandoned. */
export const carts = order.table(
  "carts",
  {
    id: id(),
    /** A member's id, or `guest:<uuid>`. */
    owner: text().notNull(),
    currency: currencyColumn(),
    state: text({ enum: ["active", "checking_out", "converted", "merged", "abandoned"] })
      .notNull()
      .default("active"),
    version: integer().notNull().default(1),
    coupons: text().array().notNull().default([]),
    /** The cart that took its lines over, and what became of them. */
    mergedInto: uuid(),
    mergeReport: jsonb().$type<{
      added: number;
      raised: number;
      capped: string[];
      coupons: number;
    }>(),
    /** The member who takes it over once its checkout lets go of it. */
    promisedTo: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    uniqueIndex("carts_live")
      .on(table.owner)
      .where(sql`state in ('active', 'checking_out')`),
    index("carts_idle")
      .on(table.updatedAt)
      .where(sql`state = 'active'`),
    index("carts_promised")
      .on(table.promisedTo)
      .where(sql`promised_to is not null and state = 'active'`),
    index("carts_merged")
      .on(table.owner)
      .where(sql`state = 'merged'`),
  ],
);

export const cartLines = order.table(
  "cart_lines",
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id, { onDelete: "cascade" }),
    variantId: uuid().notNull(),
    quantity: integer().notNull(),
    item: jsonb().$type<Item>().notNull(),
    /** What one cost in each currency when it was put in. */
    addedPrices: jsonb().$type<{ KRW?: number; USD?: number }>().notNull(),
    addedAt: createdAt(),
  },
  (table) => [
    unique("cart_lines_variant").on(table.cartId, table.variantId),
    check("cart_lines_quantity", sql`quantity between 1 and 999`),
  ],
);
