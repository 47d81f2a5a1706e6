import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { orderEvents, orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { returns } from "@jangteo/shared/schema/order/sales";
import { and, desc, eq, gte, ilike, lt, or, sql, type SQL } from "drizzle-orm";

import type { Order, SalesOrderSummary, SalesQuery } from "./contract.ts";
import { readNumber } from "./numbers.ts";
import { firstLine, listed, noOrder, toSummary } from "./orders.ts";
import { isOpen } from "./returning.ts";

const { paymentState, refunded, captured, units } = orders;

/** As `paymentStateOf`, for the database. */
const paid: Record<Order["paymentState"], SQL> = {
  pending: sql`${refunded} = 0 and ${paymentState} in ('created', 'requires_action', 'refunded')`,
  authorised: sql`${refunded} = 0 and ${paymentState} = 'authorised'`,
  captured: sql`${refunded} = 0 and ${paymentState} = 'captured'`,
  partially_refunded: sql`${refunded} > 0 and ${refunded} < ${captured}`,
  refunded: sql`${refunded} > 0 and ${refunded} = ${captured}`,
  voided: sql`${refunded} = 0 and ${paymentState} in ('voided', 'failed')`,
};

const { shipped, delivered } = listed;
/** As `fulfilmentStateOf`, for the database. */
const sent: Record<Order["fulfilmentState"], SQL> = {
  unfulfilled: sql`${shipped} = 0`,
  partially_shipped: sql`${shipped} > 0 and ${shipped} < ${units}`,
  shipped: sql`${shipped} = ${units} and ${delivered} < ${units}`,
  delivered: sql`${delivered} = ${units}`,
};

const matching = (q: string) => {
  const part = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const number = readNumber(/^\d+$/.test(q) ? `JT-${q}` : q);
  return or(
    ilike(orders.email, part),
    sql`${orders.shippingAddress} ->> 'name' ilike ${part}`,
    ...(number === undefined ? [] : [eq(orders.number, number)]),
  );
};

const hasOpenReturn = sql`exists (select 1 from ${returns}
  where ${returns.orderId} = ${orders.id} and ${isOpen})`;

const conditionsOf = ({
  q,
  state,
  payment,
  fulfilment,
  returns: back,
  from,
  to,
  after,
}: SalesQuery) =>
  [
    q === undefined ? undefined : matching(q),
    state && eq(orders.state, state),
    payment && paid[payment],
    fulfilment && sent[fulfilment],
    back && hasOpenReturn,
    from === undefined ? undefined : gte(orders.placedAt, new Date(from)),
    to === undefined ? undefined : lt(orders.placedAt, new Date(to)),
    after === undefined ? undefined : lt(orders.id, after),
  ].filter((condition) => condition !== undefined);

/** Orders as staff list them, the newest first. */
export const readSales = (db: Db, query: SalesQuery) =>
  db
    .select(listed)
    .from(orders)
    .innerJoin(orderLines, firstLine)
    .where(and(...conditionsOf(query)))
    .orderBy(desc(orders.id))
    .limit(query.limit);
export type SalesRow = Awaited<ReturnType<typeof readSales>>[number];

/** A page of orders for staff. */
export const listSalesOrders = async (db: Db, query: SalesQuery, language: Language) => {
  const rows = await readSales(db, { ...query, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const items = shown.map((row): SalesOrderSummary => ({
    ...toSummary(row, language),
    ...{ email: row.order.email, recipient: row.order.shippingAddress.name },
  }));
  return { items, next: rows.length > query.limit ? (shown.at(-1)?.order.id ?? null) : null };
};

type Note = { id: string; actor: string; text: string };

/** Something that only staff read. */
export const addNote = async (tx: Db, { id, actor, text }: Note, now: Date) => {
  const [order] = await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, id));
  if (!order) throw noOrder();
  const detail = { reason: text };
  await tx.insert(orderEvents).values({ orderId: id, type: "note", actor, detail, at: now });
};
