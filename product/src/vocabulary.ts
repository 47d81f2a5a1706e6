import type { Db } from "@jangteo/shared/database";
import {
  attributes,
  attributeValues,
  categories,
  collections,
  products,
} from "@jangteo/shared/schema/product/catalogue";
import { availability, locations } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, sql, type SQL } from "drizzle-orm";

import { leftIn } from "./stock-levels.ts";

/** Each before what stands below it, wherever it was added. */
export const asTree = <T extends { slug: string; parent: string | null }>(all: T[]) => {
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

const counted = (condition?: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
const stands = (status: "draft" | "active" | "archived") => eq(products.status, status);

export const countProducts = async (db: Db) => {
  const [counts] = await db
    .select({
      ...{
        active: counted(stands("active")),
        draft: counted(stands("draft")),
        archived: counted(stands("archived")),
      },
      ...{
        soldOut: counted(and(stands("active"), leftIn("sold_out"))),
        low: counted(and(stands("active"), leftIn("low_stock"))),
      },
    })
    .from(products)
    .leftJoin(availability, eq(availability.productId, products.id));
  if (!counts) throw new Error("select returned no row");
  return counts;
};
