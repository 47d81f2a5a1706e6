import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { AppError } from "@jangteo/shared/problem";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { fulfilmentLines, fulfilments, lineUnits } from "@jangteo/shared/schema/order/sales";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql } from "drizzle-orm";

import { addErrand } from "./errands.ts";
import {
  claimUnits,
  countUnits,
  moveUnits,
  notNow,
  takeOrder,
  variantsOf,
  type Units,
} from "./line-units.ts";

/** Who does something to which shipment, when. */
type Act = { id: string; fulfilmentId: string; actor: string; now: Date };
type Row = typeof fulfilments.$inferSelect;

/** Sets units aside to be sent together: of an order that is paid, and no unit twice. */
export const planFulfilment = async (tx: Db, id: string, lines: Units[], now: Date) => {
  await takeOrder(tx, { id }, ["confirmed", "fulfilling"]);
  await countUnits(tx, id);
  await claimUnits(tx, id, lines, { counter: "planned", below: sql`${lineUnits.ordered}` });
  const [planned] = await tx
    .insert(fulfilments)
    .values({ orderId: id, createdAt: now })
    .returning({ id: fulfilments.id });
  if (!planned) throw new Error("insert returned no row");
  await tx
    .insert(fulfilmentLines)
    .values(lines.map((line) => ({ ...line, fulfilmentId: planned.id })));
};

/** Turns a shipment from the state it must be in; answers what is in it. */
const turn = async (
  tx: Db,
  { id, fulfilmentId }: Act,
  from: Row["state"],
  set: Partial<Row>,
): Promise<Units[]> => {
  const mine = and(eq(fulfilments.id, fulfilmentId), eq(fulfilments.orderId, id));
  const [turned] = await tx
    .update(fulfilments)
    .set(set)
    .where(and(mine, eq(fulfilments.state, from)))
    .returning({ id: fulfilments.id });
  if (turned)
    return tx.select().from(fulfilmentLines).where(eq(fulfilmentLines.fulfilmentId, fulfilmentId));
  const [found] = await tx.select().from(fulfilments).where(mine);
  if (!found) throw new AppError("not_found", "There is no such shipment");
  throw notNow(found.state, `The shipment is ${found.state}`);
};

type Carried = { carrier: string; trackingNumber: string };

/** It left the shop; from the first one on the order cannot be cancelled. */
export const shipFulfilment = async (tx: Db, act: Act, carried: Carried) => {
  const { id: orderId, fulfilmentId, actor, now } = act;
  await takeOrder(tx, act, ["confirmed", "fulfilling"], { state: "fulfilling" });
  const lines = await turn(tx, act, "pending", { state: "shipped", shippedAt: now, ...carried });
  await moveUnits(tx, lines, "shipped");
  const units = await variantsOf(tx, lines);
  await addErrand(tx, { orderId, kind: "ship", subject: fulfilmentId, units, actor }, now);
  const detail = { ...carried, fulfilmentId };
  await tx.insert(orderEvents).values({ orderId, type: "shipped", actor, detail, at: now });
  await publish(tx, outbox, "order.shipped", { orderId, fulfilmentId });
};

/** It arrived; with the last one the order is completed. */
export const deliverFulfilment = async (tx: Db, act: Act) => {
  const { id: orderId, fulfilmentId, actor, now } = act;
  const order = await takeOrder(tx, act, ["fulfilling"]);
  const lines = await turn(tx, act, "shipped", { state: "delivered", deliveredAt: now });
  await moveUnits(tx, lines, "delivered");
  const detail = { fulfilmentId };
  await tx.insert(orderEvents).values({ orderId, type: "delivered", actor, detail, at: now });
  await publish(tx, outbox, "order.delivered", { orderId, fulfilmentId });
  const [sum] = await tx
    .select({ delivered: sql<number>`sum(${lineUnits.delivered})::int` })
    .from(lineUnits)
    .where(eq(lineUnits.orderId, orderId));
  if (sum?.delivered !== order.units) return;
  await tx.update(orders).set({ state: "completed" }).where(eq(orders.id, orderId));
  await tx.insert(orderEvents).values({ orderId, type: "completed", actor, at: now });
  await publish(tx, outbox, "order.completed", { orderId });
};

/** Its units may be sent otherwise. */
export const cancelFulfilment = async (tx: Db, act: Act) => {
  await takeOrder(tx, act, ["confirmed", "fulfilling"]);
  await moveUnits(tx, await turn(tx, act, "pending", { state: "cancelled" }), "planned", -1);
};
