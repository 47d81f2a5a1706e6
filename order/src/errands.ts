import type { Db } from "@jangteo/shared/database";
import { errands } from "@jangteo/shared/schema/order/sales";
import { and, asc, eq, lte, sql } from "drizzle-orm";

import { isFree, LeaseLost } from "./leases.ts";
import type { SagaParts } from "./steps.ts";

export type Errand = typeof errands.$inferSelect;
type NewErrand = Pick<Errand, "orderId" | "kind" | "subject" | "actor"> &
  Partial<Pick<Errand, "amount" | "units" | "reason">>;

/** Writes down, with the decision itself, what has to happen elsewhere because of it. */
export const addErrand = async (tx: Db, errand: NewErrand, now: Date) => {
  await tx.insert(errands).values({ ...errand, dueAt: now });
};

export const claimErrand = async ({ db, clock, lease }: SagaParts, id: string) => {
  const now = clock();
  const [errand] = await db
    .update(errands)
    .set({ fencing: sql`${errands.fencing} + 1`, leaseUntil: new Date(now.getTime() + lease) })
    .where(and(eq(errands.id, id), eq(errands.state, "due"), isFree(errands.leaseUntil, now)))
    .returning();
  return errand;
};

const mine = ({ id, fencing }: Errand) =>
  and(eq(errands.id, id), eq(errands.fencing, fencing), eq(errands.state, "due"));

/** Ends an errand, with what came of it in the same transaction; only for who holds it. */
export const endErrand = async (tx: Db, errand: Errand, failure: string | null, now: Date) => {
  const [ended] = await tx
    .update(errands)
    .set({
      ...{ state: failure === null ? "done" : "refused", failure },
      ...{ leaseUntil: null, dueAt: null, doneAt: now },
    })
    .where(mine(errand))
    .returning({ id: errands.id });
  if (!ended) throw new LeaseLost();
};

export const letGoOfErrand = async (db: Db, errand: Errand, dueAt: Date) => {
  await db.update(errands).set({ leaseUntil: null, dueAt }).where(mine(errand));
};

/** What nobody finished in time. */
export const findDueErrands = async (db: Db, now: Date, most = 20) => {
  const rows = await db
    .select({ id: errands.id })
    .from(errands)
    .where(
      and(sql`${errands.state} = 'due'`, lte(errands.dueAt, now), isFree(errands.leaseUntil, now)),
    )
    .orderBy(asc(errands.dueAt))
    .limit(most);
  return rows.map(({ id }) => id);
};

/** The open errands of an order, the oldest first. */
export const findErrandsOf = async (db: Db, orderId: string) => {
  const rows = await db
    .select({ id: errands.id })
    .from(errands)
    .where(and(eq(errands.orderId, orderId), eq(errands.state, "due")))
    .orderBy(asc(errands.id));
  return rows.map(({ id }) => id);
};
