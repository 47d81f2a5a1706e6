import { pgSchema } from "drizzle-orm/pg-core";

import { inboxTable, outboxTable } from "../../src/outbox.ts";
import { idempotencyTable } from "../../src/stored-answers.ts";

/** Everything the payment service owns, and nothing else may read. */
export const payment = pgSchema("payment");

export const idempotency = idempotencyTable(payment);
export const outbox = outboxTable(payment);
export const inbox = inboxTable(payment);
