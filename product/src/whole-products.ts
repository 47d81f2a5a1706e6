import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { insertRows } from "@jangteo/shared/rows";
import {
  collectionProducts,
  options,
  optionValues,
  productAttributes,
  products,
  slugHistory,
  variants,
} from "@jangteo/shared/schema/product/catalogue";
import { media, pictures } from "@jangteo/shared/schema/product/media";
import { prices } from "@jangteo/shared/schema/product/price";
import { availability, stock, stockMovements } from "@jangteo/shared/schema/product/stock";
import { inArray } from "drizzle-orm";

import type { NewProduct } from "./contract.ts";

type Insert<T extends { $inferInsert: unknown }> = T["$inferInsert"];
type Own<T extends { $inferInsert: unknown }, Key extends string> = Omit<Insert<T>, Key>;

/** A new product with everything it has: variants with prices and units, pictures with their files. */
export type WholeProduct = {
  product: Insert<typeof products>;
  attributes: NewProduct["attributes"];
  collections: string[];
  options: NewProduct["options"];
  variants: {
    variant: Own<typeof variants, "productId" | "position"> & { position?: number };
    prices: (Own<typeof prices, "variantId"> & { startsAt: Date })[];
    units: number;
  }[];
  pictures: {
    picture: Own<typeof pictures, "productId" | "position">;
    media: Insert<typeof media>;
  }[];
};

const withIds = (whole: WholeProduct) => {
  const id = uuidv7();
  return {
    ...whole,
    id,
    product: { ...whole.product, id },
    variants: whole.variants.map((one, position) => {
      const variant = { position, ...one.variant, id: uuidv7(), productId: id };
      return { ...one, variant };
    }),
  };
};

const bySku = <T extends { variant: { sku: string } }>(a: T, b: T) =>
  a.variant.sku < b.variant.sku ? -1 : 1;

/** Adds the products whose slugs and SKUs nobody has, and nothing of the others. */
const insertOwn = async (tx: Db, wholes: WholeProduct[]) => {
  const all = wholes.map(withIds);
  const fresh = await insertRows(
    tx,
    products,
    all.map(({ product }) => product),
  )
    .onConflictDoNothing()
    .returning({ id: products.id });
  const ids = new Set(fresh.map(({ id }) => id));
  const own = all.filter(({ id }) => ids.has(id));
  const sold = own.flatMap((one) => one.variants).toSorted(bySku);
  const known = await insertRows(
    tx,
    variants,
    sold.map(({ variant }) => variant),
  )
    .onConflictDoNothing()
    .returning({ id: variants.id });
  const added = new Set(known.map(({ id }) => id));
  const isWhole = ({ variants: given }: (typeof all)[number]) =>
    given.every(({ variant }) => added.has(variant.id));
  const torn = own.filter((one) => !isWhole(one)).map(({ id }) => id);
  if (torn.length > 0) await tx.delete(products).where(inArray(products.id, torn));
  return own.filter(isWhole);
};

/**
 * Adds whole products in a dozen statements, however many they are; returns which. Left out is one
 * whose slug or a SKU of which is taken, or that has the same choice of options twice.
 */
export const insertProducts = async (tx: Db, wholes: WholeProduct[], cause: string) => {
  const all = await insertOwn(tx, wholes);
  if (all.length === 0) return [];
  const sold = all.flatMap((one) => one.variants);
  const units = sold.map(({ variant, units: quantity }) => ({
    ...{ variantId: variant.id, location: "main", quantity },
  }));
  const placed = all.flatMap(({ id, options: own }) =>
    own.map((option, position) => ({ ...option, productId: id, position })),
  );
  const shown = all.flatMap(({ id, pictures: own }) =>
    own.map((one, position) => ({ ...one, productId: id, position })),
  );
  const told = all.flatMap(({ id, attributes }) =>
    attributes.map((one) => ({ ...one, productId: id })),
  );
  const shelved = all.flatMap(({ id, collections }) =>
    collections.map((collection) => ({ collection, productId: id })),
  );
  const values = placed.flatMap(({ productId, code, values: own }) =>
    own.map((value, position) => ({ ...value, productId, option: code, position })),
  );
  const slugs = all.map(({ product }) => product.slug);
  await tx.delete(slugHistory).where(inArray(slugHistory.slug, slugs));
  await insertRows(tx, options, placed);
  await insertRows(tx, optionValues, values);
  const costs = sold.flatMap(({ variant, prices: own }) =>
    own.map((price) => ({ ...price, variantId: variant.id })),
  );
  await insertRows(tx, prices, costs);
  const levels = units.map(({ quantity, ...place }) => ({ ...place, onHand: quantity }));
  await insertRows(tx, stock, levels);
  const movements = units
    .filter(({ quantity }) => quantity > 0)
    .map((row) => ({ ...row, kind: "received" as const, cause, line: row.variantId }));
  await insertRows(tx, stockMovements, movements);
  const available = all.map((one) => ({
    productId: one.id,
    available: one.variants.reduce((sum, variant) => sum + variant.units, 0),
  }));
  await insertRows(tx, availability, available);
  await insertRows(tx, productAttributes, told).onConflictDoNothing();
  await insertRows(tx, collectionProducts, shelved).onConflictDoNothing();
  const files = shown.map((one) => one.media);
  await insertRows(tx, media, files).onConflictDoNothing();
  const views = shown.map(({ picture, productId, position }) => ({
    ...{ ...picture, productId, position },
  }));
  await insertRows(tx, pictures, views);
  return all.map(({ id, product }) => ({ id, slug: product.slug }));
};
