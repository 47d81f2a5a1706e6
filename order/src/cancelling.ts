import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { AppError } from "@jangteo/shared/problem";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { fulfilments } from "@jangteo/shared/schema/order/sales";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, inArray, sql } from "drizzle-orm";

import { addErrand } from "./errands.ts";
import { noOrder } from "./orders.ts";

/** Without an owner it is staff who does it. */
type Wish = { id: string; owner?: string; actor: string; reason: string | null };

const mine = ({ id, owner }: Wish) =>
  and(eq(orders.id, id), owner === undefined ? undefined : eq(orders.owner, owner));

const refusal = async (tx: Db, wish: Wish) => {
  const [order] = await tx.select({ state: orders.state }).from(orders).where(mine(wish));
  if (!order) return noOrder();
  const [rule, detail] =
    order.state === "cancelled"
      ? ["cancelled", "The order is cancelled already"]
      : ["shipped", "Some of it was sent already"];
  return new AppError("conflict", detail, { errors: [{ in: "body", pointer: "", rule, detail }] });
};

/**
 * Cancels an order before anything of it is sent. What that takes elsewhere is written down with it:
 * the money back, and the units for sale again.
 */
export const cancelOrder = async (tx: Db, wish: Wish, now: Date) => {
  const { id: orderId, actor, reason } = wish;
  const [cancelled] = await tx
    .update(orders)
    .set({ state: "cancelled", version: sql`${orders.version} + 1` })
    .where(and(mine(wish), inArray(orders.state, ["placed", "confirmed"])))
    .returning({ id: orders.id });
  if (!cancelled) throw await refusal(tx, wish);
  await tx
    .update(fulfilments)
    .set({ state: "cancelled" })
    .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.state, "pending")));
  await addErrand(tx, { orderId, kind: "cancel", subject: orderId, actor }, now);
  const detail = reason === null ? {} : { reason };
  await tx.insert(orderEvents).values({ orderId, type: "cancelled", actor, detail, at: now });
  await publish(tx, outbox, "order.cancelled", { orderId });
};
