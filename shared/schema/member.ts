import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgSchema,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { idempotencyTable } from "../src/idempotency.ts";
import { inboxTable, outboxTable } from "../src/outbox.ts";

/** Everything the member service owns, and nothing else may read. */
export const member = pgSchema("member");

const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`);
const languageColumn = () => text({ enum: ["ko", "en"] }).notNull();
const createdAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();

export const members = member.table("members", {
  id: id(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  language: languageColumn(),
  telephone: text(),
  passwordHash: text().notNull(),
  /** A session with another epoch is not refreshed. */
  sessionEpoch: integer().notNull().default(1),
  roles: text().array().notNull().default([]),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

/** A person who has not yet proved to own the address. Each attempt keeps its own password. */
export const signUps = member.table(
  "sign_ups",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    language: languageColumn(),
    passwordHash: text().notNull(),
    /** SHA-256 of the token in the mail. */
    tokenHash: text().notNull().unique(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.email)],
);

export const passwordResets = member.table(
  "password_resets",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.memberId)],
);

export const addresses = member.table(
  "addresses",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    name: text().notNull(),
    telephone: text().notNull(),
    addressCountry: text().notNull(),
    postalCode: text().notNull(),
    addressRegion: text(),
    addressLocality: text(),
    streetAddress: text().notNull(),
    extendedAddress: text(),
    isDefault: boolean().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.memberId),
    uniqueIndex("addresses_one_default")
      .on(table.memberId)
      .where(sql`is_default`),
  ],
);

export const idempotency = idempotencyTable(member);
export const outbox = outboxTable(member);
export const inbox = inboxTable(member);
