import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { createdAt, id, moment } from "../columns.ts";
import { payment } from "./schema.ts";

const minorUnits = () => bigint({ mode: "number" }).notNull().default(0);

/** What somebody pays for a checkout; a failed one may be followed by another. */
export const payments = payment.table(
  "payments",
  {
    id: id(),
    checkoutId: uuid().notNull(),
    /** The subject whose checkout it is. */
    owner: text().notNull(),
    provider: text({ enum: ["sandbox", "stripe", "toss"] }).notNull(),
    method: text().notNull(),
    /** The provider's own name for it, once it has one. */
    providerRef: text(),
    state: text({
      enum: [
        "created",
        "requires_action",
        "authorised",
        "captured",
        "refunded",
        "voided",
        "failed",
      ],
    })
      .notNull()
      .default("created"),
    currency: text({ enum: ["KRW", "USD"] }).notNull(),
    amount: minorUnits(),
    authorised: minorUnits(),
    captured: minorUnits(),
    refunded: minorUnits(),
    description: text().notNull(),
    email: text().notNull(),
    language: text({ enum: ["ko", "en"] }).notNull(),
    returnUrl: text().notNull(),
    /** The provider's page, where the payer goes. */
    actionUrl: text(),
    failure: text(),
    instrument: jsonb().$type<{ brand: string; last4: string }>(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    /** When the provider was last asked. */
    askedAt: moment(),
    /** The order that came of it, once the order service has said so. */
    orderId: uuid(),
  },
  (table) => [
    check("payments_amount", sql`amount > 0`),
    check("payments_authorised", sql`authorised <= amount`),
    check("payments_captured", sql`captured <= authorised`),
    check("payments_refunded", sql`0 <= refunded and refunded <= captured`),
    unique("payments_provider_ref").on(table.provider, table.providerRef),
    index().on(table.checkoutId),
    uniqueIndex("payments_live")
      .on(table.checkoutId)
      .where(sql`state not in ('failed', 'voided')`),
    index("payments_open")
      .on(table.updatedAt)
      .where(sql`state in ('created', 'requires_action', 'authorised')`),
    index("payments_unordered")
      .on(table.updatedAt)
      .where(sql`state in ('authorised', 'captured') and order_id is null`),
  ],
);

/** What the provider was asked to do: written before the call, finished after it. */
export const operations = payment.table(
  "operations",
  {
    id: id(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    /** What the provider knows it by; the same never happens twice. */
    idempotencyKey: text().notNull().unique(),
    kind: text({ enum: ["create", "capture", "void", "refund"] }).notNull(),
    amount: minorUnits(),
    state: text({ enum: ["started", "done", "refused"] })
      .notNull()
      .default("started"),
    /** The provider's own name for it. */
    providerRef: text(),
    failure: text(),
    /** Who is at it, until when; the token grows with each owner, so that a late one changes nothing. */
    leaseUntil: moment().notNull(),
    fencing: integer().notNull().default(1),
    createdAt: createdAt(),
    doneAt: moment(),
  },
  (table) => [
    index().on(table.paymentId),
    index("operations_started")
      .on(table.leaseUntil)
      .where(sql`state = 'started'`),
  ],
);

/** What providers told, each once. */
export const providerEvents = payment.table(
  "provider_events",
  {
    id: id(),
    provider: text().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    providerRef: text().notNull(),
    /** Whether it changed anything. */
    outcome: text({ enum: ["applied", "stale", "unknown"] }).notNull(),
    receivedAt: createdAt(),
  },
  (table) => [unique("provider_events_once").on(table.provider, table.eventId)],
);
