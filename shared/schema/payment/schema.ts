import { sql } from "drizzle-orm";
import { pgSchema, timestamp, uuid } from "drizzle-orm/pg-core";

import { idempotencyTable } from "../../src/idempotency.ts";
import { inboxTable, outboxTable } from "../../src/outbox.ts";

/** Everything the payment service owns, and nothing else may read. */
export const payment = pgSchema("payment");

export const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`);
export const moment = () => timestamp({ withTimezone: true });
export const createdAt = () => moment().notNull().defaultNow();

export const idempotency = idempotencyTable(payment);
export const outbox = outboxTable(payment);
export const inbox = inboxTable(payment);
