import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { auditEvents, outbox } from "@jangteo/shared/schema/member";
import { and, desc, eq, lt } from "drizzle-orm";

type Row = typeof auditEvents.$inferInsert;
type Entry = Omit<Row, "at" | "details"> & { at?: Date; details?: Record<string, unknown> };

/** Adds to the audit, in the transaction of what it tells. Give it ids, never names or addresses. */
export const record = async (db: Db, { at = new Date(), details = {}, ...entry }: Entry) => {
  await db.insert(auditEvents).values({ ...entry, at, details });
};

/** Something a member did to the own account: an event for whom it concerns, and an audit row. */
export const announce = async (
  db: Db,
  action: string,
  { memberId, ...event }: { memberId: string } & Record<string, unknown>,
) => {
  await publish(db, outbox, action, { memberId, ...event });
  await record(db, { action, actor: memberId, subject: memberId });
};

const toAuditEvent = ({ at, ...row }: typeof auditEvents.$inferSelect) => ({
  ...row,
  at: at.toISOString(),
});

type Page = {
  memberId?: string | undefined;
  action?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/** The newest first. `next` is where the following page begins. */
export const listAuditEvents = async (db: Db, { memberId, action, after, limit }: Page) => {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        memberId ? eq(auditEvents.subject, memberId) : undefined,
        action ? eq(auditEvents.action, action) : undefined,
        after ? lt(auditEvents.id, after) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(toAuditEvent);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

export const findAuditEventsAbout = async (db: Db, memberId: string) => {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, memberId))
    .orderBy(desc(auditEvents.id));
  return rows.map(toAuditEvent);
};
