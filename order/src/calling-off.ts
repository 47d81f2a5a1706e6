import { AppError } from "@jangteo/shared/problem";

import type { Run } from "./courier.ts";
import { endErrand } from "./errands.ts";
import { followMoney, tellRefund } from "./order-money.ts";
import type { OrderRow } from "./orders.ts";
import type { Payment } from "./peers.ts";
import type { SagaParts } from "./steps.ts";

const isOver = ({ state }: Payment) => ["voided", "failed", "refunded"].includes(state);

/** It was taken or given back just now, by somebody else: look again. */
const askLater = (cause: unknown) => {
  if (!(cause instanceof AppError && cause.code === "conflict")) throw cause;
  throw new AppError("unavailable", "The payment changed meanwhile", { cause });
};

/** Gives all the money back: what was taken is refunded, what was only authorised is let go of. */
const giveMoneyBack = async ({ payments }: SagaParts, { id, paymentId }: OrderRow) => {
  const payment = await payments.inquire(paymentId);
  if (isOver(payment)) return payment;
  const left = await (
    payment.state === "captured"
      ? payments.refund(paymentId, `${id}:cancel-refund`)
      : payments.cancel(paymentId, `${id}:cancel`)
  ).catch(askLater);
  if (!isOver(left)) throw new AppError("unavailable", "The payment is not given back yet");
  return left;
};

/** What the cancellation of an order takes: money back, and its units for sale again. */
export const callOff: Run = async (parts, errand, order) => {
  const { db, stock, clock } = parts;
  const payment = await giveMoneyBack(parts, order);
  await stock.turn(order.checkoutId, "cancelled");
  const now = clock();
  await db.transaction(async (tx) => {
    await endErrand(tx, errand, null, now);
    const amount = await followMoney(tx, order.id, payment);
    await tellRefund(tx, order, { amount, actor: "payment", at: now });
  });
};
