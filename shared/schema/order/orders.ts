import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

import { createdAt, id, languageColumn, moment, words, type Words } from "../columns.ts";
import type { Item } from "./carts.ts";
import { currencyColumn, minorUnits, order, type Address } from "./schema.ts";

/** The last number that was given; its row is locked from then until the order is committed, so none is left out. */
export const orderCounter = order.table("order_counter", {
  id: integer().primaryKey(),
  last: bigint({ mode: "number" }).notNull(),
});

/** placed -> confirmed -> fulfilling -> completed; -> cancelled before the first shipment. Amounts never change. */
export const orders = order.table(
  "orders",
  {
    id: id(),
    number: bigint({ mode: "number" }).notNull().unique(),
    checkoutId: uuid().notNull().unique(),
    owner: text().notNull(),
    /** Who its owner was then: a guest's order becomes a member's. */
    placedBy: text().notNull(),
    email: text().notNull(),
    language: languageColumn(),
    currency: currencyColumn(),
    state: text({ enum: ["placed", "confirmed", "fulfilling", "completed", "cancelled"] })
      .notNull()
      .default("placed"),
    version: integer().notNull().default(1),
    subtotal: minorUnits(),
    discount: minorUnits(),
    shipping: minorUnits(),
    tax: minorUnits(),
    taxIncluded: boolean().notNull(),
    total: minorUnits(),
    units: integer().notNull(),
    shippingAddress: jsonb().$type<Address>().notNull(),
    shippingMethod: jsonb().$type<{ code: string; name: Words }>().notNull(),
    paymentId: uuid().notNull(),
    paymentMethod: text().notNull(),
    /** What the payment service last told. */
    paymentState: text({
      enum: [
        "created",
        "requires_action",
        "authorised",
        "captured",
        "refunded",
        "voided",
        "failed",
      ],
    }).notNull(),
    captured: minorUnits().default(0),
    refunded: minorUnits().default(0),
    instrument: jsonb().$type<{ brand: string; last4: string }>(),
    placedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When its address and e-mail address are no longer kept, since its owner was erased. */
    forgetAt: moment(),
  },
  (table) => [
    index("orders_forgotten")
      .on(table.forgetAt)
      .where(sql`forget_at is not null`),
    check(
      "orders_total",
      sql`total = subtotal - discount + shipping + case when tax_included then 0 else tax end`,
    ),
    check("orders_refunded", sql`0 <= refunded and refunded <= captured and captured <= total`),
    index().on(table.owner, table.id),
    index().on(table.state, table.id),
    // Orders are written in the order of their time: a few pages of this tell where a day begins.
    index().using("brin", table.placedAt),
  ],
);

const orderId = () =>
  uuid()
    .notNull()
    .references(() => orders.id);

/** Copies of what was bought; the service may only add. */
export const orderLines = order.table(
  "order_lines",
  {
    id: id(),
    orderId: orderId(),
    position: integer().notNull(),
    variantId: uuid().notNull(),
    item: jsonb().$type<Item>().notNull(),
    quantity: integer().notNull(),
    unitAmount: minorUnits(),
    listAmount: bigint({ mode: "number" }),
    discount: minorUnits(),
    tax: minorUnits(),
    total: minorUnits(),
  },
  (table) => [
    index().on(table.orderId),
    check("order_lines_quantity", sql`quantity > 0`),
    check(
      "order_lines_total",
      sql`total = quantity * unit_amount - discount and discount >= 0 and total >= 0`,
    ),
  ],
);

/** What a promotion let off, of which line; the service may only add. */
export const orderDiscounts = order.table(
  "order_discounts",
  {
    id: id(),
    orderId: orderId(),
    lineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    promotionId: uuid().notNull(),
    name: words(),
    amount: minorUnits(),
  },
  (table) => [index().on(table.orderId)],
);

/** Rates are in hundredths of a percent; the service may only add. */
export const orderTaxes = order.table(
  "order_taxes",
  {
    id: id(),
    orderId: orderId(),
    name: words(),
    rate: integer().notNull(),
    amount: minorUnits(),
  },
  (table) => [index().on(table.orderId)],
);

/** Everything that happened to an order; the service may only add. */
export const orderEvents = order.table(
  "order_events",
  {
    id: id(),
    orderId: orderId(),
    type: text().notNull(),
    /** Staff's id, the owner's subject, or the name of a service. */
    actor: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: createdAt(),
  },
  (table) => [index().on(table.orderId, table.id)],
);
