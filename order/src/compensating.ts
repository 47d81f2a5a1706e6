import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { AppError } from "@jangteo/shared/problem";
import { carts } from "@jangteo/shared/schema/order/carts";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import type { Payment } from "./peers.ts";
import { release } from "./pricing/redemptions.ts";
import { move, type Outcome, type SagaParts } from "./steps.ts";

/** Lets go of the money: what was only authorised is voided, what was taken is given back. */
const giveMoneyBack = async ({ payments }: SagaParts, id: string, payment: Payment) => {
  const paymentId = payment.id;
  if (["failed", "voided", "refunded"].includes(payment.state)) return;
  const left =
    payment.state === "captured"
      ? await payments.refund(paymentId, `${id}:undo-refund`)
      : await payments.cancel(paymentId, `${id}:undo`);
  if (!["failed", "voided", "refunded"].includes(left.state))
    throw new AppError("unavailable", "The payment is not given back yet");
};

/** Both: of what was held twice, the first may have run out while the second is committed. */
const giveStockBack = async ({ stock }: SagaParts, { id }: CheckoutRow) => {
  await stock.turn(id, "released");
  await stock.turn(id, "cancelled");
};

const reopenCart = (tx: Db, { cartId }: CheckoutRow, now: Date) =>
  tx
    .update(carts)
    .set({ state: "active", version: sql`${carts.version} + 1`, updatedAt: now })
    .where(and(eq(carts.id, cartId), eq(carts.state, "checking_out")));

const isPaid = ({ state }: Payment) => state === "authorised" || state === "captured";

/**
 * Undoes what a checkout did, money first; then the cart can be changed again. Who cancels after
 * paying has bought: nothing was undone then, and it goes on.
 */
export const compensate = async (parts: SagaParts, row: CheckoutRow): Promise<Outcome> => {
  const { db, clock, payments } = parts;
  const payment = row.paymentId === null ? undefined : await payments.inquire(row.paymentId);
  if (payment && isPaid(payment) && row.failure?.code === "cancelled")
    return {
      row: await move(db, parts, row, { step: "authorised", failure: null, actionUrl: null }),
    };
  if (payment) await giveMoneyBack(parts, row.id, payment);
  await giveStockBack(parts, row);
  const step = row.failure?.code === "cancelled" ? ("cancelled" as const) : ("failed" as const);
  const now = clock();
  return db.transaction(async (tx) => {
    // Carts are locked before checkouts, everywhere.
    await reopenCart(tx, row, now);
    const moved = await move(tx, parts, row, { step, leaseUntil: null, dueAt: null });
    await release(tx, row.id);
    await publish(tx, outbox, "checkout.ended", { checkoutId: row.id, failure: row.failure?.code });
    return { row: moved };
  });
};
