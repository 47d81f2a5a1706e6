import { sql } from "drizzle-orm";
import { jsonb, pgSchema, timestamp, uuid } from "drizzle-orm/pg-core";

import { idempotencyTable } from "../../src/idempotency.ts";
import { inboxTable, outboxTable } from "../../src/outbox.ts";

/** Everything the product service owns, and nothing else may read. */
export const product = pgSchema("product");

/** A text in every language of the shop. */
export type Words = { ko: string; en: string };

export const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`);
export const words = () => jsonb().$type<Words>().notNull();
export const moment = () => timestamp({ withTimezone: true });
export const createdAt = () => moment().notNull().defaultNow();

export const idempotency = idempotencyTable(product);
export const outbox = outboxTable(product);
export const inbox = inboxTable(product);
