import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { AppError, type FieldError } from "@jangteo/shared/problem";
import { preferIndexes } from "@jangteo/shared/rows";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { inArray } from "drizzle-orm";

import { announceChange, refreshCards } from "../cards.ts";
import { readSources } from "../cards/source.ts";
import { applyGroup } from "./apply.ts";
import { changeKnown } from "./changed.ts";
import { readCurrent } from "./current.ts";
import { addFresh, holdShelves } from "./fresh.ts";
import { errorOf, groupsOf, mostErrors, tell, type Group } from "./groups.ts";
import { saysTheSame, type Cells } from "./row.ts";

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

type Task = Settings & { importId: string; report: Report };

const isSame = (group: Group, rows: Cells[]) =>
  rows.length === group.lines.length &&
  group.lines.every(({ row }) => {
    const other = rows.find(({ sku }) => sku === row.sku);
    return other !== undefined && saysTheSame(row, other);
  });

/** What a batch asks for: products to add, to change, and to leave. */
const sortOut = async (tx: Db, groups: Group[], now: Date) => {
  const slugs = groups.map(({ slug }) => slug);
  const known = await tx
    .select({ id: products.id })
    .from(products)
    .where(inArray(products.slug, slugs));
  const ids = known.map(({ id }) => id);
  const current = await readCurrent(tx, ids, now);
  const bySlug = new Map(current.map((one) => [one.source.product.slug, one]));
  const right = groups.filter(({ errors }) => errors.length === 0);
  const isLeft = (group: Group) => {
    const before = bySlug.get(group.slug);
    return before !== undefined && isSame(group, before.rows);
  };
  return {
    fresh: right.filter(({ slug }) => !bySlug.has(slug)),
    changed: right.filter((group) => bySlug.has(group.slug) && !isLeft(group)),
    left: right.filter(isLeft).length,
    idOf: (slug: string) => bySlug.get(slug)?.source.product.id,
  };
};

/** These products as they stand, locked, each with what changes it. */
const lockKnown = async (tx: Db, groups: Group[], idOf: (slug: string) => string | undefined) => {
  const ids = groups.map(({ slug }) => idOf(slug)).filter((id) => id !== undefined);
  const sources = ids.length === 0 ? [] : await readSources(tx, ids, { lock: true });
  const bySlug = new Map(groups.map((group) => [group.slug, group]));
  return sources.flatMap((source) => {
    const group = bySlug.get(source.product.slug);
    return group ? [{ group, source }] : [];
  });
};

/**
 * New and changed products at once; one with which something may be amiss by itself, behind a
 * savepoint, which tells what. What shoppers read is made anew at the end.
 */
const takeBatch = async (tx: Db, groups: Group[], task: Task) => {
  const { report, now } = task;
  await preferIndexes(tx);
  const shelves = await holdShelves(tx);
  const { fresh, changed, left, idOf } = await sortOut(tx, groups, now);
  const known = await lockKnown(tx, changed, idOf);
  const done = [
    ...(await addFresh(tx, fresh, shelves, task)),
    ...(await changeKnown(tx, known, { ...task, shelves })),
  ];
  const slugs = new Set(done.map(({ slug }) => slug));
  const before = new Map(known.map(({ group, source }) => [group, source]));
  const slow = new Set([...fresh, ...changed].filter(({ slug }) => !slugs.has(slug)));
  for (const group of groups) {
    report.rows += group.rows;
    tell(report.errors, group.errors);
    if (!slow.has(group)) continue;
    try {
      done.push(await tx.transaction((inner) => applyGroup(inner, group, before.get(group), task)));
    } catch (error) {
      tell(report.errors, errorOf(group, error));
    }
  }
  report.unchanged += left;
  report.changed += done.length;
  const ids = done.map(({ id }) => id);
  await refreshCards(tx, ids, now);
  await announceChange(tx, done);
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
  const task = { ...settings, report, importId: uuidv7() };
  const groups = groupsOf(text);
  if (settings.mode === "rows") await takeAll(db, groups, task);
  else
    await db.transaction(async (tx) => {
      await takeAll(tx, groups, task);
      if (report.errors.length > 0) throw refuse(report);
    });
  return report;
};
