import { pgSchema } from "drizzle-orm/pg-core";

import { inboxTable, outboxTable } from "../../src/outbox.ts";
import { idempotencyTable } from "../../src/stored-answers.ts";

/** Everything the product service owns, and nothing else may read. */
export const product = pgSchema("product");

export const idempotency = idempotencyTable(product);
export const outbox = outboxTable(product);
export const inbox = inboxTable(product);
