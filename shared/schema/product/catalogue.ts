import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";

import { createdAt, id, moment, words } from "../columns.ts";
import { product } from "./schema.ts";

/** A tree: a product stands in one category, and is found in all above it. */
export const categories = product.table("categories", {
  slug: text().primaryKey(),
  parent: text().references((): AnyPgColumn => categories.slug),
  position: integer().notNull(),
  name: words(),
  description: words(),
  version: integer().notNull().default(1),
});

/** Where a category was found before; the address answers with the new one. */
export const categoryHistory = product.table(
  "category_history",
  {
    slug: text().primaryKey(),
    category: text()
      .notNull()
      .references(() => categories.slug, { onDelete: "cascade" }),
  },
  (table) => [index().on(table.category)],
);

export const products = product.table(
  "products",
  {
    id: id(),
    slug: text().notNull().unique(),
    status: text({ enum: ["draft", "active", "archived"] })
      .notNull()
      .default("draft"),
    /** The order in which the shop shows it. */
    position: integer().notNull().default(0),
    category: text()
      .notNull()
      .references(() => categories.slug),
    name: words(),
    description: words(),
    material: words(),
    care: words(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    /** When its first price begins, while it has none and so is on no shelf. */
    appearsAt: moment(),
  },
  (table) => [
    index().on(table.category),
    index().on(table.position, table.id),
    index("products_appearing")
      .on(table.appearsAt)
      .where(sql`appears_at is not null`),
  ],
);
const productId = () =>
  uuid()
    .notNull()
    .references(() => products.id, { onDelete: "cascade" });

/** Where a product was found before; the address answers with the new one. */
export const slugHistory = product.table("slug_history", {
  slug: text().primaryKey(),
  productId: productId(),
});

/** What a shopper chooses by, such as the size. */
export const options = product.table(
  "options",
  { productId: productId(), code: text().notNull(), position: integer().notNull(), name: words() },
  (table) => [primaryKey({ columns: [table.productId, table.code] })],
);

export const optionValues = product.table(
  "option_values",
  {
    productId: uuid().notNull(),
    option: text().notNull(),
    code: text().notNull(),
    position: integer().notNull(),
    name: words(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.option, table.code] }),
    foreignKey({
      columns: [table.productId, table.option],
      foreignColumns: [options.productId, options.code],
    }).onDelete("cascade"),
  ],
);

/** What is bought. Its selection says one value for each option; jsonb compares it in any order. */
export const variants = product.table(
  "variants",
  {
    id: id(),
    productId: productId(),
    sku: text().notNull().unique(),
    position: integer().notNull(),
    selection: jsonb().$type<Record<string, string>>().notNull(),
    /** Millimetres, grams, millilitres. */
    width: integer().notNull(),
    height: integer().notNull(),
    depth: integer().notNull(),
    weight: integer().notNull(),
    capacity: integer(),
    version: integer().notNull().default(1),
  },
  (table) => [
    unique("variants_selection").on(table.productId, table.selection),
    check("variants_size", sql`width > 0 and height > 0 and depth > 0 and weight > 0`),
  ],
);

/** What products are told apart by across the shop, such as the glaze. */
export const attributes = product.table("attributes", {
  code: text().primaryKey(),
  position: integer().notNull(),
  name: words(),
});

export const attributeValues = product.table(
  "attribute_values",
  {
    attribute: text()
      .notNull()
      .references(() => attributes.code),
    code: text().notNull(),
    position: integer().notNull(),
    name: words(),
  },
  (table) => [primaryKey({ columns: [table.attribute, table.code] })],
);

export const productAttributes = product.table(
  "product_attributes",
  { productId: productId(), attribute: text().notNull(), value: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.productId, table.attribute, table.value] }),
    foreignKey({
      columns: [table.attribute, table.value],
      foreignColumns: [attributeValues.attribute, attributeValues.code],
    }),
  ],
);

/** Goods that a merchant shows together. */
export const collections = product.table("collections", {
  slug: text().primaryKey(),
  position: integer().notNull(),
  name: words(),
  description: words(),
  version: integer().notNull().default(1),
});

/** Where a collection was found before; the address answers with the new one. */
export const collectionHistory = product.table(
  "collection_history",
  {
    slug: text().primaryKey(),
    collection: text()
      .notNull()
      .references(() => collections.slug, { onDelete: "cascade" }),
  },
  (table) => [index().on(table.collection)],
);

export const collectionProducts = product.table(
  "collection_products",
  {
    collection: text()
      .notNull()
      .references(() => collections.slug, { onDelete: "cascade" }),
    productId: productId(),
  },
  (table) => [
    primaryKey({ columns: [table.collection, table.productId] }),
    index().on(table.productId),
  ],
);
