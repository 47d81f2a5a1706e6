import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import type { Item } from "@jangteo/shared/schema/order/carts";
import { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { lineUnits } from "@jangteo/shared/schema/order/sales";
import { and, desc, eq, lt, sql } from "drizzle-orm";

import type { Order, OrderSummary } from "./contract.ts";
import { numberOf } from "./numbers.ts";

export type OrderRow = typeof orders.$inferSelect;

export const paymentStateOf = ({
  paymentState,
  refunded,
  captured,
}: OrderRow): Order["paymentState"] => {
  if (refunded > 0) return refunded < captured ? "partially_refunded" : "refunded";
  if (paymentState === "authorised" || paymentState === "captured") return paymentState;
  return paymentState === "voided" || paymentState === "failed" ? "voided" : "pending";
};

type Progress = { shipped: number; delivered: number };

/** How many units of an order left the shop, and how many arrived. */
export const fulfilmentStateOf = (units: number, { shipped, delivered }: Progress) => {
  if (shipped === 0) return "unfulfilled" as const;
  if (shipped < units) return "partially_shipped" as const;
  return delivered < units ? ("shipped" as const) : ("delivered" as const);
};

/** The same of each order that is listed, in a query of orders. */
const progress = (counter: "shipped" | "delivered") =>
  sql<number>`(select coalesce(sum(${lineUnits[counter]}), 0)::int from ${lineUnits}
    where ${lineUnits}.order_id = ${orders}.id)`;

/** What a list shows of an order; `firstLine` has to be joined. */
export const listed = {
  order: orders,
  item: orderLines.item,
  shipped: progress("shipped"),
  delivered: progress("delivered"),
};
export const firstLine = and(eq(orderLines.orderId, orders.id), eq(orderLines.position, 0));
type Listed = { order: OrderRow; item: Item } & Progress;

export const toSummary = ({ order, item, ...sent }: Listed, language: Language): OrderSummary => {
  const { id, number, state, currency, total, units, placedAt } = order;
  return {
    ...{ id, number: numberOf(number), state, currency, units },
    paymentState: paymentStateOf(order),
    fulfilmentState: fulfilmentStateOf(units, sent),
    total: { amount: total, currency },
    picture: item.picture?.url ?? null,
    name: item.name[language],
    placedAt: placedAt.toISOString(),
  };
};

type Page = { limit: number; after?: string | undefined };

export const noOrder = () => new AppError("not_found", "There is no such order");

/** A member's orders, the newest first. */
export const listOrders = async (
  db: Db,
  owner: string,
  { limit, after }: Page,
  language: Language,
) => {
  const rows = await db
    .select(listed)
    .from(orders)
    .innerJoin(orderLines, firstLine)
    .where(and(eq(orders.owner, owner), after === undefined ? undefined : lt(orders.id, after)))
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const items = shown.map((one) => toSummary(one, language));
  return { items, next: rows.length > limit ? (shown.at(-1)?.order.id ?? null) : null };
};
