import { isUniqueViolation, type Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import {
  attributeValues,
  categories,
  collectionProducts,
  collections,
  options,
  optionValues,
  productAttributes,
  products,
  slugHistory,
  variants,
} from "@jangteo/shared/schema/product/catalogue";
import { pictures } from "@jangteo/shared/schema/product/media";
import { prices } from "@jangteo/shared/schema/product/price";
import { availability } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";

import { announceChange, refreshCards } from "./cards.ts";
import type { NewProduct, ProductChange } from "./contract.ts";
import { missing } from "./records.ts";

type Fields = { [Name in keyof ProductChange]?: ProductChange[Name] };

/** Turns a broken uniqueness into a refusal; the transaction is over then. */
export const refusingDuplicates = async <T>(work: Promise<T>, title: string) => {
  try {
    return await work;
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError("conflict", title, { cause: error }) : error;
  }
};

const requireCategory = async (tx: Db, slug: string) => {
  const [known] = await tx.select().from(categories).where(eq(categories.slug, slug)).for("share");
  if (!known) throw invalidField("/category", "unknown", "is no category of this shop");
};

/** Keeps the shelves that a product names as they are; who locks both locks them before the product. */
const holdShelves = async (tx: Db, { category, collections: named = [] }: Fields) => {
  if (category !== undefined)
    await tx
      .select({ slug: categories.slug })
      .from(categories)
      .where(eq(categories.slug, category))
      .for("share");
  if (named.length === 0) return;
  await tx
    .select({ slug: collections.slug })
    .from(collections)
    .where(inArray(collections.slug, named))
    .orderBy(asc(collections.slug))
    .for("key share");
};

const setAttributes = async (tx: Db, productId: string, given: NewProduct["attributes"]) => {
  const known = await tx
    .select()
    .from(attributeValues)
    .where(inArray(attributeValues.code, ["", ...given.map(({ value }) => value)]));
  const wrong = given.findIndex(
    (one) =>
      !known.some(({ attribute, code }) => attribute === one.attribute && code === one.value),
  );
  if (wrong >= 0) throw invalidField(`/attributes/${wrong}`, "unknown", "is no attribute's value");
  await tx.delete(productAttributes).where(eq(productAttributes.productId, productId));
  if (given.length === 0) return;
  const rows = given.map((one) => ({ ...one, productId }));
  await tx.insert(productAttributes).values(rows).onConflictDoNothing();
};

const setCollections = async (tx: Db, productId: string, given: string[]) => {
  const known = await tx
    .select()
    .from(collections)
    .where(inArray(collections.slug, ["", ...given]))
    .orderBy(asc(collections.slug))
    .for("key share");
  const wrong = given.findIndex((one) => !known.some(({ slug }) => slug === one));
  if (wrong >= 0) throw invalidField(`/collections/${wrong}`, "unknown", "is no collection");
  await tx.delete(collectionProducts).where(eq(collectionProducts.productId, productId));
  if (given.length === 0) return;
  const rows = given.map((collection) => ({ collection, productId }));
  await tx.insert(collectionProducts).values(rows).onConflictDoNothing();
};

/** Whether a selection says one known value for each option, and nothing else. */
export const fits = (given: NewProduct["options"], selection: Record<string, string>) =>
  Object.keys(selection).length === given.length &&
  given.every(({ code, values }) => values.some((value) => value.code === selection[code]));

/** The part of a selection that says known values of options. */
export const withinOptions = (
  given: NewProduct["options"],
  selection: Record<string, string>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(selection).filter(([option, value]) =>
      given.some(({ code, values }) => code === option && values.some((one) => one.code === value)),
    ),
  );

/** A picture of a choice that there is no more shows the product whatever is chosen. */
const forgetOptions = async (tx: Db, productId: string, given: NewProduct["options"]) => {
  const shown = await tx.select().from(pictures).where(eq(pictures.productId, productId));
  for (const { position, selection } of shown) {
    const kept = withinOptions(given, selection);
    if (Object.keys(kept).length === Object.keys(selection).length) continue;
    await tx
      .update(pictures)
      .set({ selection: kept })
      .where(and(eq(pictures.productId, productId), eq(pictures.position, position)));
  }
};

const setOptions = async (tx: Db, productId: string, given: NewProduct["options"]) => {
  const sold = await tx.select().from(variants).where(eq(variants.productId, productId));
  if (!sold.every(({ selection }) => fits(given, selection)))
    throw new AppError("conflict", "A variant stands on another choice of options");
  const placed = given.map((option, position) => ({ ...option, productId, position }));
  const values = placed.flatMap(({ code, values: all }) =>
    all.map((value, position) => ({ ...value, productId, option: code, position })),
  );
  await forgetOptions(tx, productId, given);
  await tx.delete(options).where(eq(options.productId, productId));
  if (placed.length === 0) return;
  await tx.insert(options).values(placed);
  await tx.insert(optionValues).values(values);
};

/** What is active can be bought: a piece of some variant has a price without an end. */
const requirePrice = async (tx: Db, productId: string) => {
  const [sold] = await tx
    .select({ id: variants.id })
    .from(variants)
    .innerJoin(prices, eq(prices.variantId, variants.id))
    .where(and(eq(variants.productId, productId), eq(prices.minQuantity, 1), isNull(prices.endsAt)))
    .limit(1);
  if (!sold) throw new AppError("conflict", "Before it is for sale, a variant needs a price");
};

const fill = async (tx: Db, id: string, fields: Fields) => {
  if (fields.attributes) await setAttributes(tx, id, fields.attributes);
  if (fields.collections) await setCollections(tx, id, fields.collections);
  if (fields.options) await setOptions(tx, id, fields.options);
  if (fields.status === "active") await requirePrice(tx, id);
};

/** Shows a change to shoppers and tells others of it. */
export const show = async (tx: Db, changed: { id: string; slug: string }, now: Date) => {
  await refreshCards(tx, [changed.id], now);
  await announceChange(tx, [changed]);
};

const taken = "Another product has this slug";

export const addProduct = async (tx: Db, product: NewProduct) => {
  await requireCategory(tx, product.category);
  const [added] = await refusingDuplicates(
    tx.insert(products).values(product).returning({ id: products.id }),
    taken,
  );
  if (!added) throw new Error("insert returned no row");
  await tx.delete(slugHistory).where(eq(slugHistory.slug, product.slug));
  await tx.insert(availability).values({ productId: added.id, available: 0 });
  await fill(tx, added.id, product);
  return added.id;
};

/** Counts a change of the product, made by who saw `version` of it. */
export const bump = async (tx: Db, id: string, version?: number) => {
  const [before] = await tx.select().from(products).where(eq(products.id, id)).for("update");
  if (!before) throw missing();
  if (version !== undefined && before.version !== version)
    throw new AppError("precondition_failed", "It changed since; read it again");
  await tx
    .update(products)
    .set({ version: sql`${products.version} + 1`, updatedAt: sql`now()` })
    .where(eq(products.id, id));
  return before;
};

const move = async (tx: Db, id: string, from: string, to: string) => {
  await tx.delete(slugHistory).where(eq(slugHistory.slug, to));
  await tx.insert(slugHistory).values({ slug: from, productId: id }).onConflictDoNothing();
};

/** Writes a change down, without showing it yet; answers the slug it has now. */
export const writeProduct = async (
  tx: Db,
  id: string,
  version: number | undefined,
  change: ProductChange,
) => {
  await holdShelves(tx, change);
  const before = await bump(tx, id, version);
  if (change.category !== undefined) await requireCategory(tx, change.category);
  const { attributes: _a, collections: _c, options: _o, ...columns } = change;
  if (Object.keys(columns).length > 0)
    await refusingDuplicates(
      tx.update(products).set(columns).where(eq(products.id, id)).returning(),
      taken,
    );
  const slug = change.slug ?? before.slug;
  if (slug !== before.slug) await move(tx, id, before.slug, slug);
  await fill(tx, id, change);
  return slug;
};

export const changeProduct = async (
  tx: Db,
  id: string,
  version: number,
  change: ProductChange,
  now: Date,
) => {
  const slug = await writeProduct(tx, id, version, change);
  await show(tx, { id, slug }, now);
};
