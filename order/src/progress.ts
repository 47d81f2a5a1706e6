import type { Db } from "@jangteo/shared/database";
import {
  fulfilmentLines,
  fulfilments,
  lineUnits,
  returnLines,
  returns,
} from "@jangteo/shared/schema/order/sales";
import { asc, eq } from "drizzle-orm";

import type { Fulfilment, OrderReturn } from "./contract.ts";
import { returnPeriod } from "./returning.ts";

export type Counted = Pick<
  typeof lineUnits.$inferSelect,
  "planned" | "shipped" | "delivered" | "asked" | "returned"
>;
export const untouched: Counted = { planned: 0, shipped: 0, delivered: 0, asked: 0, returned: 0 };

/** How far an order has come: the units of its lines, its shipments and its returns, the oldest first. */
export const readProgress = async (db: Db, orderId: string) => {
  const [counted, sent, back] = await Promise.all([
    db.select().from(lineUnits).where(eq(lineUnits.orderId, orderId)),
    db
      .select()
      .from(fulfilments)
      .innerJoin(fulfilmentLines, eq(fulfilmentLines.fulfilmentId, fulfilments.id))
      .where(eq(fulfilments.orderId, orderId))
      .orderBy(asc(fulfilments.id)),
    db
      .select()
      .from(returns)
      .innerJoin(returnLines, eq(returnLines.returnId, returns.id))
      .where(eq(returns.orderId, orderId))
      .orderBy(asc(returns.id)),
  ]);
  const shipments = Map.groupBy(sent, ({ fulfilments: { id } }) => id);
  const wishes = Map.groupBy(back, ({ returns: { id } }) => id);
  return {
    units: new Map<string, Counted>(counted.map((one) => [one.lineId, one])),
    fulfilments: [...shipments.values()].flatMap((rows) =>
      rows.slice(0, 1).map(({ fulfilments: one }): Fulfilment => ({
        ...one,
        lines: rows.map(({ fulfilment_lines: line }) => line),
        shippedAt: one.shippedAt?.toISOString() ?? null,
        deliveredAt: one.deliveredAt?.toISOString() ?? null,
      })),
    ),
    returns: [...wishes.values()].flatMap((rows) =>
      rows.slice(0, 1).map(({ returns: one }): OrderReturn => ({
        ...one,
        lines: rows.map(({ return_lines: line }) => line),
        createdAt: one.createdAt.toISOString(),
      })),
    ),
  };
};

/** Whether what arrived may still be returned. */
export const mayReturnAt = (shipments: Fulfilment[], now: Date) =>
  shipments.some(
    ({ deliveredAt }) =>
      deliveredAt !== null && now.getTime() <= Date.parse(deliveredAt) + returnPeriod,
  );
