import type { Db } from "@jangteo/shared/database";
import { insertRows } from "@jangteo/shared/rows";
import {
  attributes,
  attributeValues,
  categories,
  categoryHistory,
  collectionHistory,
  collections,
} from "@jangteo/shared/schema/product/catalogue";
import { locations } from "@jangteo/shared/schema/product/stock";

import { holdShelves } from "./csv/fresh.ts";
import type { NewProduct, Shelves } from "./seed-catalogue.ts";

const placed = <T>(rows: T[]) => rows.map((row, position) => ({ ...row, position }));

const standing = (catalogue: Shelves) => ({
  categories: placed(catalogue.categories),
  collections: placed(catalogue.collections),
});

const insertShelves = async (tx: Db, given: ReturnType<typeof standing>) => {
  if (given.categories.length > 0)
    await insertRows(tx, categories, given.categories).onConflictDoNothing();
  if (given.collections.length > 0)
    await insertRows(tx, collections, given.collections).onConflictDoNothing();
};

/** What every product is described by; and all shelves, in a shop that has none. */
export const furnish = async (tx: Db, catalogue: Shelves) => {
  const values = catalogue.attributes.flatMap(({ code, values: all }) =>
    placed(all.map((value) => ({ ...value, attribute: code }))),
  );
  await tx.insert(locations).values({ code: "main", name: "Main" }).onConflictDoNothing();
  await insertRows(tx, attributes, placed(catalogue.attributes)).onConflictDoNothing();
  await insertRows(tx, attributeValues, values).onConflictDoNothing();
  if ((await tx.$count(categories)) === 0) await insertShelves(tx, standing(catalogue));
};

/** The names of today, by those of before. */
const readMoves = async (tx: Db) => {
  const movedCategories = await tx.select().from(categoryHistory);
  const movedCollections = await tx.select().from(collectionHistory);
  return {
    category: new Map(movedCategories.map(({ slug, category }) => [slug, category])),
    collection: new Map(movedCollections.map(({ slug, collection }) => [slug, collection])),
  };
};

/**
 * Puts up the shelves on which these products are to stand, where they are missing, and keeps all of them as they
 * are until the transaction ends. Answers how a product names its shelves now, which staff may have named otherwise.
 */
export const standUp = async (tx: Db, catalogue: Shelves, products: NewProduct[]) => {
  const all = standing(catalogue);
  const there = await holdShelves(tx);
  const moved = await readMoves(tx);
  const parents = new Map(all.categories.map(({ slug, parent }) => [slug, parent]));
  // A shelf that stands may have been put elsewhere: what was above it is not needed for it.
  const upFrom = (slug: string): string[] => {
    const parent = parents.get(slug);
    if (moved.category.has(slug) || there.hasCategory(slug)) return [];
    return [slug, ...(parent ? upFrom(parent) : [])];
  };
  const needed = new Set(products.flatMap(({ category }) => upFrom(category)));
  const shown = new Set(products.flatMap((one) => one.collections));
  const nameOf = (slug: string) => moved.category.get(slug) ?? slug;
  await insertShelves(tx, {
    categories: all.categories
      .filter(({ slug }) => needed.has(slug))
      .map((one) => ({ ...one, parent: one.parent === null ? null : nameOf(one.parent) })),
    collections: all.collections.filter(
      ({ slug }) => shown.has(slug) && !moved.collection.has(slug),
    ),
  });
  return (product: NewProduct): NewProduct => ({
    ...product,
    category: nameOf(product.category),
    collections: product.collections.map((slug) => moved.collection.get(slug) ?? slug),
  });
};
