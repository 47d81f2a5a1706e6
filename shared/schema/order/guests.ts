import { index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { createdAt, moment } from "../columns.ts";
import { orders } from "./orders.ts";
import { order } from "./schema.ts";

/** Who may read an order that is not theirs, since they knew its number and its e-mail address. */
export const orderAccess = order.table(
  "order_access",
  {
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    subject: text().notNull(),
    until: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.subject] }),
    index("order_access_until").on(table.until),
  ],
);

/** How often something was looked up in vain: an order's number, or an e-mail address, fingerprinted. */
export const wrongLookups = order.table(
  "wrong_lookups",
  {
    subject: text().primaryKey(),
    count: integer().notNull(),
    since: moment().notNull(),
  },
  (table) => [index("wrong_lookups_since").on(table.since)],
);

/** Which member a guest turned out to be; what that guest still buys is the member's. */
export const guestClaims = order.table(
  "guest_claims",
  {
    guest: text().primaryKey(),
    member: text().notNull(),
    at: createdAt(),
  },
  (table) => [index("guest_claims_member").on(table.member)],
);
