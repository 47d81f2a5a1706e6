import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { createdAt, id, moment } from "../columns.ts";
import { orderLines, orders } from "./orders.ts";
import { order } from "./schema.ts";

const orderId = () =>
  uuid()
    .notNull()
    .references(() => orders.id);
const lineId = () =>
  uuid()
    .notNull()
    .references(() => orderLines.id);

/**
 * What has to happen at another service because of something that was decided here, written down with
 * the decision and done once: due -> done | refused. A lease says who is at it.
 */
export const errands = order.table(
  "errands",
  {
    id: id(),
    orderId: orderId(),
    kind: text({ enum: ["cancel", "refund", "ship", "restock", "compare"] }).notNull(),
    /** The order, shipment, return or refund that it belongs to. */
    subject: uuid().notNull(),
    /** Of a refund, in minor units of the order. */
    amount: bigint({ mode: "number" }),
    units: jsonb().$type<{ variantId: string; quantity: number }[]>(),
    state: text({ enum: ["due", "done", "refused"] })
      .notNull()
      .default("due"),
    failure: text(),
    /** What staff said of it. */
    reason: text(),
    actor: text().notNull(),
    leaseUntil: moment(),
    fencing: integer().notNull().default(0),
    dueAt: moment(),
    createdAt: createdAt(),
    doneAt: moment(),
  },
  (table) => [
    uniqueIndex("errands_once")
      .on(table.kind, table.subject)
      .where(sql`state <> 'refused'`),
    index("errands_due")
      .on(table.dueAt)
      .where(sql`state = 'due'`),
    index().on(table.orderId),
    check("errands_amount", sql`(kind = 'refund') = (amount is not null) and amount > 0`),
  ],
);

/** pending -> shipped -> delivered; pending -> cancelled. */
export const fulfilments = order.table(
  "fulfilments",
  {
    id: id(),
    orderId: orderId(),
    state: text({ enum: ["pending", "shipped", "delivered", "cancelled"] })
      .notNull()
      .default("pending"),
    carrier: text(),
    trackingNumber: text(),
    createdAt: createdAt(),
    shippedAt: moment(),
    deliveredAt: moment(),
  },
  (table) => [index().on(table.orderId)],
);

export const fulfilmentLines = order.table(
  "fulfilment_lines",
  {
    fulfilmentId: uuid()
      .notNull()
      .references(() => fulfilments.id),
    lineId: lineId(),
    quantity: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fulfilmentId, table.lineId] }),
    check("fulfilment_lines_quantity", sql`quantity > 0`),
  ],
);

/** requested -> approved -> received -> refunded; requested | approved -> rejected. */
export const returns = order.table(
  "returns",
  {
    id: id(),
    orderId: orderId(),
    state: text({ enum: ["requested", "approved", "received", "refunded", "rejected"] })
      .notNull()
      .default("requested"),
    /** Why it was rejected. */
    note: text(),
    /** Whether what came back can be sold again; unknown before it is here. */
    sellable: boolean(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index().on(table.orderId), index().on(table.state, table.id)],
);

export const returnLines = order.table(
  "return_lines",
  {
    returnId: uuid()
      .notNull()
      .references(() => returns.id),
    lineId: lineId(),
    quantity: integer().notNull(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.returnId, table.lineId] }),
    check("return_lines_quantity", sql`quantity > 0`),
  ],
);

/**
 * How far the units of a line have come, once one of them is to be sent. `planned` are in shipments
 * that were not cancelled, `asked` in returns that were not rejected, `credited` in refunded returns.
 */
export const lineUnits = order.table(
  "line_units",
  {
    lineId: uuid()
      .primaryKey()
      .references(() => orderLines.id),
    orderId: orderId(),
    ordered: integer().notNull(),
    planned: integer().notNull().default(0),
    shipped: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    asked: integer().notNull().default(0),
    returned: integer().notNull().default(0),
    credited: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.orderId),
    check(
      "line_units_sent",
      sql`0 <= delivered and delivered <= shipped and shipped <= planned and planned <= ordered`,
    ),
    check(
      "line_units_returned",
      sql`0 <= credited and credited <= returned and returned <= asked and asked <= delivered`,
    ),
  ],
);
