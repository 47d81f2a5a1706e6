import { AppError } from "@jangteo/shared/problem";
import { orderEvents } from "@jangteo/shared/schema/order/orders";
import { returnLines, returns } from "@jangteo/shared/schema/order/sales";
import { and, eq } from "drizzle-orm";

import type { Run } from "./courier.ts";
import { endErrand, findErrandsOf, type Errand } from "./errands.ts";
import { moveUnits } from "./line-units.ts";
import { followMoney, tellRefund } from "./order-money.ts";
import type { SagaParts } from "./steps.ts";

/** The payment refuses: a return waits for its refund again, and staff read why. */
const refuse = ({ db, clock }: SagaParts, errand: Errand, failure: string) =>
  db.transaction(async (tx) => {
    const { orderId, subject } = errand;
    await endErrand(tx, errand, failure, clock());
    const [back] = await tx
      .update(returns)
      .set({ state: "received" })
      .where(and(eq(returns.id, subject), eq(returns.state, "refunded")))
      .returning({ id: returns.id });
    const lines = back
      ? await tx.select().from(returnLines).where(eq(returnLines.returnId, back.id))
      : [];
    await moveUnits(tx, lines, "credited", -1);
    const detail = { reason: failure, amount: errand.amount };
    await tx
      .insert(orderEvents)
      .values({ orderId, type: "refund_refused", actor: "payment", detail, at: clock() });
  });

export const refund: Run = async (parts, errand, order) => {
  const { db, payments, clock } = parts;
  const { id, orderId, amount, actor, reason } = errand;
  if (amount === null) throw new Error("a refund without an amount");
  const answer = await payments
    .refund(order.paymentId, `errand:${id}`, amount)
    .catch((error: unknown) => {
      if (error instanceof AppError && error.code === "conflict") return error;
      throw error;
    });
  if (answer instanceof AppError) {
    await refuse(parts, errand, answer.message);
    return;
  }
  const at = clock();
  await db.transaction(async (tx) => {
    await endErrand(tx, errand, null, at);
    const more = await followMoney(tx, orderId, answer);
    // What was given back elsewhere meanwhile is told apart.
    await tellRefund(tx, order, { amount: more - amount, actor: "payment", at });
    await tellRefund(tx, order, { amount, actor, reason, at });
  });
};

const tellStock =
  (way: "send" | "takeBack"): Run =>
  async ({ db, stock, clock, log }, errand, { checkoutId }) => {
    const told = await stock[way](checkoutId, errand.subject, errand.units ?? []);
    const [oldest] = await findErrandsOf(db, errand.orderId);
    if (!told && oldest !== errand.id)
      throw new AppError("unavailable", "Something earlier has to be told first");
    if (!told) log.error("The stock does not know of an order's units", { order: errand.orderId });
    await endErrand(db, errand, told ? null : "unknown_units", clock());
  };
export const ship = tellStock("send");
export const restock = tellStock("takeBack");
