import { sql } from "drizzle-orm";
import { index, integer, text, unique, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, moment } from "../columns.ts";
import { order } from "./schema.ts";

/** Where an integrator wants to be told of events. */
export const webhookSubscriptions = order.table("webhook_subscriptions", {
  id: id(),
  url: text().notNull(),
  description: text(),
  eventTypes: text().array().notNull(),
  state: text({ enum: ["enabled", "disabled"] })
    .notNull()
    .default("enabled"),
  /** Why it is disabled. */
  reason: text({ enum: ["staff", "failing", "gone"] }),
  /** Attempts that failed since one last succeeded, and since when. */
  failures: integer().notNull().default(0),
  failingSince: moment(),
  version: integer().notNull().default(1),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

const subscriptionId = () =>
  uuid()
    .notNull()
    .references(() => webhookSubscriptions.id, { onDelete: "cascade" });

/** What deliveries are signed with, sealed; a replaced one signs too until it expires. */
export const webhookSecrets = order.table(
  "webhook_secrets",
  {
    id: id(),
    subscriptionId: subscriptionId(),
    sealed: text().notNull(),
    createdAt: createdAt(),
    expiresAt: moment(),
  },
  (table) => [index().on(table.subscriptionId)],
);

/** pending -> delivered | failed; a replay makes it pending again. */
export const webhookDeliveries = order.table(
  "webhook_deliveries",
  {
    id: id(),
    subscriptionId: subscriptionId(),
    eventId: uuid().notNull(),
    type: text().notNull(),
    /** What is sent, to the byte. */
    body: text().notNull(),
    state: text({ enum: ["pending", "delivered", "failed"] })
      .notNull()
      .default("pending"),
    /** Attempts since it was made or replayed. */
    tries: integer().notNull().default(0),
    dueAt: moment().notNull(),
    /** When it is given up. */
    expiresAt: moment().notNull(),
    /** Until when somebody is at it; the token grows with each of them. */
    claimedUntil: moment(),
    fencing: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    unique("webhook_deliveries_once").on(table.subscriptionId, table.eventId),
    index("webhook_deliveries_due")
      .on(table.subscriptionId, table.dueAt)
      .where(sql`state = 'pending'`),
    index().on(table.subscriptionId, table.id),
    index("webhook_deliveries_old").on(table.createdAt),
  ],
);

export const webhookAttempts = order.table(
  "webhook_attempts",
  {
    id: id(),
    deliveryId: uuid()
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: "cascade" }),
    at: moment().notNull(),
    /** Milliseconds. */
    duration: integer().notNull(),
    /** What was answered; without one, `error` says why. */
    status: integer(),
    error: text(),
    /** The first bytes of the answer. */
    answer: text(),
  },
  (table) => [index().on(table.deliveryId, table.id)],
);
