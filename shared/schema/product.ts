import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/** Everything the product service owns, and nothing else may read. */
export const product = pgSchema("product");

const language = () => text({ enum: ["ko", "en"] }).notNull();

export const categories = product.table("categories", {
  slug: text().primaryKey(),
  position: integer().notNull(),
});

export const categoryTexts = product.table(
  "category_texts",
  {
    category: text()
      .notNull()
      .references(() => categories.slug, { onDelete: "cascade" }),
    language: language(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.category, table.language] })],
);

export const products = product.table(
  "products",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    slug: text().notNull().unique(),
    status: text({ enum: ["draft", "active", "archived"] })
      .notNull()
      .default("draft"),
    /** The order in which the shop shows it. */
    position: integer().notNull(),
    category: text()
      .notNull()
      .references(() => categories.slug),
    sku: text().notNull().unique(),
    form: text().notNull(),
    glaze: text().notNull(),
    /** Millimetres, grams, millilitres. */
    width: integer().notNull(),
    height: integer().notNull(),
    depth: integer().notNull(),
    weight: integer().notNull(),
    capacity: integer(),
    stock: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check("products_stock", sql`stock >= 0`),
    check("products_size", sql`width > 0 and height > 0 and depth > 0 and weight > 0`),
    index().on(table.status, table.position, table.id),
    index().on(table.category),
  ],
);

export const productTexts = product.table(
  "product_texts",
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    language: language(),
    name: text().notNull(),
    description: text().notNull(),
    maker: text().notNull(),
    material: text().notNull(),
    care: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.language] })],
);

export const prices = product.table(
  "prices",
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    currency: text({ enum: ["KRW", "USD"] }).notNull(),
    /** Minor units. */
    amount: bigint({ mode: "number" }).notNull(),
    /** The earlier price of a cut one. */
    listAmount: bigint({ mode: "number" }),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.currency] }),
    check("prices_amount", sql`amount > 0 and (list_amount is null or list_amount > amount)`),
  ],
);

export const pictures = product.table(
  "pictures",
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    view: text({ enum: ["main", "wide", "detail"] }).notNull(),
    file: text().notNull(),
    /** Pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] })],
);

/** What one sees in a picture, for those who do not. */
export const pictureTexts = product.table(
  "picture_texts",
  {
    productId: uuid().notNull(),
    position: integer().notNull(),
    language: language(),
    alt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position, table.language] })],
);
