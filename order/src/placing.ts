import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publishing, traceNow } from "@jangteo/shared/outbox";
import { cell, prepared } from "@jangteo/shared/prepared";
import { inserting } from "@jangteo/shared/rows";
import { carts } from "@jangteo/shared/schema/order/carts";
import type { Snapshot } from "@jangteo/shared/schema/order/checkouts";
import {
  orderDiscounts,
  orderEvents,
  orderLines,
  orders,
  orderTaxes,
} from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql, type SQL } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import { claimerOf } from "./claiming.ts";
import { forgetAtOf } from "./forgetting.ts";
import { nextNumber } from "./numbers.ts";
import type { Payment } from "./peers.ts";
import { settle } from "./pricing/redemptions.ts";
import { move, type SagaParts } from "./steps.ts";

const discountOf = ({ discounts }: Snapshot["lines"][number]) =>
  discounts.reduce((sum, { amount }) => sum + amount, 0);

/** What is written with an order, by whose columns. */
const written = {
  events: { table: orderEvents, columns: ["type", "actor", "at"] },
  lines: {
    table: orderLines,
    columns: [
      ...["id", "position", "variantId", "item", "quantity", "unitAmount", "listAmount"],
      ...["discount", "tax", "total"],
    ],
  },
  discounts: { table: orderDiscounts, columns: ["lineId", "promotionId", "name", "amount"] },
  taxes: { table: orderTaxes, columns: ["name", "rate", "amount"] },
};

/** The copies that an order keeps of what was agreed. */
const copiesOf = ({ lines, taxes }: Snapshot) => ({
  lines: lines.map((line, position) => ({
    ...{ id: line.id, position, variantId: line.item.variantId, item: line.item },
    ...{ quantity: line.quantity, unitAmount: line.unitAmount, listAmount: line.listAmount },
    ...{ discount: discountOf(line), tax: line.tax, total: line.total },
  })),
  discounts: lines.flatMap(({ id: lineId, discounts }) =>
    discounts.map((one) => ({ ...one, lineId })),
  ),
  taxes,
});

/** Everything that was not said before "buy" could not have been agreed to. */
const saidOf = (row: CheckoutRow) => {
  const { snapshot, email, shippingAddress, paymentMethod } = row;
  if (!snapshot || email === null || !shippingAddress || paymentMethod === null)
    throw new Error(`checkout ${row.id} was agreed to without all that it takes`);
  return { snapshot, email, shippingAddress, paymentMethod };
};

const convert = (tx: Db, cartId: string, now: Date) =>
  prepared(tx, "convert a cart", () =>
    tx
      .update(carts)
      .set({ state: "converted", updatedAt: cell(carts.updatedAt, "now") })
      .where(and(eq(carts.id, sql.placeholder("cartId")), eq(carts.state, "checking_out")))
      .prepare("convert_cart"),
  ).execute({ cartId, now });

/** An owner who was erased while it was paid: the order forgets the person as all orders of theirs do. */
const forgetLater = async (tx: Db, id: string, forgetAt: SQL | null) => {
  if (forgetAt) await tx.update(orders).set({ forgetAt }).where(eq(orders.id, id));
};

/** An order takes its number, is told of, and gets its parts in the statement that adds it. */
const adding = (tx: Db, said: Set<string>) => {
  const counter = nextNumber(tx);
  const elsewhere = { cells: { number: sql`counter.last` }, from: sql`${counter}` };
  const { id, number, checkoutId } = orders;
  const added = tx.$with("added").as(
    inserting(tx, orders, said, sql.placeholder("rows"), elsewhere).returning({
      id,
      number,
      checkoutId,
    }),
  );
  const events = sql`select 'order.placed' as type, jsonb_build_object(
    'orderId', id, 'number', number, 'checkoutId', checkout_id) as payload from ${added}`;
  const told = tx.$with("told").as(publishing(tx, outbox, events));
  const within = { cells: { orderId: sql`added.id` }, from: sql`${added}` };
  const copies = Object.entries(written).map(([name, { table, columns }]) =>
    tx
      .$with(name)
      .as(inserting(tx, table, new Set(columns), sql.placeholder(`of ${name}`), within)),
  );
  return tx
    .with(counter, added, told, ...copies)
    .select({ number: added.number })
    .from(added);
};

type NewOrder = Omit<typeof orders.$inferInsert, "number">;

const addOrder = async (tx: Db, order: NewOrder, snapshot: Snapshot) => {
  const { lines, discounts, taxes } = copiesOf(snapshot);
  const events = [{ type: "placed", actor: order.placedBy, at: order.placedAt }];
  const [added] = await prepared(tx, "add an order", () =>
    adding(tx, new Set(Object.keys(order))).prepare("add_order"),
  ).execute({
    rows: JSON.stringify([order]),
    "of events": JSON.stringify(events),
    "of lines": JSON.stringify(lines),
    "of discounts": JSON.stringify(discounts),
    "of taxes": JSON.stringify(taxes),
    traceparent: traceNow(),
  });
  if (!added) throw new Error("the counter of orders has no row");
  return added.number;
};

/**
 * The order that a paid checkout becomes, in one transaction: its copies, its number, its event, and
 * the end of its cart. What needs no answer of another statement is sent together with it; the number is taken
 * in the last of these messages, since all other orders wait for it.
 */
export const placeOrder = (parts: SagaParts, row: CheckoutRow, payment: Payment) =>
  parts.db.transaction(async (tx) => {
    const now = parts.clock();
    const { snapshot, email, shippingAddress, paymentMethod } = saidOf(row);
    const { subtotal, discount, shipping, tax, taxIncluded, total, shippingMethod } = snapshot;
    const orderId = uuidv7();
    const { paymentId } = row;
    const step = { step: "order_placed" as const, orderId, paymentId, actionUrl: null };
    // Carts are locked before checkouts, everywhere.
    const [, moved, claimer] = await Promise.all([
      convert(tx, row.cartId, now),
      move(tx, parts, row, step),
      claimerOf(tx, row.owner),
      ...(snapshot.promotions.length > 0 ? [settle(tx, row.id)] : []),
    ]);
    // Not as it was read: a member may have been erased since. A guest's checkout stays the guest's.
    const placedBy = moved.owner;
    const owner = claimer ?? placedBy;
    const order = {
      ...{ id: orderId, checkoutId: row.id, owner, placedBy, email },
      ...{ language: row.language, currency: row.currency, shippingAddress, shippingMethod },
      ...{ subtotal, discount, shipping, tax, taxIncluded, total },
      units: snapshot.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      ...{ paymentId: payment.id, paymentMethod, paymentState: payment.state },
      ...{ instrument: payment.instrument, placedAt: now },
    };
    const [number] = await Promise.all([
      addOrder(tx, order, snapshot),
      forgetLater(tx, orderId, forgetAtOf(owner, now)),
    ]);
    return { row: moved, number };
  });
