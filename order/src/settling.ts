import type { Db } from "@jangteo/shared/database";
import { publishing, traceNow } from "@jangteo/shared/outbox";
import { cell, prepared } from "@jangteo/shared/prepared";
import { inserting } from "@jangteo/shared/rows";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import type { Payment } from "./peers.ts";
import { letGo, move, pause, type Outcome, type SagaParts } from "./steps.ts";

type End = { state: "confirmed" | "cancelled"; event: Partial<typeof orderEvents.$inferInsert> };
/** The order goes on to be packed, paid for. */
const confirmed: End = { state: "confirmed", event: { type: "paid" } };
/** The money is not there after all: nothing may be sent. */
const cancelled: End = {
  state: "cancelled",
  event: { type: "cancelled", detail: { reason: "payment_failed" } },
};

const ending = (tx: Db, { state, event }: End) => {
  const turned = tx.$with("turned").as(
    tx
      .update(orders)
      .set({
        state,
        paymentState: cell(orders.paymentState, "paymentState"),
        captured: cell(orders.captured, "captured"),
        refunded: cell(orders.refunded, "refunded"),
        version: sql`${orders.version} + 1`,
      })
      .where(and(eq(orders.id, sql.placeholder("id")), eq(orders.state, "placed")))
      .returning({ orderId: orders.id }),
  );
  const said = new Set([...Object.keys(event), "actor", "at"]);
  const elsewhere = { cells: { orderId: sql`turned.id` }, from: sql`${turned}` };
  const noted = tx
    .$with("noted")
    .as(inserting(tx, orderEvents, said, sql.placeholder("events"), elsewhere));
  const told = tx.$with("told").as(
    publishing(
      tx,
      outbox,
      sql`select ${sql.raw(`'order.${state}'`)} as type,
        jsonb_build_object('orderId', id) as payload from ${turned}`,
    ),
  );
  return tx.with(turned, noted, told).select().from(turned);
};

/** Ends what an order waits for, with its events, in one statement; an order that is not placed any more stays as it is. */
const endOrder = (tx: Db, id: string, end: End, payment: Payment, at: Date) =>
  prepared(tx, `end as ${end.state}`, () => ending(tx, end).prepare("end_order")).execute({
    ...{ id, paymentState: payment.state, captured: payment.captured },
    ...{ refunded: payment.refunded, traceparent: traceNow() },
    events: JSON.stringify([{ ...end.event, actor: "payment", at }]),
  });

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
  return db.transaction(async (tx) => {
    const [done] = await Promise.all([
      move(tx, parts, row, { step: "done", leaseUntil: null, dueAt: null }),
      endOrder(tx, orderId, isPaid ? confirmed : cancelled, payment, at),
    ]);
    return { row: done };
  });
};
