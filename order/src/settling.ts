import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import type { Payment } from "./peers.ts";
import { letGo, move, pause, type Outcome, type SagaParts } from "./steps.ts";

/** The order goes on to be packed, paid for. */
const confirm = async (tx: Db, orderId: string, payment: Payment, now: Date) => {
  const [confirmed] = await tx
    .update(orders)
    .set({
      ...{ state: "confirmed", paymentState: payment.state, captured: payment.captured },
      ...{ refunded: payment.refunded, version: sql`${orders.version} + 1` },
    })
    .where(and(eq(orders.id, orderId), eq(orders.state, "placed")))
    .returning({ id: orders.id });
  if (!confirmed) return;
  await Promise.all([
    tx.insert(orderEvents).values({ orderId, type: "paid", actor: "payment", at: now }),
    publish(tx, outbox, "order.confirmed", { orderId }),
  ]);
};

/** The money is not there after all: nothing may be sent. */
const cancel = async (tx: Db, orderId: string, payment: Payment, now: Date) => {
  const [cancelled] = await tx
    .update(orders)
    .set({
      ...{ state: "cancelled", paymentState: payment.state },
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.id, orderId), eq(orders.state, "placed")))
    .returning({ id: orders.id });
  if (!cancelled) return;
  const detail = { reason: "payment_failed" };
  await tx
    .insert(orderEvents)
    .values({ orderId, type: "cancelled", actor: "payment", detail, at: now });
  await publish(tx, outbox, "order.cancelled", { orderId });
};

/** Takes the money for an order that is placed. */
export const settleOrder = async (
  parts: SagaParts,
  row: CheckoutRow,
  seen?: Payment,
): Promise<Outcome> => {
  const { db, payments, stock, clock } = parts;
  const { id, paymentId, orderId } = row;
  if (paymentId === null || orderId === null) throw new Error(`checkout ${id} has no order to pay`);
  const known = seen ?? (await payments.inquire(paymentId));
  const payment =
    known.state === "authorised" ? await payments.capture(paymentId, `${id}:capture`) : known;
  const isPaid = payment.state === "captured" || payment.state === "refunded";
  const isGone = payment.state === "voided" || payment.state === "failed";
  if (!isPaid && !isGone) {
    await letGo(db, row, new Date(clock().getTime() + pause));
    return { row, waits: true };
  }
  if (isGone) await stock.turn(id, "cancelled");
  const now = clock();
  return db.transaction(async (tx) => {
    const done = await move(tx, parts, row, { step: "done", leaseUntil: null, dueAt: null });
    await (isPaid ? confirm : cancel)(tx, orderId, payment, now);
    return { row: done };
  });
};
