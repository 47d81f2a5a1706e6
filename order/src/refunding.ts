import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { orderLines } from "@jangteo/shared/schema/order/orders";
import { errands, lineUnits } from "@jangteo/shared/schema/order/sales";
import { and, eq, inArray, sql } from "drizzle-orm";

import { addErrand } from "./errands.ts";
import { moveUnits, notNow, takeOrder, type Units } from "./line-units.ts";
import type { OrderRow } from "./orders.ts";
import { takeSent, tell, turnReturn, type Act } from "./returning.ts";

/** Minor units that can still be given back; what is on its way counts as given. The order must be taken. */
export const refundableOf = async (tx: Db, { id, captured, refunded }: OrderRow) => {
  const [open] = await tx
    .select({ amount: sql<number>`coalesce(sum(${errands.amount}), 0)::float8` })
    .from(errands)
    .where(and(eq(errands.orderId, id), eq(errands.kind, "refund"), eq(errands.state, "due")));
  return Math.max(captured - refunded - (open?.amount ?? 0), 0);
};

/**
 * What units of an order cost, in minor units: each line's total by quantity, so rounded that all its
 * units together cost neither more nor less than the line.
 */
const costOf = async (tx: Db, { taxIncluded }: OrderRow, units: Units[]) => {
  const ids = units.map(({ lineId }) => lineId);
  const lines = await tx
    .select({ line: orderLines, credited: lineUnits.credited })
    .from(orderLines)
    .innerJoin(lineUnits, eq(lineUnits.lineId, orderLines.id))
    .where(inArray(orderLines.id, ids));
  return lines.reduce((sum, { line, credited }) => {
    const whole = line.total + (taxIncluded ? 0 : line.tax);
    const upTo = (count: number) => Math.floor((whole * count) / line.quantity);
    const { quantity = 0 } = units.find(({ lineId }) => lineId === line.id) ?? {};
    return sum + upTo(credited + quantity) - upTo(credited);
  }, 0);
};

/** Gives back what a return's units cost, or what is left of what was paid if that is less. */
export const refundReturn = async (tx: Db, act: Act) => {
  const { id: orderId, returnId: subject, actor, now } = act;
  const order = await takeSent(tx, act);
  const lines = await turnReturn(tx, act, ["received"], { state: "refunded" });
  const amount = Math.min(await costOf(tx, order, lines), await refundableOf(tx, order));
  await moveUnits(tx, lines, "credited");
  await tell(tx, act, "return_refunded");
  if (amount > 0) await addErrand(tx, { orderId, kind: "refund", subject, amount, actor }, now);
};

type Refund = { id: string; amount: number; reason: string; actor: string };

/** Gives some of the money back, never more than is left of what was paid. */
export const refundOrder = async (tx: Db, { id, ...refund }: Refund, now: Date) => {
  const states = ["placed", "confirmed", "fulfilling", "completed"] as const;
  const order = await takeOrder(tx, { id }, [...states]);
  const left = await refundableOf(tx, order);
  if (refund.amount > left)
    throw notNow("too_much", `${left} can be given back at the most`, "/amount");
  await addErrand(tx, { ...refund, orderId: id, kind: "refund", subject: uuidv7() }, now);
};
