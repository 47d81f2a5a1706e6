import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { prepared } from "@jangteo/shared/prepared";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { and, asc, eq, inArray, isNull, lte, min, ne, notInArray, or, sql } from "drizzle-orm";

import { ended, type CheckoutRow } from "./checkouts.ts";
import { isFree, LeaseLost } from "./leases.ts";
import type { Payment, Payments, Stock } from "./peers.ts";

export type SagaParts = {
  db: Db;
  stock: Stock;
  payments: Payments;
  clock: Clock;
  log: Log;
  /** Milliseconds that one process may be at work on a checkout without a word. */
  lease: number;
};

/**
 * How a step ends: the checkout is at the next one, or somebody has to act first. How its payment stood
 * a moment ago goes along, so that the next step need not ask again.
 */
export type Outcome = { row: CheckoutRow; waits?: boolean; payment?: Payment };

/** Takes a checkout to work on; undefined when somebody is at it, or nothing is to be done. */
export const claim = async ({ db, clock, lease }: SagaParts, id: string) => {
  const now = clock();
  const [row] = await prepared(db, "claim a checkout", () =>
    db
      .update(checkouts)
      .set({
        fencing: sql`${checkouts.fencing} + 1`,
        leaseUntil: sql`${sql.placeholder("until")}::timestamptz`,
      })
      .where(
        and(
          eq(checkouts.id, sql.placeholder("id")),
          notInArray(checkouts.step, ["started", ...ended]),
          isFree(checkouts.leaseUntil, sql.placeholder("now")),
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

/** Writes how far a checkout has come; only for who holds it, and only from the step it was read in. */
export const move = async (
  tx: Db,
  { clock, lease }: Pick<SagaParts, "clock" | "lease">,
  row: CheckoutRow,
  fields: Fields,
) => {
  const now = clock();
  const [moved] = await tx
    .update(checkouts)
    .set({
      leaseUntil: new Date(now.getTime() + lease),
      ...fields,
      version: sql`${checkouts.version} + 1`,
      updatedAt: now,
    })
    .where(
      and(
        eq(checkouts.id, row.id),
        eq(checkouts.fencing, row.fencing),
        eq(checkouts.step, row.step),
      ),
    )
    .returning();
  if (!moved) throw new LeaseLost();
  return moved;
};

/** Lays a checkout down; somebody looks at it again at `at`, or at once if it was hurried meanwhile. */
export const letGo = async (db: Db, { id, fencing, dueAt }: CheckoutRow, at: Date | null) => {
  const known = dueAt?.toISOString() ?? null;
  const next = at?.toISOString() ?? null;
  await db
    .update(checkouts)
    .set({
      leaseUntil: null,
      dueAt: sql`case when ${checkouts.dueAt} is distinct from ${known}::timestamptz
        then ${checkouts.dueAt} else ${next}::timestamptz end`,
    })
    .where(and(eq(checkouts.id, id), eq(checkouts.fencing, fencing)));
};

/** The checkouts that nobody finished in time. */
export const findDue = async (db: Db, now: Date, most = 20) => {
  const rows = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(
      and(
        sql`${checkouts.step} not in ('started', 'done', 'failed', 'cancelled')`,
        lte(checkouts.dueAt, now),
        isFree(checkouts.leaseUntil, now),
      ),
    )
    .orderBy(asc(checkouts.dueAt))
    .limit(most);
  return rows.map(({ id }) => id);
};

/** Milliseconds since the purchase that has stood still for longest moved on, among those that wait for no payer. */
export const oldestUnfinished = async (db: Db, now: Date) => {
  const [row] = await db
    .select({ since: min(checkouts.updatedAt) })
    .from(checkouts)
    .where(
      and(
        sql`${checkouts.step} not in ('started', 'done', 'failed', 'cancelled')`,
        or(ne(checkouts.step, "reserved"), isNull(checkouts.actionUrl)),
      ),
    );
  return row?.since ? now.getTime() - row.since.getTime() : 0;
};

/** Has the recoverer look at a checkout at once: something was told of its payment. */
export const hurry = async (db: Db, id: string, now: Date) => {
  await db
    .update(checkouts)
    .set({ dueAt: now })
    .where(and(eq(checkouts.id, id), notInArray(checkouts.step, ["started", ...ended])));
};

/**
 * The owner wants out. Before the payer has paid it is undone; afterwards it goes on to its order.
 * While somebody is at work on it, nothing changes.
 */
export const abandon = async (db: Db, { id, owner }: { id: string; owner: string }, now: Date) => {
  const failure = { code: "cancelled", detail: null };
  const mine = and(eq(checkouts.id, id), eq(checkouts.owner, owner));
  const later = { version: sql`${checkouts.version} + 1`, updatedAt: now };
  await db
    .update(checkouts)
    .set({ step: "cancelled", failure, ...later })
    .where(and(mine, eq(checkouts.step, "started")));
  await db
    .update(checkouts)
    .set({
      ...{ step: "compensating", failure, dueAt: now, ...later },
      fencing: sql`${checkouts.fencing} + 1`,
    })
    .where(
      and(
        mine,
        inArray(checkouts.step, ["reserving", "reserved"]),
        isFree(checkouts.leaseUntil, now),
      ),
    );
};
