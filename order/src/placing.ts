import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publish } from "@jangteo/shared/outbox";
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
import { and, eq } from "drizzle-orm";

import type { CheckoutRow } from "./checkouts.ts";
import { ownerNow } from "./claiming.ts";
import { forgetAtOf } from "./forgetting.ts";
import { takeNumber } from "./numbers.ts";
import type { Payment } from "./peers.ts";
import { settle } from "./pricing/redemptions.ts";
import { move, type SagaParts } from "./steps.ts";

const discountOf = ({ discounts }: Snapshot["lines"][number]) =>
  discounts.reduce((sum, { amount }) => sum + amount, 0);

const copies = (tx: Db, orderId: string, { lines, taxes }: Snapshot) => {
  const discounts = lines.flatMap((line) =>
    line.discounts.map((one) => ({ ...one, orderId, lineId: line.id })),
  );
  return [
    tx.insert(orderLines).values(
      lines.map((line, position) => ({
        ...{ id: line.id, orderId, position, variantId: line.item.variantId, item: line.item },
        ...{ quantity: line.quantity, unitAmount: line.unitAmount, listAmount: line.listAmount },
        ...{ discount: discountOf(line), tax: line.tax, total: line.total },
      })),
    ),
    ...(discounts.length > 0 ? [tx.insert(orderDiscounts).values(discounts)] : []),
    ...(taxes.length > 0
      ? [tx.insert(orderTaxes).values(taxes.map((one) => ({ ...one, orderId })))]
      : []),
  ];
};

/** Everything that was not said before "buy" could not have been agreed to. */
const saidOf = (row: CheckoutRow) => {
  const { snapshot, email, shippingAddress, paymentMethod } = row;
  if (!snapshot || email === null || !shippingAddress || paymentMethod === null)
    throw new Error(`checkout ${row.id} was agreed to without all that it takes`);
  return { snapshot, email, shippingAddress, paymentMethod };
};

/**
 * The order that a paid checkout becomes, in one transaction: its copies, its number, its event, and
 * the end of its cart. The number is taken last, since all other orders wait for it.
 */
export const placeOrder = (parts: SagaParts, row: CheckoutRow, payment: Payment) =>
  parts.db.transaction(async (tx) => {
    const now = parts.clock();
    const { snapshot, email, shippingAddress, paymentMethod } = saidOf(row);
    const { subtotal, discount, shipping, tax, taxIncluded, total, shippingMethod } = snapshot;
    const orderId = uuidv7();
    // What needs no answer of another statement is sent together with it.
    const [moved] = await Promise.all([
      move(tx, parts, row, { step: "order_placed", orderId, actionUrl: null }),
      tx
        .update(carts)
        .set({ state: "converted", updatedAt: now })
        .where(and(eq(carts.id, row.cartId), eq(carts.state, "checking_out"))),
      settle(tx, row.id),
    ]);
    const placedBy = moved.owner;
    const owner = await ownerNow(tx, placedBy);
    const number = await takeNumber(tx);
    const order = {
      ...{ id: orderId, number, checkoutId: row.id, owner, placedBy, email },
      ...{ language: row.language, currency: row.currency, shippingAddress, shippingMethod },
      ...{ subtotal, discount, shipping, tax, taxIncluded, total },
      units: snapshot.lines.reduce((sum, { quantity }) => sum + quantity, 0),
      ...{ paymentId: payment.id, paymentMethod, paymentState: payment.state },
      ...{ instrument: payment.instrument, placedAt: now, forgetAt: forgetAtOf(owner, now) },
    };
    await Promise.all([
      tx.insert(orders).values(order),
      ...copies(tx, orderId, snapshot),
      tx.insert(orderEvents).values({ orderId, type: "placed", actor: placedBy, at: now }),
      publish(tx, outbox, "order.placed", { orderId, number, checkoutId: row.id }),
    ]);
    return moved;
  });
