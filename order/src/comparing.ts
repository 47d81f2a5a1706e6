import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { orders } from "@jangteo/shared/schema/order/orders";
import { errands } from "@jangteo/shared/schema/order/sales";
import { and, eq, inArray } from "drizzle-orm";

import type { Run } from "./courier.ts";
import { endErrand } from "./errands.ts";
import { followMoney, tellRefund } from "./order-money.ts";

type News = { eventId: string; checkoutId: string };

/** Has an order look at its payment, of which money was given back; once for each time it is told. */
export const noticeRefund = async (db: Db, { eventId, checkoutId }: News, now: Date) => {
  const [order] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.checkoutId, checkoutId));
  if (!order) return;
  await db
    .insert(errands)
    .values({
      ...{ orderId: order.id, kind: "compare", subject: eventId },
      ...{ actor: "payment", dueAt: now },
    })
    .onConflictDoNothing();
};

/** Whether the order itself has asked for money back, and has not heard of it. */
const isGivingBack = async (tx: Db, orderId: string) => {
  const [own] = await tx
    .select({ id: errands.id })
    .from(errands)
    .where(
      and(
        eq(errands.orderId, orderId),
        eq(errands.state, "due"),
        inArray(errands.kind, ["refund", "cancel"]),
      ),
    )
    .limit(1);
  return own !== undefined;
};

/**
 * Takes over what was given back elsewhere than at the order: by staff at the payment, or at the
 * provider. What the order itself asked for comes first, so that the rest is nobody else's.
 */
export const compareMoney: Run = async ({ db, payments, clock }, errand, order) => {
  const payment = await payments.inquire(order.paymentId);
  const at = clock();
  await db.transaction(async (tx) => {
    if (await isGivingBack(tx, order.id))
      throw new AppError("unavailable", "The order's own refund has to be done first");
    await endErrand(tx, errand, null, at);
    const amount = await followMoney(tx, order.id, payment);
    await tellRefund(tx, order, { amount, actor: errand.actor, at });
  });
};
