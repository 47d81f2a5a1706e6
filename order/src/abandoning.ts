import type { Db } from "@jangteo/shared/database";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { and, eq, inArray, sql } from "drizzle-orm";

import { isFree } from "./leases.ts";

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
