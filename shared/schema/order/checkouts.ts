import { sql } from "drizzle-orm";
import { index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, languageColumn, moment, type Words } from "../columns.ts";
import { carts, type Item } from "./carts.ts";
import { currencyColumn, order, type Address } from "./schema.ts";

export type SnapshotLine = {
  /** Of the cart, and later of the order. */
  id: string;
  item: Item;
  quantity: number;
  unitAmount: number;
  listAmount: number | null;
  discounts: { promotionId: string; name: Words; amount: number }[];
  tax: number;
  total: number;
};

/** What was agreed to when the shopper said "buy", in minor units. */
export type Snapshot = {
  lines: SnapshotLine[];
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  taxIncluded: boolean;
  total: number;
  shippingMethod: { code: string; name: Words };
  taxes: { name: Words; rate: number; amount: number }[];
  /** Promotions that it uses up, once each. */
  promotions: string[];
};

/**
 * started -> reserving -> reserved -> authorised -> order_placed -> done; before the order it may turn
 * to compensating -> failed | cancelled. Every step may be repeated; a lease says who is at it.
 */
export const checkouts = order.table(
  "checkouts",
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id),
    owner: text().notNull(),
    currency: currencyColumn(),
    step: text({
      enum: [
        "started",
        "reserving",
        "reserved",
        "authorised",
        "order_placed",
        "done",
        "compensating",
        "failed",
        "cancelled",
      ],
    })
      .notNull()
      .default("started"),
    version: integer().notNull().default(1),
    email: text(),
    language: languageColumn(),
    shippingAddress: jsonb().$type<Address>(),
    shippingMethod: text(),
    paymentMethod: text(),
    returnUrl: text(),
    snapshot: jsonb().$type<Snapshot>(),
    paymentId: uuid(),
    /** The provider's page, while the payer has to go there. */
    actionUrl: text(),
    failure: jsonb().$type<{ code: string; detail: string | null }>(),
    orderId: uuid(),
    /** Until when somebody is at work on it; the token grows with each of them. */
    leaseUntil: moment(),
    fencing: integer().notNull().default(0),
    /** When the recoverer looks at it next, if nobody finishes it before. */
    dueAt: moment(),
    /** When what it holds is given back, if it is not paid by then. */
    expiresAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    uniqueIndex("checkouts_live")
      .on(table.cartId)
      .where(sql`step not in ('done', 'failed', 'cancelled')`),
    index("checkouts_due")
      .on(table.dueAt)
      .where(sql`step not in ('started', 'done', 'failed', 'cancelled')`),
    index().on(table.owner, table.id),
    index("checkouts_payment").on(table.paymentId),
    index("checkouts_unforgotten")
      .on(table.id)
      .where(sql`owner like 'erased:%' and (email is not null or shipping_address is not null)`),
  ],
);
