import { sql } from "drizzle-orm";
import { bigint, customType, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, moment } from "../columns.ts";
import { products } from "./catalogue.ts";
import { product } from "./schema.ts";

/** What shoppers read of active products: made anew, in the same transaction, whenever one changes. */

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

const productId = () =>
  uuid()
    .notNull()
    .references(() => products.id, { onDelete: "cascade" });
const language = () => text({ enum: ["ko", "en"] }).notNull();
const currency = () => text({ enum: ["KRW", "USD"] }).notNull();

/** What products are filtered, sorted and counted by: narrow, for it is read by the thousand. */
export const listings = product.table(
  "listings",
  {
    productId: productId(),
    currency: currency(),
    position: integer().notNull(),
    amount: bigint({ mode: "number" }).notNull(),
    /** How well it is rated, as `scoreOf` weighs it; 0 as long as nobody has. */
    score: integer().notNull().default(0),
    createdAt: createdAt(),
    /** From the root of the tree down. */
    categories: text().array().notNull(),
    collections: text().array().notNull(),
    /** Such as `glaze:celadon`. */
    attributes: text().array().notNull(),
    /** When a price begins or ends, and all this must be made anew. */
    staleAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.currency] }),
    index("listings_position").on(table.currency, table.position, table.productId),
    index("listings_amount").on(table.currency, table.amount, table.productId),
    index("listings_score").on(table.currency, table.score, table.productId),
    index("listings_created").on(table.currency, table.createdAt, table.productId),
    index("listings_categories").using("gin", table.categories),
    index("listings_attributes").using("gin", table.attributes),
    index("listings_collections").using("gin", table.collections),
    index("listings_stale").on(table.staleAt),
  ],
);

/** What order told last of the published reviews of a product; the highest version holds. */
export const ratings = product.table("ratings", {
  productId: productId().primaryKey(),
  reviews: integer().notNull(),
  /** The sum of their ratings. */
  points: integer().notNull(),
  version: integer().notNull(),
});

/** What is told of a product; its JSON was validated when it was written, and is sent as it is. */
export const cards = product.table(
  "cards",
  {
    productId: productId(),
    language: language(),
    currency: currency(),
    slug: text().notNull(),
    summary: text().notNull(),
    detail: text().notNull(),
    /** One JSON object for each variant, beside its id. */
    variantIds: uuid().array().notNull(),
    variants: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.language, table.currency] }),
    index("cards_slug").on(table.slug, table.language, table.currency),
  ],
);

/** What is searched: folded words, the name's before the rest. */
export const documents = product.table(
  "documents",
  {
    productId: productId(),
    language: language(),
    name: text().notNull(),
    words: tsvector().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.language] }),
    // One for each language: nobody searches in two, and with both half of what is found is left out.
    index("documents_words_ko")
      .using("gin", table.words)
      .where(sql`${table.language} = 'ko'`),
    index("documents_words_en")
      .using("gin", table.words)
      .where(sql`${table.language} = 'en'`),
  ],
);

/** Every word that is searched, folded; what a misspelt one may have meant. Those of names are suggested as they are written. */
export const vocabulary = product.table(
  "vocabulary",
  { language: language(), folded: text().notNull(), shown: text() },
  (table) => [
    primaryKey({ columns: [table.language, table.folded] }),
    index("vocabulary_prefix").on(table.language, table.folded.op("text_pattern_ops")),
    index("vocabulary_trigrams").using("gin", table.folded.op("gin_trgm_ops")),
  ],
);
