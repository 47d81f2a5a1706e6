import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { cell, prepared } from "@jangteo/shared/prepared";
import { addRows } from "@jangteo/shared/rows";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import type { Payment } from "./peers.ts";
import { letGo, move, pause, type Outcome, type SagaParts } from "./steps.ts";

/** The order goes on to be packed, paid for; whether it was still to be. */
const confirm = async (tx: Db, id: string, { state, captured, refunded }: Payment) => {
  const confirmed = await prepared(tx, "confirm an order", () =>
    tx
      .update(orders)
      .set({
        state: "confirmed",
        paymentState: cell(orders.paymentState, "paymentState"),
        captured: cell(orders.captured, "captured"),
        refunded: cell(orders.refunded, "refunded"),
        version: sql`${orders.version} + 1`,
      })
      .where(and(eq(orders.id, sql.placeholder("id")), eq(orders.state, "placed")))
      .returning({ id: orders.id })
      .prepare("confirm_order"),
  ).execute({ id, paymentState: state, captured, refunded });
  return confirmed.length > 0;
};

/** The money is not there after all: nothing may be sent. */
const cancel = async (tx: Db, id: string, { state }: Payment) => {
  const cancelled = await tx
    .update(orders)
    .set({ state: "cancelled", paymentState: state, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, id), eq(orders.state, "placed")))
    .returning({ id: orders.id });
  return cancelled.length > 0;
};

const ends = {
  confirmed: { turn: confirm, event: { type: "paid" } },
  cancelled: { turn: cancel, event: { type: "cancelled", detail: { reason: "payment_failed" } } },
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
  const at = clock();
  const state = isPaid ? "confirmed" : "cancelled";
  const { turn, event } = ends[state];
  return db.transaction(async (tx) => {
    const [done, turned] = await Promise.all([
      move(tx, parts, row, { step: "done", leaseUntil: null, dueAt: null }),
      turn(tx, orderId, payment),
    ]);
    if (turned)
      await Promise.all([
        addRows(tx, orderEvents, [{ orderId, ...event, actor: "payment", at }]),
        publish(tx, outbox, `order.${state}`, { orderId }),
      ]);
    return { row: done };
  });
};
