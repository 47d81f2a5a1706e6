import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { AppError } from "@jangteo/shared/problem";
import { orderEvents } from "@jangteo/shared/schema/order/orders";
import { fulfilments, lineUnits, returnLines, returns } from "@jangteo/shared/schema/order/sales";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, inArray, max, sql } from "drizzle-orm";

import { addErrand } from "./errands.ts";
import { claimUnits, moveUnits, notNow, takeOrder, variantsOf, type Units } from "./line-units.ts";

type Row = typeof returns.$inferSelect;
/** Who does something to which return, when. */
export type Act = { id: string; returnId: string; actor: string; now: Date };

/** Milliseconds after a delivery in which one may ask to return it. */
export const returnPeriod = 14 * 86_400_000;

/** Whether a return waits for staff. */
export const isOpen = inArray(returns.state, ["requested", "approved", "received"]);

const requirePeriod = async (tx: Db, orderId: string, now: Date) => {
  const [last] = await tx
    .select({ at: max(fulfilments.deliveredAt) })
    .from(fulfilments)
    .where(and(eq(fulfilments.orderId, orderId), eq(fulfilments.state, "delivered")));
  if (!last?.at) throw notNow("not_delivered", "Nothing of it has arrived yet");
  if (now.getTime() > last.at.getTime() + returnPeriod)
    throw notNow("too_late", "It arrived too long ago");
};

type Wish = { id: string; owner: string; lines: (Units & { reason: string })[]; now: Date };

/** The owner asks to return some of what arrived, no unit twice. */
export const requestReturn = async (tx: Db, { id: orderId, owner, lines, now }: Wish) => {
  const states = ["placed", "confirmed", "fulfilling", "completed"] as const;
  await takeOrder(tx, { id: orderId, owner }, [...states]);
  await requirePeriod(tx, orderId, now);
  await claimUnits(tx, orderId, lines, { counter: "asked", below: sql`${lineUnits.delivered}` });
  const [asked] = await tx
    .insert(returns)
    .values({ orderId, createdAt: now, updatedAt: now })
    .returning({ id: returns.id });
  if (!asked) throw new Error("insert returned no row");
  await tx.insert(returnLines).values(lines.map((line) => ({ ...line, returnId: asked.id })));
  const act = { id: orderId, returnId: asked.id, actor: owner, now };
  await tell(tx, act, "return_requested");
};

export const tell = async (tx: Db, act: Act, type: string, reason?: string) => {
  const { id: orderId, returnId, actor, now } = act;
  const detail = { returnId, ...(reason !== undefined && { reason }) };
  await tx.insert(orderEvents).values({ orderId, type, actor, detail, at: now });
  await publish(tx, outbox, `order.${type}`, { orderId, returnId });
};

/** Turns a return from a state it may be in; answers what is in it. The order must be taken. */
export const turnReturn = async (
  tx: Db,
  { id, returnId, now }: Act,
  from: Row["state"][],
  set: Partial<Row>,
) => {
  const mine = and(eq(returns.id, returnId), eq(returns.orderId, id));
  const [turned] = await tx
    .update(returns)
    .set({ ...set, updatedAt: now })
    .where(and(mine, inArray(returns.state, from)))
    .returning();
  if (turned) return tx.select().from(returnLines).where(eq(returnLines.returnId, returnId));
  const [found] = await tx.select().from(returns).where(mine);
  if (!found) throw new AppError("not_found", "There is no such return");
  throw notNow(found.state, `The return is ${found.state}`);
};

const sent = ["fulfilling", "completed"] as const;
export const takeSent = (tx: Db, { id }: Act) => takeOrder(tx, { id }, [...sent]);

export const approveReturn = async (tx: Db, act: Act) => {
  await takeSent(tx, act);
  await turnReturn(tx, act, ["requested"], { state: "approved" });
  await tell(tx, act, "return_approved");
};

/** Its units may be asked for again. */
export const rejectReturn = async (tx: Db, act: Act, note: string) => {
  await takeSent(tx, act);
  const from = ["requested", "approved"] as const;
  const lines = await turnReturn(tx, act, [...from], { state: "rejected", note });
  await moveUnits(tx, lines, "asked", -1);
  await tell(tx, act, "return_rejected", note);
};

/** It came back; what can be sold again goes back on the shelf. */
export const receiveReturn = async (tx: Db, act: Act, sellable: boolean) => {
  const { id: orderId, returnId: subject, actor, now } = act;
  await takeSent(tx, act);
  const lines = await turnReturn(tx, act, ["approved"], { state: "received", sellable });
  await moveUnits(tx, lines, "returned");
  await tell(tx, act, "return_received");
  if (!sellable) return;
  const units = await variantsOf(tx, lines);
  await addErrand(tx, { orderId, kind: "restock", subject, units, actor }, now);
};
