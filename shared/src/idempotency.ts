import { createHmac } from "node:crypto";

import canonicalize from "canonicalize";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import {
  getTableConfig,
  integer,
  jsonb,
  primaryKey,
  text,
  timestamp,
  type PgSchema,
} from "drizzle-orm/pg-core";
import type { Context, Input } from "hono";
import { routePath } from "hono/route";

import { systemClock, type Clock } from "./clock.ts";
import type { ServiceEnv } from "./context.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";
import { answerProblem, AppError, type Code } from "./problem.ts";

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
type Table = ReturnType<typeof idempotencyTable>;
type Scope = { subject: string; route: string; key: string };
type Call = { scope: Scope; fingerprint: string; now: Date };
type Stored = Pick<Table["$inferSelect"], "fingerprint" | "status" | "headers" | "body">;

export type Idempotency = {
  db: Db;
  table: Table;
  /** Keys the fingerprint, so that a stored one cannot be tested against guessed passwords. */
  secret: string;
  clock?: Clock;
  /** Seconds an answer is kept. */
  retention?: number;
};

const day = 86_400;
/** Business refusals that a retry would meet again; everything else is executed afresh. */
const lasting: Code[] = ["not_found", "conflict"];

const scopeOf = <P extends string, I extends Input>(c: Context<ServiceEnv, P, I>): Scope => ({
  subject: c.get("identity").sub,
  route: `${c.req.method} ${routePath(c, -1)}`,
  key: (c.req.header("idempotency-key") ?? "").replace(/^"(.*)"$/, "$1"),
});

const fingerprintOf = async <P extends string, I extends Input>(
  c: Context<ServiceEnv, P, I>,
  { route }: Scope,
  secret: string,
) => {
  const query = Object.entries(c.req.queries()).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const body: unknown = c.req.raw.body === null ? null : await c.req.json();
  const parts = canonicalize([route, c.req.param(), query, body]) ?? "";
  return createHmac("sha256", secret).update(parts).digest("base64url");
};

const nameOf = ({ subject, route, key }: Scope) => JSON.stringify([subject, route, key]);

const { placeholder } = sql;
const shapeOf = (table: Table, what: string) =>
  `${getTableConfig(table).schema} idempotency ${what}`;

/** What is stored under a scope and still kept. */
const stored = (db: Db, table: Table) =>
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

const readStored = async (db: Db, table: Table, scope: Scope, now: Date) => {
  const shape = shapeOf(table, "read");
  const [row] = await prepared(db, shape, () => stored(db, table).prepare(shape)).execute({
    ...{ ...scope, now: now.toISOString() },
  });
  return row;
};

