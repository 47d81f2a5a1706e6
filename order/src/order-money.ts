import type { Db } from "@jangteo/shared/database";
import { orders } from "@jangteo/shared/schema/order/orders";
import { eq, sql } from "drizzle-orm";

import type { Payment } from "./peers.ts";

/** An order takes over what was told of its payment; an older word never undoes a newer one. */
export const followMoney = async (tx: Db, orderId: string, payment: Payment) => {
  const { state, captured, refunded } = payment;
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
};
