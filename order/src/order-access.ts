import { createHmac } from "node:crypto";

import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { orderAccess, wrongLookups } from "@jangteo/shared/schema/order/guests";
import { orders } from "@jangteo/shared/schema/order/orders";
import { and, eq, gt, inArray, like, lt, or, sql } from "drizzle-orm";

const hour = 3_600_000;
const day = 24 * hour;
/** How often a number, or an e-mail address, may be looked up in vain within the hour. */
const mostWrong = 10;

/** Orders of this subject's, and those that it found by number and e-mail address not long ago. */
export const isReadableBy = (db: Db, subject: string) =>
  or(
    eq(orders.owner, subject),
    inArray(
      orders.id,
      db
        .select({ id: orderAccess.orderId })
        .from(orderAccess)
        .where(and(eq(orderAccess.subject, subject), gt(orderAccess.until, sql`now()`))),
    ),
  );

const noSuchOrder = () =>
  new AppError("not_found", "No order has this number and this e-mail address");

const tooMany = (waits: number) =>
  new AppError("rate_limited", "Looked up too often; wait a little", {
    headers: { "retry-after": String(Math.max(1, Math.ceil(waits / 1000))) },
  });

type Lookup = { number: number; email: string; subject: string };

const subjectsOf = ({ number, email }: Lookup, secret: string) =>
  [
    `number:${number}`,
    `email:${createHmac("sha256", secret).update(email).digest("base64url")}`,
  ].toSorted();

const hourBefore = (now: Date) => new Date(now.getTime() - hour).toISOString();

/** Counts a look-up as wrong before anything is known of it, so that none at the same time goes uncounted. */
const count = async (tx: Db, subjects: string[], now: Date) => {
  const counted = await tx
    .insert(wrongLookups)
    .values(subjects.map((subject) => ({ subject, count: 1, since: now })))
    .onConflictDoUpdate({
      target: wrongLookups.subject,
      set: {
        count: sql`case when ${wrongLookups.since} > ${hourBefore(now)} then least(${wrongLookups.count} + 1, ${mostWrong + 1}) else 1 end`,
        since: sql`case when ${wrongLookups.since} > ${hourBefore(now)} then ${wrongLookups.since} else excluded.since end`,
      },
    })
    .returning();
  const spent = counted.find((one) => one.count > mostWrong);
  if (spent) throw tooMany(spent.since.getTime() + hour - now.getTime());
};

/**
 * The order that was placed without an account under this number and e-mail address; whoever asks may
 * read it for a day. A wrong number and a wrong address are one and the same: the same statements, the
 * same refusal. The count of wrong look-ups stays when the look-up is refused.
 */
export const findByNumber = async (db: Db, lookup: Lookup, secret: string, now: Date) => {
  const { number, email, subject } = lookup;
  const subjects = subjectsOf(lookup, secret);
  await count(db, subjects, now);
  const [found] = await db
    .select({ id: orders.id, owner: orders.owner })
    .from(orders)
    .where(
      and(eq(orders.number, number), eq(orders.email, email), like(orders.placedBy, "guest:%")),
    );
  if (!found) throw noSuchOrder();
  const until = new Date(now.getTime() + day);
  await db.transaction(async (tx) => {
    await tx
      .insert(orderAccess)
      .values({ orderId: found.id, subject, until })
      .onConflictDoUpdate({ target: [orderAccess.orderId, orderAccess.subject], set: { until } });
    for (const counted of subjects)
      await tx
        .update(wrongLookups)
        .set({ count: sql`greatest(${wrongLookups.count} - 1, 0)` })
        .where(eq(wrongLookups.subject, counted));
  });
  return found.id;
};

/** Deletes what no longer counts; returns how much. */
export const pruneLookups = async (db: Db, now: Date) => {
  const old = new Date(now.getTime() - hour);
  const wrong = await db
    .delete(wrongLookups)
    .where(lt(wrongLookups.since, old))
    .returning({ subject: wrongLookups.subject });
  const over = await db
    .delete(orderAccess)
    .where(lt(orderAccess.until, now))
    .returning({ id: orderAccess.orderId });
  return wrong.length + over.length;
};
