import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, languageColumn, moment, type Words } from "../columns.ts";
import { order } from "./schema.ts";

/**
 * What a member who received a product says of it: pending -> published | rejected, and pending again
 * whenever its author changes it.
 */
export const reviews = order.table(
  "reviews",
  {
    id: id(),
    productId: uuid().notNull(),
    /** What it was called and where it stood when it was bought. */
    product: jsonb().$type<{ slug: string; name: Words }>().notNull(),
    author: text().notNull(),
    /** As its author wants to be called. */
    authorName: text().notNull(),
    rating: integer().notNull(),
    text: text().notNull(),
    language: languageColumn(),
    state: text({ enum: ["pending", "published", "rejected"] })
      .notNull()
      .default("pending"),
    /** What staff told its author. */
    note: text(),
    /** Of what its author wrote; what staff decide is about one of these. */
    version: integer().notNull().default(1),
    moderatedBy: text(),
    moderatedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("reviews_once").on(table.productId, table.author),
    check("reviews_rating", sql`rating between 1 and 5`),
    index("reviews_shown")
      .on(table.productId, table.id)
      .where(sql`state = 'published'`),
    index().on(table.state, table.id),
    index().on(table.author),
  ],
);

/** What the published reviews of a product come to; `version` rises with each change. */
export const ratings = order.table(
  "ratings",
  {
    productId: uuid().primaryKey(),
    reviews: integer().notNull().default(0),
    /** The sum of their ratings. */
    points: integer().notNull().default(0),
    version: integer().notNull().default(0),
    updatedAt: createdAt(),
  },
  () => [check("ratings_points", sql`points between reviews and 5 * reviews`)],
);
