import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { inboxTable, outboxTable } from "../src/outbox.ts";
import { idempotencyTable } from "../src/stored-answers.ts";
import { createdAt, id, languageColumn } from "./columns.ts";

/** Everything the member service owns, and nothing else may read. */
export const member = pgSchema("member");

export const members = member.table("members", {
  id: id(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  language: languageColumn(),
  telephone: text(),
  passwordHash: text().notNull(),
  passwordChangedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
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

/** A wish to have another address: the link of the newest one makes it so. */
export const emailChanges = member.table(
  "email_changes",
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    email: text().notNull(),
    /** The address that is told. */
    previousEmail: text().notNull(),
    tokenHash: text().notNull().unique(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    completedAt: timestamp({ withTimezone: true }),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.memberId)],
);

/** A member's authenticator app; its secret is sealed. */
export const secondFactors = member.table("second_factors", {
  memberId: uuid()
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  sealedSecret: text().notNull(),
  /** The 30 s step of the last code that was taken; only later ones are good. */
  lastStep: integer().notNull(),
  enrolledAt: timestamp({ withTimezone: true }).notNull(),
});

/** A secret that waits for its first code. */
export const secondFactorEnrolments = member.table("second_factor_enrolments", {
  memberId: uuid()
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  sealedSecret: text().notNull(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
});

export const recoveryCodes = member.table(
  "recovery_codes",
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    codeHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.codeHash] })],
);

/** A key that one of a member's devices, or its keychain, holds. */
export const passkeys = member.table(
  "passkeys",
  {
    /** The credential id, base64url. */
    id: text().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    /** Only a higher one is good; authenticators that do not count say 0. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    createdAt: createdAt(),
    lastUsedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.memberId)],
);

/** Challenges are computed; the ones that were answered are kept until they have expired. */
export const answeredChallenges = member.table("answered_challenges", {
  id: uuid().primaryKey(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
});

/** Where the last letter to a person goes who is no member any more; sealed, and gone once it is sent. */
export const farewells = member.table("farewells", {
  id: id(),
  sealedRecipient: text().notNull(),
  createdAt: createdAt(),
});

/** Who did what to which account; the service may only add. Holds ids, never a name or an address. */
export const auditEvents = member.table(
  "audit_events",
  {
    id: id(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** The person who did it; null when nobody proved to be anyone. */
    actor: uuid(),
    action: text().notNull(),
    /** The member it is about. */
    subject: uuid(),
    /** The network it came from, not the machine. */
    network: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index().on(table.subject, table.id), index().on(table.action, table.id)],
);

/** A program that calls the API in its own name. */
export const apiClients = member.table("api_clients", {
  /** Becomes the `sub` of its tokens. */
  id: text().primaryKey(),
  name: text().notNull(),
  scopes: text().array().notNull(),
  version: integer().notNull().default(1),
  /** The member of staff who registered it. */
  createdBy: uuid().notNull(),
  createdAt: createdAt(),
  disabledAt: timestamp({ withTimezone: true }),
});

/** Several are good at a time while one takes over from another. */
export const apiClientSecrets = member.table(
  "api_client_secrets",
  {
    id: id(),
    clientId: text()
      .notNull()
      .references(() => apiClients.id),
    /** SHA-256 of 32 random bytes, in hexadecimal. */
    secretHash: text().notNull().unique(),
    createdAt: createdAt(),
    expiresAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.clientId)],
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
