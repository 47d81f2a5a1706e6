import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { AppError, type FieldError } from "@jangteo/shared/problem";
import { preferIndexes } from "@jangteo/shared/rows";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { inArray } from "drizzle-orm";

import { announceChange, refreshCards } from "../cards.ts";
import { applyGroup } from "./apply.ts";
import { readCurrent } from "./current.ts";
import { addFresh, readShelves, type Shelves } from "./fresh.ts";
import { errorOf, groupsOf, mostErrors, tell, type Group } from "./groups.ts";

export type Report = { rows: number; changed: number; unchanged: number; errors: FieldError[] };
type Settings = { mode: "all" | "rows"; actor: string; now: Date };

const batchSize = 200;

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

type Task = Settings & { importId: string; report: Report; shelves: Shelves };

const isSame = (group: Group, rows: Record<string, string>[]) =>
  rows.length === group.lines.length &&
  group.lines.every(({ cells }) => {
    const row = rows.find((one) => one["sku"] === cells.sku);
    return (
      row !== undefined &&
      Object.entries(cells).every(
        ([column, cell]) => row[column] === cell || (column === "stock" && cell === ""),
      )
    );
  });

/** New products at once, others one at a time, each behind a savepoint; what shoppers read is made anew at the end. */
const takeBatch = async (tx: Db, groups: Group[], task: Task) => {
  const { report, now } = task;
  await preferIndexes(tx);
  const slugs = groups.map(({ slug }) => slug);
  const known = await tx
    .select({ id: products.id })
    .from(products)
    .where(inArray(products.slug, slugs));
  const current = await readCurrent(
    tx,
    known.map(({ id }) => id),
    now,
  );
  const fresh = groups.filter(
    ({ slug, errors }) =>
      errors.length === 0 && !current.some(({ source }) => source.product.slug === slug),
  );
  const added = await addFresh(tx, fresh, task.shelves, task);
  const isAdded = new Set(added.map(({ slug }) => slug));
  const changed = [...added];
  for (const group of groups) {
    report.rows += group.rows;
    const before = current.find(({ source }) => source.product.slug === group.slug);
    if (group.errors.length === 0 && isAdded.has(group.slug)) continue;
    if (group.errors.length > 0) tell(report.errors, group.errors);
    else if (before && isSame(group, before.rows)) report.unchanged += 1;
    else
      try {
        changed.push(
          await tx.transaction((inner) => applyGroup(inner, group, before?.source, task)),
        );
      } catch (error) {
        tell(report.errors, errorOf(group, error));
      }
  }
  report.changed += changed.length;
  await refreshCards(
    tx,
    changed.map(({ id }) => id),
    now,
  );
  await announceChange(tx, changed);
};

const refuse = ({ errors }: Report) => new AppError("invalid", "Nothing was taken in", { errors });

const takeAll = async (db: Db, groups: AsyncIterable<Group>, task: Task) => {
  for await (const batch of batches(groups, batchSize)) {
    if (task.mode === "all" && task.report.errors.length >= mostErrors) break;
    if (task.mode === "all") await takeBatch(db, batch, task);
    else await db.transaction((tx) => takeBatch(tx, batch, task));
  }
};

/**
 * Takes in products and variants by their slugs and SKUs; the same again changes nothing. With "all"
 * one wrong row undoes everything; with "rows" a wrong product is left out and told.
 */
export const importProducts = async (
  db: Db,
  text: AsyncIterable<string>,
  settings: Settings,
): Promise<Report> => {
  const report: Report = { rows: 0, changed: 0, unchanged: 0, errors: [] };
  const task = { ...settings, report, importId: uuidv7(), shelves: await readShelves(db) };
  const groups = groupsOf(text);
  if (settings.mode === "rows") await takeAll(db, groups, task);
  else
    await db.transaction(async (tx) => {
      await takeAll(tx, groups, task);
      if (report.errors.length > 0) throw refuse(report);
    });
  return report;
};
