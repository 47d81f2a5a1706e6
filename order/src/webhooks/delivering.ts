import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import { describeError, type Log } from "@jangteo/shared/log";
import { loop, type Loop } from "@jangteo/shared/loop";
import {
  webhookDeliveries,
  webhookSecrets,
  webhookSubscriptions,
} from "@jangteo/shared/schema/order/webhooks";
import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";

import { post } from "./post.ts";
import type { Sealing } from "./sealing.ts";
import { settle } from "./settling.ts";
import { signedHeaders } from "./signing.ts";
import type { Targets } from "./targets.ts";

export type Postman = {
  db: Db;
  clock: Clock;
  log: Log;
  sealing: Sealing;
  targets: Targets;
  /** Milliseconds that a receiver may take. */
  deadline?: number;
  /** Milliseconds that a process may be silent over a delivery before another takes it over. */
  lease: number;
  random?: () => number;
};
type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** At a time for one receiver, so that a slow one leaves room for others. */
const atOnce = 4;

/** Takes what is due, in one statement; what is sent to a receiver that is dead holds up no other. */
const claim = async ({ db, clock, lease }: Postman, most: number) => {
  const now = clock();
  const at = now.toISOString();
  const due = sql`(select due.id from ${webhookSubscriptions} as subscription
    cross join lateral (select id from ${webhookDeliveries}
      where subscription_id = subscription.id and state = 'pending' and due_at <= ${at}
        and expires_at > ${at} and (claimed_until is null or claimed_until <= ${at})
      order by due_at
      limit greatest(0, ${atOnce}::int - (select count(*) from ${webhookDeliveries}
        where subscription_id = subscription.id and state = 'pending' and claimed_until > ${at}))
      for update skip locked) as due
    where subscription.state = 'enabled' order by random() limit ${most})`;
  return db
    .update(webhookDeliveries)
    .set({
      claimedUntil: new Date(now.getTime() + lease),
      fencing: sql`${webhookDeliveries.fencing} + 1`,
    })
    .where(inArray(webhookDeliveries.id, due))
    .returning();
};

/** The secrets that count, the newest first. */
const secretsOf = async ({ db, sealing }: Postman, subscriptionId: string, now: Date) => {
  const { id, sealed, expiresAt } = webhookSecrets;
  const rows = await db
    .select({ id, sealed })
    .from(webhookSecrets)
    .where(
      and(
        eq(webhookSecrets.subscriptionId, subscriptionId),
        or(isNull(expiresAt), gt(expiresAt, now)),
      ),
    )
    .orderBy(desc(id));
  return rows.map((row) => sealing.open(row.sealed, row.id));
};

/** One attempt. No transaction is open while the receiver is waited for. */
const deliver = async (postman: Postman, row: DeliveryRow) => {
  const { db, clock, targets, deadline = 5000, random = Math.random } = postman;
  const at = clock();
  const [subscription] = await db
    .select({ url: webhookSubscriptions.url })
    .from(webhookSubscriptions)
    .where(eq(webhookSubscriptions.id, row.subscriptionId));
  if (!subscription) return;
  const secrets = await secretsOf(postman, row.subscriptionId, at);
  const headers = signedHeaders({ id: row.eventId, at, body: row.body }, secrets);
  const begun = performance.now();
  const reply = await post(targets, { url: subscription.url, body: row.body, headers }, deadline);
  const duration = Math.round(performance.now() - begun);
  await settle(db, row, { ...reply, at, duration }, { now: clock(), random });
};

/** Sends what is due now, and waits for it; answers how many. */
export const deliverDue = async (postman: Postman, most = 32) => {
  const rows = await claim(postman, most);
  await Promise.all(rows.map((row) => deliver(postman, row)));
  return rows.length;
};

/** Sends what is due, so many at a time, until stopped. */
export const startDeliveries = (postman: Postman, most = 32): Loop => {
  const underWay = new Set<Promise<void>>();
  const begin = (row: DeliveryRow) => {
    const work = deliver(postman, row)
      .catch((error: unknown) =>
        postman.log.warn("A webhook was lost sight of", describeError(error)),
      )
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const running = loop(
    async () => {
      if (underWay.size >= most) await Promise.race(underWay);
      const rows = await claim(postman, most - underWay.size);
      for (const row of rows) begin(row);
      return rows.length;
    },
    500,
    postman.log,
  );
  return {
    stop: async () => {
      await running.stop();
      await Promise.all(underWay);
    },
  };
};