const lockingRead = (db: Db, table: Table) => {
  const found = stored(db, table).as("found");
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
const lockAndRead = async (tx: Db, table: Table, scope: Scope, now: Date) => {
  const shape = shapeOf(table, "lock");
  const [row] = await prepared(tx, shape, () => lockingRead(tx, table).prepare(shape)).execute({
    ...{ ...scope, now: now.toISOString(), name: nameOf(scope) },
  });
  if (!row) throw new Error("select returned no row");
  const { locked, fingerprint, status, headers, body } = row;
  if (fingerprint === null || status === null || headers === null || body === null)
    return { locked, stored: undefined };
  return { locked, stored: { fingerprint, status, headers, body } };
};

const inFlight = () =>
  new AppError("in_flight", "The first request with this key is still running", {
    headers: { "retry-after": "1" },
  });

const keptHeaders = ["content-type", "location", "etag"];
const toStored = async (response: Response, fingerprint: string): Promise<Stored> => ({
  fingerprint,
  status: response.status,
  headers: Object.fromEntries([...response.headers].filter(([name]) => keptHeaders.includes(name))),
  body: await response.clone().text(),
});

const replay = ({ status, headers, body, ...stored }: Stored, fingerprint: string) => {
  if (stored.fingerprint !== fingerprint)
    throw new AppError("key_reused", "This Idempotency-Key was used with another request");
  return new Response(body === "" ? null : body, {
    status,
    headers: { ...headers, "idempotency-replayed": "true" },
  });
};

/** Zero rows: somebody committed the same key between our snapshot and our lock. */
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

const save = async (tx: Db, table: Table, row: Table["$inferInsert"], now: Date) => {
  const shape = shapeOf(table, "save");
  const [saved] = await prepared(tx, shape, () => saving(tx, table).prepare(shape)).execute({
    ...{ ...row, now: now.toISOString() },
  });
  if (!saved) throw inFlight();
};

/** A stored answer was made by the same route, so it has the type of the route's answers. */
const asAnswerOf = <R extends Response>(_work: Work<R, never>, response: Response): R =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  response as R;

type Work<R, T> = (tx: Db, prepared: T) => Promise<R>;

/**
 * `once(c, work)` runs `work` once for one Idempotency-Key, in the transaction that stores its
 * answer; the answer leaves after the commit. A lasting refusal undoes the work and is stored too.
 * `onceAfter(c, prepare, work)` does expensive pure work, such as hashing, before the transaction,
 * and only when no answer is stored yet. An answer that is not final is given, and not stored.
 */
export const createOnce = (options: Idempotency) => {
  const { db, table, secret, clock = systemClock, retention = day } = options;
  const preparing = new Set<string>();

  const settle = <R extends Response>(
    call: Call,
    work: Work<R, undefined>,
    isFinal: (response: R) => boolean,
  ) =>
    db.transaction(async (tx) => {
      const { scope, fingerprint, now } = call;
      const { locked, stored } = await lockAndRead(tx, table, scope, now);
      if (stored) return asAnswerOf(work, replay(stored, fingerprint));
      if (!locked) throw inFlight();
      const response = await work(tx, undefined);
      if (!isFinal(response)) return response;
      const kept = await toStored(response, fingerprint);
      const expiresAt = new Date(now.getTime() + retention * 1000);
      await save(tx, table, { ...scope, ...kept, expiresAt }, now);
      return response;
    });

  const callOf = async <P extends string, I extends Input>(c: Context<ServiceEnv, P, I>) => {
    const scope = scopeOf(c);
    return { scope, fingerprint: await fingerprintOf(c, scope, secret), now: clock() };
  };

  const run = async <R extends Response, P extends string, I extends Input>(
    c: Context<ServiceEnv, P, I>,
    call: Call,
    work: Work<R, undefined>,
    isFinal: (response: R) => boolean = () => true,
  ) => {
    try {
      return await settle(call, work, isFinal);
    } catch (error) {
      if (!(error instanceof AppError && lasting.includes(error.code))) throw error;
      return settle(
        call,
        async () => asAnswerOf(work, answerProblem(c, error)),
        () => true,
      );
    }
  };

  const once = async <R extends Response, P extends string, I extends Input>(
    c: Context<ServiceEnv, P, I>,
    work: Work<R, undefined>,
  ) => run(c, await callOf(c), work);

  const onceAfter = async <R extends Response, P extends string, I extends Input, T>(
    c: Context<ServiceEnv, P, I>,
    prepare: () => Promise<T>,
    work: Work<R, T>,
    isFinal?: (response: R) => boolean,
  ) => {
    const call = await callOf(c);
    const name = nameOf(call.scope);
    const known = await readStored(db, table, call.scope, call.now);
    if (known) return asAnswerOf(work, replay(known, call.fingerprint));
    // Duplicates that arrive meanwhile are told at once, instead of preparing as well.
    if (preparing.has(name)) throw inFlight();
    preparing.add(name);
    try {
      const prepared = await prepare();
      return await run(c, call, (tx) => work(tx, prepared), isFinal);
    } finally {
      preparing.delete(name);
    }
  };

  return { once, onceAfter };
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
