import { and, asc, eq, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import {
  index,
  jsonb,
  primaryKey,
  text,
  timestamp,
  uuid,
  type PgSchema,
} from "drizzle-orm/pg-core";

import type { Db } from "./database.ts";
import { fixedLimit, prepared } from "./prepared.ts";
import { insertRows } from "./rows.ts";
import { currentTrace, traceparent } from "./trace.ts";

export type Event = { id: string; type: string; payload: unknown; traceparent: string | null };

/** Events of one service, written in the transaction that caused them. */
export const outboxTable = (schema: PgSchema) =>
  schema.table(
    "outbox",
    {
      id: uuid()
        .primaryKey()
        .default(sql`uuidv7()`),
      type: text().notNull(),
      payload: jsonb().notNull(),
      traceparent: text(),
      claimedUntil: timestamp({ withTimezone: true }),
      sentAt: timestamp({ withTimezone: true }),
    },
    (table) => [
      index("outbox_waiting")
        .on(table.id)
        .where(sql`sent_at is null`),
    ],
  );
export type Outbox = ReturnType<typeof outboxTable>;

/** Events a consumer has applied, written in the transaction of their effect. */
export const inboxTable = (schema: PgSchema) =>
  schema.table(
    "inbox",
    {
      consumer: text().notNull(),
      eventId: uuid().notNull(),
      appliedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    },
    (table) => [primaryKey({ columns: [table.consumer, table.eventId] })],
  );
export type Inbox = ReturnType<typeof inboxTable>;

const { placeholder } = sql;

/** What an event is told to be caused by: the present request. */
export const traceNow = () => {
  const trace = currentTrace();
  return trace ? traceparent(trace) : null;
};

/** Events of one type, in this order. */
export const publishAll = async (tx: Db, outbox: Outbox, type: string, payloads: unknown[]) => {
  if (payloads.length === 0) return;
  const from = traceNow();
  await insertRows(
    tx,
    outbox,
    payloads.map((payload) => ({ type, payload, traceparent: from })),
  );
};

export const publish = async (tx: Db, outbox: Outbox, type: string, payload: unknown) => {
  const writing = () =>
    tx
      .insert(outbox)
      .values({
        type: placeholder("type"),
        payload: placeholder("payload"),
        traceparent: placeholder("traceparent"),
      })
      .prepare("publish");
  const row = { type, payload, traceparent: traceNow() };
  await prepared(tx, "publish", writing, outbox).execute(row);
};

/**
 * Publishes within the statement that causes the events: `events` selects `type` and `payload` of each. Its
 * placeholder `traceparent` is `traceNow()`.
 */
export const publishing = (db: Db, outbox: Outbox, events: SQL) =>
  db.insert(outbox).select(sql`select uuidv7(), type, payload, ${placeholder("traceparent")}::text,
    null::timestamptz, null::timestamptz from (${events}) as event`);

const claiming = (db: Db, outbox: Outbox, batchSize: number) => {
  const free = or(isNull(outbox.claimedUntil), lt(outbox.claimedUntil, sql`now()`));
  const waiting = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNull(outbox.sentAt), free))
    .orderBy(asc(outbox.id))
    .limit(fixedLimit(batchSize))
    .for("update", { skipLocked: true });
  return db
    .update(outbox)
    .set({ claimedUntil: sql`now() + interval '30 seconds'` })
    .where(inArray(outbox.id, waiting))
    .returning({
      id: outbox.id,
      type: outbox.type,
      payload: outbox.payload,
      traceparent: outbox.traceparent,
    });
};

const marking = (db: Db, outbox: Outbox) =>
  db
    .update(outbox)
    .set({ sentAt: sql`now()` })
    .where(sql`${outbox.id} = any(${placeholder("ids")}::uuid[])`);

/**
 * Sends what waits, at least once, oldest first; returns how many. Safe from many processes: rows
 * are claimed in one statement, sent outside any transaction, then marked.
 */
export const relay = async (
  db: Db,
  outbox: Outbox,
  send: (events: Event[]) => Promise<void>,
  batchSize = 100,
) => {
  const claim = () => claiming(db, outbox, batchSize).prepare("relay");
  const batch = await prepared(db, `relay ${batchSize}`, claim, outbox).execute({});
  if (batch.length === 0) return 0;
  await send(batch.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const ids = `{${batch.map(({ id }) => id).join(",")}}`;
  await prepared(db, "sent", () => marking(db, outbox).prepare("sent"), outbox).execute({ ids });
  return batch.length;
};

/** Whether this consumer applies the event now, for the first time. Call it in the effect's transaction. */
export const firstTime = async (tx: Db, inbox: Inbox, consumer: string, eventId: string) => {
  const note = () =>
    tx
      .insert(inbox)
      .values({ consumer: placeholder("consumer"), eventId: placeholder("eventId") })
      .onConflictDoNothing()
      .returning({ eventId: inbox.eventId })
      .prepare("first_time");
  const rows = await prepared(tx, "first time", note, inbox).execute({ consumer, eventId });
  return rows.length === 1;
};

/** Whether this consumer has applied the event. */
export const wasApplied = async (db: Db, inbox: Inbox, consumer: string, eventId: string) => {
  const reading = () =>
    db
      .select({ eventId: inbox.eventId })
      .from(inbox)
      .where(
        and(eq(inbox.consumer, placeholder("consumer")), eq(inbox.eventId, placeholder("eventId"))),
      )
      .prepare("was_applied");
  const rows = await prepared(db, "was applied", reading, inbox).execute({ consumer, eventId });
  return rows.length > 0;
};

const week = 7 * 86_400_000;

/** Deletes a batch of events that were sent, and of inbox rows, older than a week; returns how many. */
export const pruneOutbox = async (db: Db, outbox: Outbox, inbox: Inbox, now: Date) => {
  const before = new Date(now.getTime() - week);
  const old = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(lt(outbox.sentAt, before))
    .limit(1000);
  const gone = await db.delete(outbox).where(inArray(outbox.id, old)).returning({ id: outbox.id });
  await db.delete(inbox).where(lt(inbox.appliedAt, before));
  return gone.length;
};
