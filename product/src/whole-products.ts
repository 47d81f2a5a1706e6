import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
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

/** Inserts that have rows to insert. */
export const put = async <T>(rows: T[], insert: (rows: [T, ...T[]]) => PromiseLike<unknown>) => {
  const [first, ...rest] = rows;
  if (first !== undefined) await insert([first, ...rest]);
};

/** Adds whole products in a dozen statements, however many they are; returns their ids. */
export const insertProducts = async (tx: Db, wholes: WholeProduct[], cause: string) => {
  const all = wholes.map(withIds);
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
  const rows = {
    history: all.map(({ product }) => product.slug),
    values: placed.flatMap(({ productId, code, values }) =>
      values.map((value, position) => ({ ...value, productId, option: code, position })),
    ),
    attributes: all.flatMap(({ id, attributes }) =>
      attributes.map((one) => ({ ...one, productId: id })),
    ),
    collections: all.flatMap(({ id, collections }) =>
      collections.map((collection) => ({ collection, productId: id })),
    ),
    prices: sold.flatMap(({ variant, prices: own }) =>
      own.map((price) => ({ ...price, variantId: variant.id })),
    ),
    movements: units
      .filter(({ quantity }) => quantity > 0)
      .map((row) => ({ ...row, kind: "received" as const, cause, line: row.variantId })),
    available: all.map((one) => ({
      productId: one.id,
      available: one.variants.reduce((sum, variant) => sum + variant.units, 0),
    })),
  };
  await put(rows.history, (own) => tx.delete(slugHistory).where(inArray(slugHistory.slug, own)));
  await put(all, (own) => tx.insert(products).values(own.map(({ product }) => product)));
  await put(placed, (own) => tx.insert(options).values(own));
  await put(rows.values, (own) => tx.insert(optionValues).values(own));
  await put(sold, (own) => tx.insert(variants).values(own.map(({ variant }) => variant)));
  await put(rows.prices, (own) => tx.insert(prices).values(own));
  await put(units, (own) =>
    tx.insert(stock).values(own.map(({ quantity, ...place }) => ({ ...place, onHand: quantity }))),
  );
  await put(rows.movements, (own) => tx.insert(stockMovements).values(own));
  await put(rows.available, (own) => tx.insert(availability).values(own));
  await put(rows.attributes, (own) =>
    tx.insert(productAttributes).values(own).onConflictDoNothing(),
  );
  await put(rows.collections, (own) =>
    tx.insert(collectionProducts).values(own).onConflictDoNothing(),
  );
  await put(shown, (own) =>
    tx
      .insert(media)
      .values(own.map((one) => one.media))
      .onConflictDoNothing(),
  );
  await put(shown, (own) =>
    tx
      .insert(pictures)
      .values(own.map(({ picture, productId, position }) => ({ ...picture, productId, position }))),
  );
  return all.map(({ id, product }) => ({ id, slug: product.slug }));
};
