import type { Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { options, optionValues, variants } from "@jangteo/shared/schema/product/catalogue";
import { media, pictures } from "@jangteo/shared/schema/product/media";
import { prices } from "@jangteo/shared/schema/product/price";
import { and, eq, gt, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";

import { bump, fits, refusingDuplicates, show, withinOptions } from "./catalogue.ts";
import type { NewPicture, NewPrice, NewVariant, VariantChange } from "./contract.ts";

const taken = "Another variant has this SKU, or this choice of options";

const asSelection = (selection: NewVariant["selection"]) =>
  Object.fromEntries(selection.map(({ option, value }) => [option, value]));

const optionsOf = async (tx: Db, productId: string) => {
  const [known, values] = await Promise.all([
    tx.select().from(options).where(eq(options.productId, productId)),
    tx.select().from(optionValues).where(eq(optionValues.productId, productId)),
  ]);
  return known.map(({ code, name }) => ({
    ...{ code, name },
    values: values.filter(({ option }) => option === code),
  }));
};

const requireFit = async (tx: Db, productId: string, selection: Record<string, string>) => {
  if (!fits(await optionsOf(tx, productId), selection))
    throw invalidField("/selection", "options", "must say one value for each option");
};

export const insertVariant = async (tx: Db, productId: string, variant: NewVariant) => {
  const selection = asSelection(variant.selection);
  await requireFit(tx, productId, selection);
  const [added] = await refusingDuplicates(
    tx
      .insert(variants)
      .values({ ...variant, productId, selection })
      .returning({ id: variants.id }),
    taken,
  );
  if (!added) throw new Error("insert returned no row");
  return added.id;
};

export const addVariant = async (tx: Db, productId: string, variant: NewVariant, now: Date) => {
  const { slug } = await bump(tx, productId);
  await insertVariant(tx, productId, variant);
  await show(tx, { id: productId, slug }, now);
};

/** The variant, its product locked first, as everybody does. */
const lockVariant = async (tx: Db, id: string) => {
  const [found] = await tx.select().from(variants).where(eq(variants.id, id));
  if (!found) throw new AppError("not_found", "There is no such variant");
  const { slug } = await bump(tx, found.productId);
  const [variant] = await tx.select().from(variants).where(eq(variants.id, id)).for("update");
  if (!variant) throw new AppError("not_found", "There is no such variant");
  return { variant, product: { id: variant.productId, slug } };
};

type Variant = typeof variants.$inferSelect;

export const writeVariant = async (
  tx: Db,
  variant: Pick<Variant, "id" | "productId" | "selection">,
  { selection: given, ...change }: VariantChange,
) => {
  const { id, productId } = variant;
  const selection = given ? asSelection(given) : variant.selection;
  if (given) await requireFit(tx, productId, selection);
  await refusingDuplicates(
    tx
      .update(variants)
      .set({ ...change, selection, version: sql`${variants.version} + 1` })
      .where(eq(variants.id, id))
      .returning(),
    taken,
  );
};

export const changeVariant = async (
  tx: Db,
  id: string,
  version: number,
  change: VariantChange,
  now: Date,
) => {
  const { variant, product } = await lockVariant(tx, id);
  if (variant.version !== version)
    throw new AppError("precondition_failed", "It changed since; read it again");
  await writeVariant(tx, variant, change);
  await show(tx, product, now);
  return product.id;
};

/** Ends what was in force, forgets what was to begin meanwhile, and begins the new price. */
export const writePrice = async (tx: Db, variantId: string, price: NewPrice, now: Date) => {
  const { amount, currency, list, minQuantity } = price;
  const startsAt = price.startsAt ? new Date(price.startsAt) : now;
  const endsAt = price.endsAt ? new Date(price.endsAt) : null;
  if (startsAt < now) throw invalidField("/startsAt", "past", "must not lie in the past");
  if (endsAt && list === "regular")
    throw invalidField("/endsAt", "regular", "only a sale may end by itself");
  if (endsAt && endsAt <= startsAt)
    throw invalidField("/endsAt", "order", "must come after the start");
  const same = and(
    eq(prices.variantId, variantId),
    eq(prices.currency, currency),
    eq(prices.list, list),
    eq(prices.minQuantity, minQuantity),
  );
  const beginsMeanwhile = endsAt ? lt(prices.startsAt, endsAt) : undefined;
  await tx.delete(prices).where(and(same, gte(prices.startsAt, startsAt), beginsMeanwhile));
  await tx
    .update(prices)
    .set({ endsAt: startsAt })
    .where(
      and(
        same,
        lt(prices.startsAt, startsAt),
        or(isNull(prices.endsAt), gt(prices.endsAt, startsAt)),
      ),
    );
  if (amount !== null)
    await tx
      .insert(prices)
      .values({ variantId, currency, list, minQuantity, amount, startsAt, endsAt });
};

export const setPrice = async (tx: Db, variantId: string, price: NewPrice, now: Date) => {
  const { product } = await lockVariant(tx, variantId);
  await writePrice(tx, variantId, price, now);
  await show(tx, product, now);
  return product.id;
};

/** What a picture shows must be among what can be chosen: it would be shown at no choice. */
const requireShowable = (known: Parameters<typeof withinOptions>[0], given: NewPicture[]) => {
  for (const [at, { selection = [] }] of given.entries()) {
    const within = withinOptions(known, asSelection(selection));
    const wrong = selection.find(({ option }) => !(option in within));
    if (!wrong) continue;
    const pointer = `/pictures/${at}/selection/${wrong.option}`;
    throw invalidField(pointer, "unknown", "is no option of the product, or not with this value");
  }
};

/** Puts these pictures, which lie in the media already, in place of those a product had. */
export const setPictures = async (
  tx: Db,
  productId: string,
  version: number | undefined,
  given: NewPicture[],
  now: Date,
) => {
  const { slug } = await bump(tx, productId, version);
  const files = given.map(({ file }) => file);
  const known = await tx
    .select({ file: media.file })
    .from(media)
    .where(inArray(media.file, ["", ...files]));
  const wrong = files.findIndex((file) => !known.some((one) => one.file === file));
  if (wrong >= 0) throw invalidField(`/pictures/${wrong}/file`, "unknown", "was never uploaded");
  requireShowable(await optionsOf(tx, productId), given);
  const before = await tx.delete(pictures).where(eq(pictures.productId, productId)).returning();
  const selectionOfFile = (file: string) => before.find((one) => one.file === file)?.selection;
  const rows = given.map(({ selection, ...picture }, position) => ({
    ...{ ...picture, productId, position },
    selection: selection ? asSelection(selection) : (selectionOfFile(picture.file) ?? {}),
  }));
  if (rows.length > 0) await tx.insert(pictures).values(rows);
  await show(tx, { id: productId, slug }, now);
};
