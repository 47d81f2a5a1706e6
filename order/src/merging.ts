import type { Db } from "@jangteo/shared/database";
import { cartLines, carts } from "@jangteo/shared/schema/order/carts";
import { and, asc, desc, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { isActive, linesOf, type LineRow } from "./cart-rows.ts";
import { open } from "./carts.ts";
import type { MergeReport } from "./contract.ts";
import { mostUnits } from "./contract/wire.ts";

const nothing: MergeReport = { added: 0, raised: 0, capped: [], coupons: 0 };

const reportOf = (lines: LineRow[], own: LineRow[], coupons: number): MergeReport => {
  const both = lines.flatMap((line) => {
    const mine = own.find(({ variantId }) => variantId === line.variantId);
    return mine ? [{ variantId: line.variantId, sum: line.quantity + mine.quantity }] : [];
  });
  return {
    added: lines.length - both.length,
    raised: both.length,
    capped: both.filter(({ sum }) => sum > mostUnits).map(({ variantId }) => variantId),
    coupons,
  };
};

/** The last time that this guest's cart went to this member. */
const earlier = async (tx: Db, member: string, guest: string) => {
  const target = tx.select({ id: carts.id }).from(carts).where(eq(carts.owner, member));
  const [merged] = await tx
    .select({ report: carts.mergeReport })
    .from(carts)
    .where(
      and(
        eq(carts.owner, guest),
        sql`${carts.state} = 'merged'`,
        inArray(carts.mergedInto, target),
      ),
    )
    .orderBy(desc(carts.updatedAt))
    .limit(1);
  return merged?.report ?? nothing;
};

/** Both carts, locked in the order of their ids, so that merges never wait for each other in a circle. */
const lockBoth = (tx: Db, member: string, guest: string) =>
  tx
    .select()
    .from(carts)
    .where(
      and(inArray(carts.owner, [member, guest]), inArray(carts.state, ["active", "checking_out"])),
    )
    .orderBy(asc(carts.id))
    .for("update");

/**
 * Moves all that a guest's cart holds to the member's, in one transaction; no line is lost. Asked
 * again, it answers the same. What a checkout holds stays until that lets go: a guest's cart is
 * promised to the member, and a member's own makes the guest's wait as well.
 */
export const mergeGuest = (db: Db, member: string, guest: string, now: Date) =>
  db.transaction(async (tx): Promise<MergeReport> => {
    const found = await lockBoth(tx, member, guest);
    const from = found.find(({ owner }) => owner === guest);
    if (!from) return earlier(tx, member, guest);
    const own = found.find(({ owner }) => owner === member);
    if (from.state === "checking_out" || own?.state === "checking_out") {
      await tx.update(carts).set({ promisedTo: member }).where(eq(carts.id, from.id));
      return nothing;
    }
    const { currency } = own ?? from;
    const to = await open(tx, { owner: member, version: undefined, now, currency });
    const [lines, mine] = [await linesOf(tx, from.id), await linesOf(tx, to.id)];
    if (lines.length > 0)
      await tx
        .insert(cartLines)
        .values(lines.map(({ id: _id, ...line }) => ({ ...line, cartId: to.id })))
        .onConflictDoUpdate({
          target: [cartLines.cartId, cartLines.variantId],
          set: {
            quantity: sql`least(${cartLines.quantity} + excluded.quantity, ${mostUnits})`,
          },
        });
    const coupons = from.coupons.filter((code) => !to.coupons.includes(code));
    await tx
      .update(carts)
      .set({ coupons: [...to.coupons, ...coupons].slice(0, 10) })
      .where(eq(carts.id, to.id));
    const report = reportOf(lines, mine, coupons.length);
    await tx
      .update(carts)
      .set({ state: "merged", mergedInto: to.id, mergeReport: report, updatedAt: now })
      .where(eq(carts.id, from.id));
    return report;
  });

/** Takes over the carts that a checkout held when their owners came in; returns how many. */
export const keepPromises = async (db: Db, now: Date) => {
  const busy = alias(carts, "busy");
  const holds = db
    .select({ id: busy.id })
    .from(busy)
    .where(and(eq(busy.owner, carts.promisedTo), sql`${busy.state} = 'checking_out'`));
  const free = await db
    .select({ guest: carts.owner, member: carts.promisedTo })
    .from(carts)
    .where(and(isActive, isNotNull(carts.promisedTo), notExists(holds)))
    .limit(50);
  for (const { guest, member } of free)
    if (member !== null) await mergeGuest(db, member, guest, now);
  return free.length;
};
