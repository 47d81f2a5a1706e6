import type { Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { lineUnits } from "@jangteo/shared/schema/order/sales";
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";

import { noOrder, type OrderRow } from "./orders.ts";

export type Units = { lineId: string; quantity: number };

/** What the state of an order does not permit. */
export const notNow = (rule: string, detail: string, pointer = "") =>
  new AppError("conflict", detail, { errors: [{ in: "body", pointer, rule, detail }] });

type Whose = { id: string; owner?: string };
type Fields = Partial<Pick<OrderRow, "state">>;

/**
 * Takes an order that is in one of these states for the rest of the transaction; whoever wants it
 * meanwhile waits. Someone else's is not found.
 */
export const takeOrder = async (
  tx: Db,
  { id, owner }: Whose,
  states: OrderRow["state"][],
  set: Fields = {},
) => {
  const mine = and(eq(orders.id, id), owner === undefined ? undefined : eq(orders.owner, owner));
  const [order] = await tx
    .update(orders)
    .set({ ...set, version: sql`${orders.version} + 1` })
    .where(and(mine, inArray(orders.state, states)))
    .returning();
  if (order) return order;
  const [found] = await tx.select({ state: orders.state }).from(orders).where(mine);
  if (!found) throw noOrder();
  throw notNow(found.state, `The order is ${found.state}`);
};

/** Begins to count the units of an order that is to be sent. */
export const countUnits = async (tx: Db, orderId: string) => {
  await tx.execute(sql`
    insert into ${lineUnits} (line_id, order_id, ordered)
    select id, order_id, quantity from ${orderLines} where order_id = ${orderId}
    on conflict do nothing`);
};

type Counter = "planned" | "shipped" | "delivered" | "asked" | "returned" | "credited";

/** Moves the counters of some lines; the order must be taken. Their constraints hold them in order. */
export const moveUnits = async (tx: Db, units: Units[], counter: Counter, sign: 1 | -1 = 1) => {
  for (const { lineId, quantity } of units)
    await tx
      .update(lineUnits)
      .set({ [counter]: sql`${lineUnits[counter]} + ${sign * quantity}` })
      .where(eq(lineUnits.lineId, lineId));
};

/** As `moveUnits`, and names the first line that has not so many left. */
export const claimUnits = async (
  tx: Db,
  orderId: string,
  units: Units[],
  { counter, below }: { counter: "planned" | "asked"; below: SQL },
) => {
  for (const [index, { lineId, quantity }] of units.entries()) {
    const line = and(eq(lineUnits.lineId, lineId), eq(lineUnits.orderId, orderId));
    const [claimed] = await tx
      .update(lineUnits)
      .set({ [counter]: sql`${lineUnits[counter]} + ${quantity}` })
      .where(and(line, sql`${lineUnits[counter]} + ${quantity} <= ${below}`))
      .returning({ id: lineUnits.lineId });
    if (claimed) continue;
    const [known] = await tx.select({ id: lineUnits.lineId }).from(lineUnits).where(line);
    if (!known) throw invalidField(`/lines/${index}/lineId`, "unknown", "is no line of this order");
    throw notNow("too_many", "There are not so many left of it", `/lines/${index}/quantity`);
  }
};

/** The same units by their variants, as the stock knows them. */
export const variantsOf = async (tx: Db, units: Units[]) => {
  const ids = units.map(({ lineId }) => lineId);
  const lines = await tx.select().from(orderLines).where(inArray(orderLines.id, ids));
  const variants = Map.groupBy(
    units,
    ({ lineId }) => lines.find(({ id }) => id === lineId)?.variantId,
  );
  return [...variants].flatMap(([variantId, some]) =>
    variantId === undefined
      ? []
      : [{ variantId, quantity: some.reduce((sum, { quantity }) => sum + quantity, 0) }],
  );
};
