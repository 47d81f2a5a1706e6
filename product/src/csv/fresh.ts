import type { Db } from "@jangteo/shared/database";
import { attributeValues, categories, collections } from "@jangteo/shared/schema/product/catalogue";
import { asc } from "drizzle-orm";

import { fits } from "../catalogue.ts";
import type { NewProduct } from "../contract.ts";
import { insertProducts, type WholeProduct } from "../whole-products.ts";
import { productOf, variantOf } from "./apply.ts";
import type { Group } from "./groups.ts";

const toWhole = ({ lines: [first, ...rest] }: Group, now: Date): WholeProduct[] =>
  first
    ? [
        {
          ...productOf(first.row),
          product: { ...productOf(first.row), status: first.row.status },
          variants: [first, ...rest].map(({ row }) => {
            const { selection, ...variant } = variantOf(row);
            const pairs = selection.map(({ option, value }) => [option, value] as const);
            const costs = [
              ["KRW", row.price_krw],
              ["USD", row.price_usd],
            ] as const;
            return {
              variant: { ...variant, selection: Object.fromEntries(pairs) },
              prices: costs.flatMap(([currency, amount]) =>
                amount === null
                  ? []
                  : [{ currency, amount, list: "regular" as const, startsAt: now }],
              ),
              units: row.stock ?? 0,
            };
          }),
          pictures: [],
        },
      ]
    : [];

/** The names a product may use, which stay as they are until the transaction ends. */
export const holdShelves = async (tx: Db) => {
  const places = await tx
    .select({ slug: categories.slug })
    .from(categories)
    .orderBy(asc(categories.slug))
    .for("share");
  const shelves = await tx
    .select({ slug: collections.slug })
    .from(collections)
    .orderBy(asc(collections.slug))
    .for("key share");
  const values = await tx
    .select({ attribute: attributeValues.attribute, code: attributeValues.code })
    .from(attributeValues);
  const known = {
    categories: new Set(places.map(({ slug }) => slug)),
    values: new Set(values.map(({ attribute, code }) => `${attribute}:${code}`)),
    collections: new Set(shelves.map(({ slug }) => slug)),
  };
  return {
    hasCategory: (slug: string) => known.categories.has(slug),
    /** Whether the shop has all that a product names. */
    takes: (product: Pick<NewProduct, "category" | "attributes" | "collections">) =>
      known.categories.has(product.category) &&
      product.attributes.every(({ attribute, value }) =>
        known.values.has(`${attribute}:${value}`),
      ) &&
      product.collections.every((slug) => known.collections.has(slug)),
  };
};
export type Shelves = Awaited<ReturnType<typeof holdShelves>>;

const isSound = (whole: WholeProduct, shelves: Shelves) =>
  shelves.takes({ ...whole, category: whole.product.category }) &&
  whole.variants.every(({ variant }) => fits(whole.options, variant.selection)) &&
  (whole.product.status !== "active" || whole.variants.some(({ prices }) => prices.length > 0));

/** Adds new products all at once; what is amiss with the others a slower way finds, one by one. */
export const addFresh = (
  tx: Db,
  groups: Group[],
  shelves: Shelves,
  { importId, now }: { importId: string; now: Date },
) => {
  const wholes = groups.flatMap((group) => toWhole(group, now));
  const sound = wholes.filter((whole) => isSound(whole, shelves));
  return insertProducts(tx, sound, `import:${importId}`);
};
