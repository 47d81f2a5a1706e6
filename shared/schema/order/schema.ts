import { bigint, pgSchema, text } from "drizzle-orm/pg-core";

import { inboxTable, outboxTable } from "../../src/outbox.ts";
import { idempotencyTable } from "../../src/stored-answers.ts";

/** Everything the order service owns, and nothing else may read. */
export const order = pgSchema("order");

export const currencyColumn = () => text({ enum: ["KRW", "USD"] }).notNull();
/** Minor units of the row's currency. */
export const minorUnits = () => bigint({ mode: "number" }).notNull();

/** Named after schema.org's PostalAddress; `name` is the recipient. */
export type Address = {
  name: string;
  telephone: string;
  addressCountry: string;
  postalCode: string;
  addressRegion: string | null;
  addressLocality: string | null;
  streetAddress: string;
  extendedAddress: string | null;
};

export const idempotency = idempotencyTable(order);
export const outbox = outboxTable(order);
export const inbox = inboxTable(order);
