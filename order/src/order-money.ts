import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { eq, sql } from "drizzle-orm";

import type { OrderRow } from "./orders.ts";
import type { Payment } from "./peers.ts";

/**
 * An order takes over what was told of its payment; an older word never undoes a newer one. Answers
 * how many minor units more were given back than it knew.
 */
export const followMoney = async (tx: Db, orderId: string, payment: Payment) => {
  const { state, captured, refunded } = payment;
  const [before] = await tx
    .select({ refunded: orders.refunded })
    .from(orders)
    .where(eq(orders.id, orderId))
    .for("update");
  await tx
    .update(orders)
    .set({
      paymentState: sql`case when ${refunded} >= ${orders.refunded} and ${captured} >= ${orders.captured}
        then ${state} else ${orders.paymentState} end`,
      captured: sql`greatest(${orders.captured}, ${captured})`,
      refunded: sql`greatest(${orders.refunded}, ${refunded})`,
      version: sql`${orders.version} + 1`,
    })
    .where(eq(orders.id, orderId));
  return before ? Math.max(refunded - before.refunded, 0) : 0;
};

type Given = { amount: number; actor: string; reason?: string | null; at: Date };

/** Writes down that money was given back, and tells of it; nothing where it is none. */
export const tellRefund = async (
  tx: Db,
  { id: orderId, currency }: Pick<OrderRow, "id" | "currency">,
  { amount, actor, reason, at }: Given,
) => {
  if (amount <= 0) return;
  const detail = { amount, currency, ...(reason && { reason }) };
  await tx.insert(orderEvents).values({ orderId, type: "refunded", actor, detail, at });
  await publish(tx, outbox, "order.refunded", { orderId, amount });
};
