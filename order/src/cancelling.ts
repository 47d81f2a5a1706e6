import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { orderEvents } from "@jangteo/shared/schema/order/orders";
import { fulfilments, lineUnits } from "@jangteo/shared/schema/order/sales";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq } from "drizzle-orm";

import { addErrand } from "./errands.ts";
import { takeOrder } from "./line-units.ts";

/** Without an owner it is staff who does it. */
type Wish = { id: string; owner?: string; actor: string; reason: string | null };

/**
 * Cancels an order before anything of it is sent. What that takes elsewhere is written down with it:
 * the money back, and the units for sale again.
 */
export const cancelOrder = async (tx: Db, wish: Wish, now: Date) => {
  const { id: orderId, actor, reason } = wish;
  await takeOrder(tx, wish, ["placed", "confirmed"], { state: "cancelled" });
  await tx
    .update(fulfilments)
    .set({ state: "cancelled" })
    .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.state, "pending")));
  await tx.update(lineUnits).set({ planned: 0 }).where(eq(lineUnits.orderId, orderId));
  await addErrand(tx, { orderId, kind: "cancel", subject: orderId, actor }, now);
  const detail = reason === null ? {} : { reason };
  await tx.insert(orderEvents).values({ orderId, type: "cancelled", actor, detail, at: now });
  await publish(tx, outbox, "order.cancelled", { orderId });
};
