import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import {
  orderDiscounts,
  orderEvents,
  orderLines,
  orders,
} from "@jangteo/shared/schema/order/orders";
import { and, asc, desc, eq, lt, sql } from "drizzle-orm";

import type { Order, OrderSummary } from "./contract.ts";
import { numberOf } from "./numbers.ts";
import { lineOf, totalsOf } from "./priced-carts.ts";

export type OrderRow = typeof orders.$inferSelect;
type LineRow = typeof orderLines.$inferSelect;
type DiscountRow = typeof orderDiscounts.$inferSelect;

const paymentStateOf = ({ paymentState, refunded, captured }: OrderRow): Order["paymentState"] => {
  if (refunded > 0) return refunded < captured ? "partially_refunded" : "refunded";
  if (paymentState === "authorised" || paymentState === "captured") return paymentState;
  return paymentState === "voided" || paymentState === "failed" ? "voided" : "pending";
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
  const firstItem = sql<LineRow["item"]>`(
    select ${orderLines.item} from ${orderLines}
    where ${orderLines.orderId} = ${orders.id} and ${orderLines.position} = 0)`;
  const rows = await db
    .select({ order: orders, item: firstItem })
    .from(orders)
    .where(and(eq(orders.owner, owner), after === undefined ? undefined : lt(orders.id, after)))
    .orderBy(desc(orders.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const items = shown.map(({ order, item }): OrderSummary => {
    const { id, number, state, currency, total, units, placedAt } = order;
    return {
      ...{ id, number: numberOf(number), state, currency, units },
      paymentState: paymentStateOf(order),
      fulfilmentState: "unfulfilled",
      total: { amount: total, currency },
      picture: item.picture?.url ?? null,
      name: item.name[language],
      placedAt: placedAt.toISOString(),
    };
  });
  return { items, next: rows.length > limit ? (shown.at(-1)?.order.id ?? null) : null };
};

const toLine = (line: LineRow, discounts: DiscountRow[], order: OrderRow, language: Language) => ({
  ...lineOf(
    { ...line, discounts: discounts.filter(({ lineId }) => lineId === line.id) },
    order.currency,
    language,
  ),
  tax: { amount: line.tax, currency: order.currency },
  shipped: 0,
  returned: 0,
});

const reasonOf = ({ detail }: typeof orderEvents.$inferSelect) => {
  const reason = detail["reason"];
  return typeof reason === "string" ? reason : null;
};

/** An order of its owner's. */
export const findOrder = async (
  db: Db,
  id: string,
  owner: string,
  language: Language,
): Promise<Order> => {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.owner, owner)));
  if (!order) throw noOrder();
  const [lines, discounts, events] = await Promise.all([
    db
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, id))
      .orderBy(asc(orderLines.position)),
    db.select().from(orderDiscounts).where(eq(orderDiscounts.orderId, id)),
    db.select().from(orderEvents).where(eq(orderEvents.orderId, id)).orderBy(asc(orderEvents.id)),
  ]);
  const { currency, shippingMethod, captured, refunded } = order;
  const money = (amount: number) => ({ amount, currency });
  return {
    ...{ id, number: numberOf(order.number), version: order.version, state: order.state },
    paymentState: paymentStateOf(order),
    fulfilmentState: "unfulfilled",
    ...{ currency, email: order.email, shippingAddress: order.shippingAddress },
    lines: lines.map((line) => toLine(line, discounts, order, language)),
    totals: totalsOf(order, currency),
    shippingMethod: { code: shippingMethod.code, name: shippingMethod.name[language] },
    payment: {
      ...{ id: order.paymentId, method: order.paymentMethod, instrument: order.instrument },
      ...{ captured: money(captured), refunded: money(refunded) },
    },
    events: events.map((event) => ({
      type: event.type,
      at: event.at.toISOString(),
      detail: reasonOf(event),
    })),
    can: ["placed", "confirmed"].includes(order.state) ? ["cancel"] : [],
    placedAt: order.placedAt.toISOString(),
  };
};
