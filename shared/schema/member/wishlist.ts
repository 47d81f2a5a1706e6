import { sql } from "drizzle-orm";
import { check, index, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";

import { member, members } from "../member.ts";

/** The pieces that a member, or a visitor without an account, wants to remember. */
export const wishlists = member.table(
  "wishlists",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    memberId: uuid()
      .unique()
      .references(() => members.id, { onDelete: "cascade" }),
    guestId: uuid().unique(),
    /** The last time that something was added; a guest's list is kept for so long and no longer. */
    usedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    check("wishlists_one_owner", sql`num_nonnulls(member_id, guest_id) = 1`),
    index("wishlists_of_guests")
      .on(table.usedAt)
      .where(sql`guest_id is not null`),
  ],
);

export const wishlistItems = member.table(
  "wishlist_items",
  {
    wishlistId: uuid()
      .notNull()
      .references(() => wishlists.id, { onDelete: "cascade" }),
    /** Of the product service, which is not asked. */
    productId: uuid().notNull(),
    /** Whole milliseconds, so that a cursor can say it. */
    addedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.wishlistId, table.productId] }),
    index().on(table.wishlistId, table.addedAt, table.productId),
  ],
);
