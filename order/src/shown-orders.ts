import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import {
  orderDiscounts,
  orderEvents,
  orderLines,
  orders,
} from "@jangteo/shared/schema/order/orders";
import { and, asc, eq } from "drizzle-orm";

import type { Order, SalesOrder } from "./contract.ts";
import { numberOf } from "./numbers.ts";
import { isReadableBy } from "./order-access.ts";
import { fulfilmentStateOf, noOrder, paymentStateOf, type OrderRow } from "./orders.ts";
import { lineOf, totalsOf } from "./priced-carts.ts";
import { mayReturnAt, readProgress, untouched, type Counted } from "./progress.ts";
import { refundableOf } from "./refunding.ts";

type LineRow = typeof orderLines.$inferSelect;
type DiscountRow = typeof orderDiscounts.$inferSelect;
type EventRow = typeof orderEvents.$inferSelect;
/** In whose language, and when. */
type Asked = { language: Language; now: Date };

const toLine = (
  line: LineRow,
  counted: Counted,
  { order, discounts, language }: { order: OrderRow; discounts: DiscountRow[]; language: Language },
) => ({
  ...lineOf(
    { ...line, discounts: discounts.filter(({ lineId }) => lineId === line.id) },
    order.currency,
    language,
  ),
  tax: { amount: line.tax, currency: order.currency },
  ...{ shipped: counted.shipped, returned: counted.returned },
});

/** What a timeline says beside the kind of an event. */
const detailOf = ({ detail }: EventRow) => {
  const { reason, carrier, trackingNumber } = detail;
  if (typeof reason === "string") return reason;
  return typeof carrier === "string" && typeof trackingNumber === "string"
    ? `${carrier} ${trackingNumber}`
    : null;
};

type Left = { returnable: number; delivered: number };

const canOf = ({ state, owner }: OrderRow, { returnable, delivered }: Left): Order["can"] => {
  if (state === "placed" || state === "confirmed") return ["cancel"];
  return [
    ...(returnable > 0 ? ["return" as const] : []),
    ...(delivered > 0 && !owner.startsWith("guest:") ? ["review" as const] : []),
  ];
};

/** Of these its owner learns nothing. */
const internal = ["note", "refund_refused"];

const read = async (db: Db, order: OrderRow, { language, now }: Asked) => {
  const { id, currency, shippingMethod, captured, refunded } = order;
  const [lines, discounts, events, { units, fulfilments, returns }] = await Promise.all([
    db
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, id))
      .orderBy(asc(orderLines.position)),
    db.select().from(orderDiscounts).where(eq(orderDiscounts.orderId, id)),
    db.select().from(orderEvents).where(eq(orderEvents.orderId, id)).orderBy(asc(orderEvents.id)),
    readProgress(db, id),
  ]);
  const open = mayReturnAt(fulfilments, now);
  const shown = lines.map((line) => {
    const counted = units.get(line.id) ?? untouched;
    return {
      ...toLine(line, counted, { order, discounts, language }),
      returnable: open ? counted.delivered - counted.asked : 0,
    };
  });
  const sum = (counter: "shipped" | "delivered") =>
    [...units.values()].reduce((all, one) => all + one[counter], 0);
  const money = (amount: number) => ({ amount, currency });
  const returnable = shown.reduce((all, line) => all + line.returnable, 0);
  const whole: Omit<Order, "events"> = {
    ...{ id, number: numberOf(order.number), version: order.version, state: order.state },
    paymentState: paymentStateOf(order),
    fulfilmentState: fulfilmentStateOf(order.units, {
      ...{ shipped: sum("shipped"), delivered: sum("delivered") },
    }),
    ...{ currency, email: order.email, shippingAddress: order.shippingAddress },
    ...{ lines: shown, totals: totalsOf(order, currency) },
    shippingMethod: { code: shippingMethod.code, name: shippingMethod.name[language] },
    payment: {
      ...{ id: order.paymentId, method: order.paymentMethod, instrument: order.instrument },
      ...{ captured: money(captured), refunded: money(refunded) },
    },
    ...{ fulfilments, returns, can: canOf(order, { returnable, delivered: sum("delivered") }) },
    placedAt: order.placedAt.toISOString(),
  };
  return { whole, events };
};

const toEvent = (event: EventRow) => ({
  ...{ type: event.type, at: event.at.toISOString(), detail: detailOf(event) },
});

/** An order of its owner's, or of who found it by its number and e-mail address, who may only read it. */
export const findOrder = async (
  db: Db,
  id: string,
  owner: string,
  asked: Asked,
): Promise<Order> => {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), isReadableBy(db, owner)));
  if (!order) throw noOrder();
  const { whole, events } = await read(db, order, asked);
  const told = events.filter(({ type }) => !internal.includes(type));
  const can = order.owner === owner ? whole.can : [];
  return { ...whole, can, events: told.map(toEvent) };
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Everybody who has owned it. Only its events still know a member who was erased. */
const ownersOf = ({ owner, placedBy }: OrderRow, events: EventRow[]) =>
  new Set([
    ...[owner, placedBy],
    ...events.flatMap(({ type, actor }) => (["placed", "claimed"].includes(type) ? actor : [])),
  ]);

/** Who did it: its owner, now or then, somebody of the staff, or the shop by itself. */
const kindOf = ({ actor }: EventRow, owners: Set<string>): SalesOrder["events"][number]["by"] => {
  if (owners.has(actor) || actor.startsWith("guest:")) return "shopper";
  return uuid.test(actor) ? "staff" : "shop";
};

/** The money that an event was about. */
const amountOf = ({ type, detail }: EventRow, { currency, total, captured }: OrderRow) => {
  const known = { placed: total, paid: captured }[type] ?? detail["amount"];
  return typeof known === "number" ? { amount: known, currency } : null;
};

/** Any order, for staff. */
export const findSalesOrder = async (db: Db, id: string, asked: Asked): Promise<SalesOrder> => {
  const [order] = await db.select().from(orders).where(eq(orders.id, id));
  if (!order) throw noOrder();
  const [{ whole, events }, refundable] = await Promise.all([
    read(db, order, asked),
    refundableOf(db, order),
  ]);
  const owners = ownersOf(order, events);
  const told = events.map((event) => ({
    ...{ ...toEvent(event), actor: event.actor },
    ...{ by: kindOf(event, owners), amount: amountOf(event, order) },
  }));
  return { ...whole, owner: order.owner, events: told, refundable };
};
