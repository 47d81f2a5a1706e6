import { and, eq, gt, lt, sql } from "drizzle-orm";
import { integer, jsonb, primaryKey, text, timestamp, type PgSchema } from "drizzle-orm/pg-core";

import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

/** The answers of one service, kept with the writes that caused them. */
export const idempotencyTable = (schema: PgSchema) =>
  schema.table(
    "idempotency",
    {
      subject: text().notNull(),
      route: text().notNull(),
      key: text().notNull(),
      fingerprint: text().notNull(),
      status: integer().notNull(),
      headers: jsonb().$type<Record<string, string>>().notNull(),
      body: text().notNull(),
      expiresAt: timestamp({ withTimezone: true }).notNull(),
    },
    (table) => [primaryKey({ columns: [table.subject, table.route, table.key] })],
  );
export type Table = ReturnType<typeof idempotencyTable>;
export type Scope = { subject: string; route: string; key: string };
export type Stored = Pick<Table["$inferSelect"], "fingerprint" | "status" | "headers" | "body">;

export const nameOf = ({ subject, route, key }: Scope) => JSON.stringify([subject, route, key]);

const { placeholder } = sql;

/** What is stored under a scope and still kept. */
const live = (db: Db, table: Table) =>
  db
    .select()
    .from(table)
    .where(
      and(
        eq(table.subject, placeholder("subject")),
        eq(table.route, placeholder("route")),
        eq(table.key, placeholder("key")),
        gt(table.expiresAt, placeholder("now")),
      ),
    );

export const readStored = async (db: Db, table: Table, scope: Scope, now: Date) => {
  const reading = () => live(db, table).prepare("stored");
  const asked = { ...scope, now: now.toISOString() };
  const [row] = await prepared(db, "stored", reading, table).execute(asked);
  return row;
};

const lockingRead = (db: Db, table: Table) => {
  const found = live(db, table).as("found");
  return db
    .select({
      locked: sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${placeholder("name")}, 0))`,
      fingerprint: found.fingerprint,
      status: found.status,
      headers: found.headers,
      body: found.body,
    })
    .from(sql`(select 1) as one`)
    .leftJoin(found, sql`true`);
};

/** One statement takes the lock and reads the record. A crash releases the lock; nothing gets stuck. */
export const lockAndRead = async (tx: Db, table: Table, scope: Scope, now: Date) => {
  const reading = () => lockingRead(tx, table).prepare("lock");
  const asked = { ...scope, now: now.toISOString(), name: nameOf(scope) };
  const [row] = await prepared(tx, "lock", reading, table).execute(asked);
  if (!row) throw new Error("select returned no row");
  const { locked, fingerprint, status, headers, body } = row;
  if (fingerprint === null || status === null || headers === null || body === null)
    return { locked, stored: undefined };
  return { locked, stored: { fingerprint, status, headers, body } };
};

const saving = (db: Db, table: Table) =>
  db
    .insert(table)
    .values({
      subject: placeholder("subject"),
      route: placeholder("route"),
      key: placeholder("key"),
      fingerprint: placeholder("fingerprint"),
      status: placeholder("status"),
      headers: placeholder("headers"),
      body: placeholder("body"),
      expiresAt: placeholder("expiresAt"),
    })
    .onConflictDoUpdate({
      target: [table.subject, table.route, table.key],
      set: {
        fingerprint: sql`excluded.fingerprint`,
        status: sql`excluded.status`,
        headers: sql`excluded.headers`,
        body: sql`excluded.body`,
        expiresAt: sql`excluded.expires_at`,
      },
      setWhere: lt(table.expiresAt, placeholder("now")),
    })
    .returning({ key: table.key });

/** False where somebody committed the same key between our snapshot and our lock. */
export const save = async (tx: Db, table: Table, row: Table["$inferInsert"], now: Date) => {
  const writing = () => saving(tx, table).prepare("save");
  const said = { ...row, now: now.toISOString() };
  const [saved] = await prepared(tx, "save", writing, table).execute(said);
  return saved !== undefined;
};

/** Deletes a batch of expired answers; returns how many. */
export const pruneIdempotency = async (db: Db, table: Table, now: Date) => {
  const expired = db
    .select({ subject: table.subject, route: table.route, key: table.key })
    .from(table)
    .where(lt(table.expiresAt, now))
    .limit(1000);
  const gone = await db
    .delete(table)
    .where(sql`(${table.subject}, ${table.route}, ${table.key}) in ${expired}`)
    .returning({ key: table.key });
  return gone.length;
};
