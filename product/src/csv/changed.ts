import type { Db } from "@jangteo/shared/database";
import { insertRows, updateRows } from "@jangteo/shared/rows";
import {
  collectionProducts,
  options,
  optionValues,
  productAttributes,
  products,
  variants,
} from "@jangteo/shared/schema/product/catalogue";
import { inArray, sql } from "drizzle-orm";

import type { Source } from "../cards/source.ts";
import { fits } from "../catalogue.ts";
import { canBear, countStock, lockStock, writePrices, type Pair } from "./amounts.ts";
import { productOf, variantOf } from "./apply.ts";
import type { Shelves } from "./fresh.ts";
import type { Group } from "./groups.ts";
import { toRows, type Row } from "./row.ts";

type Task = { importId: string; actor: string; now: Date; shelves: Shelves };
type Known = { group: Group; source: Source; fields: ReturnType<typeof productOf>; pairs: Pair[] };

const selectionOf = (row: Row) =>
  Object.fromEntries(row.selection.map(({ option, value }) => [option, value]));

const asKnown = (group: Group, source: Source): Known[] => {
  const [first] = group.lines;
  const bySku = new Map(source.variants.map((variant) => [variant.sku, variant]));
  const pairs = group.lines.flatMap(({ row }) => {
    const variant = bySku.get(row.sku);
    return variant ? [{ row, variant }] : [];
  });
  return first ? [{ group, source, pairs, fields: productOf(first.row) }] : [];
};

const keepsChoice = ({ row, variant }: Pair) => {
  const chosen = selectionOf(row);
  const names = Object.keys(chosen);
  return (
    names.length === Object.keys(variant.selection).length &&
    names.every((name) => chosen[name] === variant.selection[name])
  );
};

/** Whether nothing can be amiss with the change: only values change, and all of them are known. */
const isSound = ({ group, source, fields, pairs }: Known, shelves: Shelves) =>
  pairs.length === group.lines.length &&
  pairs.every(keepsChoice) &&
  source.variants.every(({ selection }) => fits(fields.options, selection)) &&
  shelves.takes(fields) &&
  (group.lines[0]?.row.status !== "active" ||
    source.product.status === "active" ||
    pairs.some(({ row }) => (row.price_krw ?? row.price_usd) !== null));

const writeProducts = async (tx: Db, all: Known[]) => {
  const rows = all.map(({ group, source, fields }) => {
    const { attributes: _a, collections: _c, options: _o, ...columns } = fields;
    const status = group.lines[0]?.row.status ?? source.product.status;
    return { ...columns, status, id: source.product.id };
  });
  await updateRows(tx, products, rows, {
    version: sql`${products.version} + 1`,
    updatedAt: sql`now()`,
  });
};

/** Names anew the attributes, collections and options of those whose names are others. */
const writeNames = async (tx: Db, all: Known[], now: Date) => {
  const compared = all.map((known) => ({
    ...known,
    before: toRows(known.source, () => 0, now)[0],
    after: known.group.lines[0]?.cells,
  }));
  const changed = (column: "attributes" | "collections" | "options") =>
    compared.filter(({ before, after }) => before?.[column] !== after?.[column]);
  const idsOf = (some: Known[]) => some.map(({ source }) => source.product.id);
  const about = changed("attributes");
  await tx.delete(productAttributes).where(inArray(productAttributes.productId, idsOf(about)));
  const values = about.flatMap(({ source, fields }) =>
    fields.attributes.map((one) => ({ ...one, productId: source.product.id })),
  );
  await insertRows(tx, productAttributes, values).onConflictDoNothing();
  const shelved = changed("collections");
  await tx.delete(collectionProducts).where(inArray(collectionProducts.productId, idsOf(shelved)));
  const places = shelved.flatMap(({ source, fields }) =>
    fields.collections.map((collection) => ({ collection, productId: source.product.id })),
  );
  await insertRows(tx, collectionProducts, places).onConflictDoNothing();
  const chosen = changed("options");
  await tx.delete(options).where(inArray(options.productId, idsOf(chosen)));
  const placed = chosen.flatMap(({ source, fields }) =>
    fields.options.map((one, position) => ({ ...one, position, productId: source.product.id })),
  );
  await insertRows(tx, options, placed);
  const choices = placed.flatMap(({ productId, code: option, values: own }) =>
    own.map((value, position) => ({ ...value, position, productId, option })),
  );
  await insertRows(tx, optionValues, choices);
};

const sizes = ["position", "width", "height", "depth", "weight", "capacity"] as const;

const writeVariants = async (tx: Db, pairs: Pair[]) => {
  const rows = pairs.flatMap(({ row, variant }) => {
    const { selection: _selection, ...wished } = variantOf(row);
    return sizes.some((name) => wished[name] !== variant[name])
      ? [{ ...wished, id: variant.id }]
      : [];
  });
  await updateRows(tx, variants, rows, { version: sql`${variants.version} + 1` });
};

/**
 * Writes changes of products, which are locked, in a fixed number of statements; returns which.
 * Left out is what may be refused, or has more variants than before: a slower way takes those.
 */
export const changeKnown = async (
  tx: Db,
  changes: { group: Group; source: Source }[],
  task: Task,
) => {
  const sound = changes
    .flatMap(({ group, source }) => asKnown(group, source))
    .filter((known) => isSound(known, task.shelves));
  const levels = await lockStock(
    tx,
    sound.flatMap(({ pairs }) => pairs),
  );
  const all = sound.filter(({ pairs }) => pairs.every((pair) => canBear(pair, levels)));
  if (all.length === 0) return [];
  const pairs = all.flatMap((known) => known.pairs);
  await writeProducts(tx, all);
  await writeNames(tx, all, task.now);
  await writeVariants(tx, pairs);
  await writePrices(tx, pairs, task.now);
  await countStock(tx, pairs, levels, task);
  return all.map(({ source: { product } }) => ({ id: product.id, slug: product.slug }));
};
