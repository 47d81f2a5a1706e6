import { describeError } from "@jangteo/shared/log";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";

import type { Desk } from "./desk.ts";
import { synchronise } from "./inquiries.ts";
import { ofThisHour } from "./ledger.ts";
import { operate } from "./operations.ts";
import type { Orders } from "./orders.ts";
import { readPayment, type Row } from "./payments.ts";

/** `patience`: milliseconds that a payment is left alone after something happened to it. */
type Options = { orders: Orders; patience: number };

const open: Row["state"][] = ["created", "requires_action", "authorised"];
const holding: Row["state"][] = ["authorised", "captured"];

/** Payments that nobody has heard of for a while; each for one process, and not again at once. */
const takeSilent = (desk: Desk, patience: number) => {
  const since = new Date(desk.clock().getTime() - patience);
  const silent = desk.db
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        or(
          sql`${payments.state} in ('created', 'requires_action', 'authorised')`,
          and(sql`${payments.state} in ('authorised', 'captured')`, isNull(payments.orderId)),
        ),
        lt(payments.updatedAt, since),
        or(isNull(payments.askedAt), lt(payments.askedAt, since)),
      ),
    )
    .orderBy(asc(payments.updatedAt))
    .limit(20)
    .for("update", { skipLocked: true });
  return desk.db
    .update(payments)
    .set({ askedAt: sql`now()` })
    .where(inArray(payments.id, silent))
    .returning();
};

/**
 * Whether nothing will come of a payment: its checkout ended without it. A checkout that the order
 * service does not know is no proof of that: money goes back on its word only.
 */
const isOrphan = async (desk: Desk, orders: Orders, { id, checkoutId }: Row) => {
  const outcome = await orders.outcomeOf(checkoutId);
  if (!outcome) desk.log.error("A payment belongs to no checkout", { payment: id });
  if (outcome?.orderId && outcome.paymentId === id) {
    await desk.db.update(payments).set({ orderId: outcome.orderId }).where(eq(payments.id, id));
    return false;
  }
  return outcome !== undefined && ["completed", "failed", "cancelled"].includes(outcome.state);
};

const settle = async (desk: Desk, orders: Orders, row: Row) => {
  await synchronise(desk, row);
  const now = await readPayment(desk.db, row.id);
  const isLive = open.includes(now.state) || holding.includes(now.state);
  if (!isLive || now.orderId !== null || !(await isOrphan(desk, orders, now))) return;
  const kind = now.state === "captured" ? "refund" : "void";
  await operate(desk, now.id, kind, { key: ofThisHour(desk) });
  desk.log.info("A payment without an order was given back", { payment: now.id, kind });
};

/**
 * Brings every payment that nobody hears of to its end: asked at its provider, and given back whole
 * when the order service says that no order comes of it. Returns how many it looked at.
 */
export const reconcile = async (desk: Desk, { orders, patience }: Options) => {
  const silent = await takeSilent(desk, patience);
  for (const row of silent)
    try {
      await settle(desk, orders, row);
    } catch (error) {
      desk.log.warn("A payment could not be settled", {
        payment: row.id,
        ...describeError(error),
      });
    }
  return silent.length;
};
