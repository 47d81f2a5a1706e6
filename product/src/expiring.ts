import type { Db } from "@jangteo/shared/database";
import { reservations } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";

import { lockOf, settle } from "./reservations.ts";

/** The checkouts whose time is over, locked, without those that somebody is at work on. */
const lockLate = (tx: Db, now: Date) => {
  const late = tx.$with("late").as(
    tx.selectDistinct({ checkoutId: sql<string>`checkout_id`.as("late_id") }).from(
      tx
        .select({ checkoutId: reservations.checkoutId })
        .from(reservations)
        .where(and(eq(reservations.state, "held"), lte(reservations.expiresAt, now)))
        .orderBy(asc(reservations.expiresAt))
        .limit(100)
        .as("held"),
    ),
  );
  return tx
    .with(late)
    .select()
    .from(late)
    .where(sql`pg_try_advisory_xact_lock(${lockOf(late.checkoutId)})`);
};

/** Gives back what was held for too long, each checkout as a whole; returns how many lines. Safe from many processes. */
export const expireReservations = (db: Db, now: Date) =>
  db.transaction(async (tx) => {
    const late = await lockLate(tx, now);
    if (late.length === 0) return 0;
    const expired = await tx
      .update(reservations)
      .set({ state: "expired", changedAt: sql`now()` })
      .where(
        and(
          inArray(
            reservations.checkoutId,
            late.map(({ checkoutId }) => checkoutId),
          ),
          eq(reservations.state, "held"),
          lte(reservations.expiresAt, now),
        ),
      )
      .returning();
    await settle(tx, expired, "expired");
    return expired.length;
  });
