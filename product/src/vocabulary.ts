import type { Db } from "@jangteo/shared/database";
import {
  attributes,
  attributeValues,
  categories,
  collections,
  products,
} from "@jangteo/shared/schema/product/catalogue";
import { availability, locations } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, sql } from "drizzle-orm";

import { leftIn } from "./stock-levels.ts";

/** Each before what stands below it, wherever it was added. */
const asTree = <T extends { slug: string; parent: string | null }>(all: T[]) => {
  const below = (parent: string | null): T[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.slug)]);
  return below(null);
};

export const readVocabulary = async (db: Db) => {
  const [shelves, groups, told, values, places] = await Promise.all([
    db.select().from(categories).orderBy(asc(categories.position), asc(categories.slug)),
    db.select().from(collections).orderBy(asc(collections.position), asc(collections.slug)),
    db.select().from(attributes).orderBy(asc(attributes.position), asc(attributes.code)),
    db
      .select()
      .from(attributeValues)
      .orderBy(asc(attributeValues.position), asc(attributeValues.code)),
    db.select().from(locations).orderBy(asc(locations.code)),
  ]);
  return {
    categories: asTree(shelves),
    collections: groups,
    attributes: told.map(({ code, name }) => ({
      ...{ code, name },
      values: values.filter(({ attribute }) => attribute === code),
    })),
    locations: places,
  };
};

export const countProducts = async (db: Db) => {
  const of = (status: "draft" | "active" | "archived") =>
    sql<number>`count(*) filter (where ${eq(products.status, status)})::int`;
  const left = (class_: "sold_out" | "low_stock") =>
    sql<number>`count(*) filter (where ${and(eq(products.status, "active"), leftIn(class_))})::int`;
  const [counts] = await db
    .select({
      ...{ active: of("active"), draft: of("draft"), archived: of("archived") },
      ...{ soldOut: left("sold_out"), low: left("low_stock") },
    })
    .from(products)
    .leftJoin(availability, eq(availability.productId, products.id));
  if (!counts) throw new Error("select returned no row");
  return counts;
};
