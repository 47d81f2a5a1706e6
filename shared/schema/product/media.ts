import { integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, words } from "../columns.ts";
import { products } from "./catalogue.ts";
import { product } from "./schema.ts";

export type Rendition = { file: string; type: string; width: number; height: number };

/** A picture, named by what it holds: the same bytes are kept once. */
export const media = product.table("media", {
  file: text().primaryKey(),
  /** Pixels. */
  width: integer().notNull(),
  height: integer().notNull(),
  renditions: jsonb().$type<Rendition[]>().notNull().default([]),
  createdAt: createdAt(),
});

export const pictures = product.table(
  "pictures",
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    view: text({ enum: ["main", "wide", "detail"] }).notNull(),
    file: text()
      .notNull()
      .references(() => media.file),
    /** What one sees in it, for those who do not. */
    alt: words(),
    /** The values of options that it shows; none where it shows the product whatever is chosen. */
    selection: jsonb().$type<Record<string, string>>().notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] })],
);
