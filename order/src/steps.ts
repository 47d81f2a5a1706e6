import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { cell, cellsOf, prepared } from "@jangteo/shared/prepared";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { and, asc, eq, isNull, lte, min, ne, or, sql } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import { isFree, LeaseLost } from "./leases.ts";
import type { Payment, Payments, Stock } from "./peers.ts";

const { placeholder } = sql;

export type SagaParts = {
  db: Db;
  stock: Stock;
  payments: Payments;
  clock: Clock;
  log: Log;
  /** Milliseconds that one process may be at work on a checkout without a word. */
  lease: number;
};

/** Milliseconds until a checkout that waits for its payer is asked about again; its webhook comes first. */
export const pause = 20_000;

/**
 * How a step ends: the checkout is at the next one, or somebody has to act first. How its payment stood
 * a moment ago goes along, so that the next step need not ask again, and so does the number of its order.
 */
export type Outcome = { row: CheckoutRow; waits?: boolean; payment?: Payment; number?: number };

const isWork = sql`${checkouts.step} not in ('started', 'done', 'failed', 'cancelled')`;

/** Takes a checkout to work on; undefined when somebody is at it, or nothing is to be done. */
export const claim = async ({ db, clock, lease }: SagaParts, id: string) => {
  const now = clock();
  const [row] = await prepared(db, "claim a checkout", () =>
    db
      .update(checkouts)
      .set({
        fencing: sql`${checkouts.fencing} + 1`,
        leaseUntil: sql`${placeholder("until")}::timestamptz`,
      })
      .where(
        and(
          eq(checkouts.id, placeholder("id")),
          isWork,
          isFree(checkouts.leaseUntil, placeholder("now")),
        ),
      )
      .returning()
      .prepare("claim_checkout"),
  ).execute({
    ...{ id, now: now.toISOString() },
    until: new Date(now.getTime() + lease).toISOString(),
  });
  return row;
};

type Fields = Partial<typeof checkouts.$inferInsert>;

/** Looked at again at this moment; at once, if it was hurried meanwhile. */
const nextLook = sql`case when ${checkouts.dueAt} is distinct from ${placeholder("known")}::timestamptz
  then ${checkouts.dueAt} else ${placeholder("next")}::timestamptz end`;
const looks = ({ dueAt }: CheckoutRow, next: Date) => ({
  known: dueAt?.toISOString() ?? null,
  next: next.toISOString(),
});

/** A statement for each set of fields that is written. */
const moving = (tx: Db, fields: Fields, isLast: boolean) => {
  const { shape, cells } = cellsOf(fields);
  return prepared(tx, `move ${shape} ${isLast}`, () =>
    tx
      .update(checkouts)
      .set({
        ...cells,
        ...(isLast && { leaseUntil: null, dueAt: nextLook }),
        version: sql`${checkouts.version} + 1`,
      })
      .where(
        and(
          eq(checkouts.id, placeholder("id")),
          eq(checkouts.fencing, placeholder("held")),
          eq(checkouts.step, placeholder("from")),
        ),
      )
      .returning()
      .prepare("move_checkout"),
  );
};

/**
 * Writes how far a checkout has come; only for who holds it, and only from the step it was read in. With
 * `next` it is laid down as well, until then.
 */
export const move = async (
  tx: Db,
  { clock, lease }: Pick<SagaParts, "clock" | "lease">,
  row: CheckoutRow,
  fields: Fields,
  next?: Date,
) => {
  const now = clock();
  const said = { leaseUntil: new Date(now.getTime() + lease), ...fields, updatedAt: now };
  const [moved] = await moving(tx, said, next !== undefined).execute({
    ...said,
    ...{ id: row.id, held: row.fencing, from: row.step },
    ...(next && looks(row, next)),
  });
  if (!moved) throw new LeaseLost();
  return moved;
};

/** Lays a checkout down; somebody looks at it again at `next`, or at once if it was hurried meanwhile. */
export const letGo = async (db: Db, row: CheckoutRow, next: Date) => {
  const { id, fencing: held } = row;
  await prepared(db, "let a checkout go", () =>
    db
      .update(checkouts)
      .set({ leaseUntil: null, dueAt: nextLook })
      .where(and(eq(checkouts.id, placeholder("id")), eq(checkouts.fencing, placeholder("held"))))
      .prepare("let_checkout_go"),
  ).execute({ id, held, ...looks(row, next) });
};

/** The checkouts that nobody finished in time. */
export const findDue = async (db: Db, now: Date, most = 20) => {
  const rows = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(and(isWork, lte(checkouts.dueAt, now), isFree(checkouts.leaseUntil, now)))
    .orderBy(asc(checkouts.dueAt))
    .limit(most);
  return rows.map(({ id }) => id);
};

/** Milliseconds since the purchase that has stood still for longest moved on, among those that wait for no payer. */
export const oldestUnfinished = async (db: Db, now: Date) => {
  const [row] = await db
    .select({ since: min(checkouts.updatedAt) })
    .from(checkouts)
    .where(and(isWork, or(ne(checkouts.step, "reserved"), isNull(checkouts.actionUrl))));
  return row?.since ? now.getTime() - row.since.getTime() : 0;
};

/** Has the recoverer look at a checkout at once: something was told of its payment. */
export const hurry = async (db: Db, id: string, now: Date) => {
  await prepared(db, "hurry a checkout", () =>
    db
      .update(checkouts)
      .set({ dueAt: cell(checkouts.dueAt, "now") })
      .where(and(eq(checkouts.id, placeholder("id")), isWork))
      .prepare("hurry_checkout"),
  ).execute({ id, now });
};
