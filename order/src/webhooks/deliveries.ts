import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { AppError } from "@jangteo/shared/problem";
import {
  webhookAttempts,
  webhookDeliveries,
  webhookSecrets,
  webhookSubscriptions,
} from "@jangteo/shared/schema/order/webhooks";
import { and, desc, eq, gte, inArray, lt, lte, ne, sql } from "drizzle-orm";

import type { DeliveryQuery, WebhookDelivery } from "../contract/webhook-deliveries.ts";
import { patience } from "./recording.ts";
import { findSubscription } from "./subscriptions.ts";

type Row = typeof webhookDeliveries.$inferSelect;

const toDeliveries = async (db: Db, rows: Row[]): Promise<WebhookDelivery[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const attempts = await db
    .select()
    .from(webhookAttempts)
    .where(inArray(webhookAttempts.deliveryId, ids))
    .orderBy(desc(webhookAttempts.id));
  return rows.map((row) => ({
    ...row,
    attempts: attempts
      .filter(({ deliveryId }) => deliveryId === row.id)
      .map((one) => ({ ...one, at: one.at.toISOString() })),
    nextAttemptAt: row.state === "pending" ? row.dueAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
  }));
};

export const listDeliveries = async (
  db: Db,
  id: string,
  { state, type, after, limit }: DeliveryQuery,
  now: Date,
) => {
  await findSubscription(db, id, now);
  const rows = await db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.subscriptionId, id),
        state && eq(webhookDeliveries.state, state),
        type && eq(webhookDeliveries.type, type),
        after === undefined ? undefined : lt(webhookDeliveries.id, after),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit + 1);
  const items = await toDeliveries(db, rows.slice(0, limit));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

const requireEnabled = async (tx: Db, id: string) => {
  const [row] = await tx
    .select({ state: webhookSubscriptions.state })
    .from(webhookSubscriptions)
    .where(eq(webhookSubscriptions.id, id))
    .for("share");
  if (!row) throw new AppError("not_found", "There is no such subscription");
  if (row.state === "disabled") throw new AppError("conflict", "The subscription is disabled");
};

const due = (now: Date) => ({
  ...{ state: "pending" as const, tries: 0, dueAt: now },
  expiresAt: new Date(now.getTime() + patience),
});

const shown = async (tx: Db, rows: Row[]) => {
  const [delivery] = await toDeliveries(tx, rows);
  if (!delivery) throw new AppError("not_found", "There is no such delivery");
  return delivery;
};

export const findDelivery = async (db: Db, id: string) =>
  shown(db, await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)));

/** Due again from now on; whoever is at it meanwhile has no say any more. */
const anew = (now: Date) => ({
  ...{ ...due(now), claimedUntil: null },
  fencing: sql`${webhookDeliveries.fencing} + 1`,
});

/** Sends the same again, whatever became of it. */
export const replayDelivery = async (tx: Db, id: string, now: Date) => {
  const rows = await tx
    .update(webhookDeliveries)
    .set(anew(now))
    .where(eq(webhookDeliveries.id, id))
    .returning();
  const delivery = await shown(tx, rows);
  await requireEnabled(tx, delivery.subscriptionId);
  return delivery;
};

/** Sends again what was given up of what was to be told since a time; answers how many. */
export const replayFailed = async (tx: Db, subscriptionId: string, since: Date, now: Date) => {
  await requireEnabled(tx, subscriptionId);
  const rows = await tx
    .update(webhookDeliveries)
    .set(anew(now))
    .where(
      and(
        eq(webhookDeliveries.subscriptionId, subscriptionId),
        eq(webhookDeliveries.state, "failed"),
        gte(webhookDeliveries.createdAt, since),
      ),
    )
    .returning({ id: webhookDeliveries.id });
  return rows.length;
};

export const pingSubscription = async (tx: Db, subscriptionId: string, now: Date) => {
  await requireEnabled(tx, subscriptionId);
  const body = JSON.stringify({ type: "ping", timestamp: now.toISOString(), data: {} });
  const ping = { subscriptionId, eventId: uuidv7(), type: "ping", body, createdAt: now };
  return shown(
    tx,
    await tx
      .insert(webhookDeliveries)
      .values({ ...ping, ...due(now) })
      .returning(),
  );
};

const month = 30 * 86_400_000;

/** Gives up what was held too long by a disabled subscription, and drops an old log; answers how many. */
export const cleanDeliveries = async (db: Db, now: Date) => {
  const { id, state, createdAt, expiresAt } = webhookDeliveries;
  await db
    .update(webhookDeliveries)
    .set({ state: "failed" })
    .where(and(eq(state, "pending"), lte(expiresAt, now)));
  await db.delete(webhookSecrets).where(lte(webhookSecrets.expiresAt, now));
  const old = db
    .select({ id })
    .from(webhookDeliveries)
    .where(and(ne(state, "pending"), lt(createdAt, new Date(now.getTime() - month))))
    .limit(1000);
  return (await db.delete(webhookDeliveries).where(inArray(id, old)).returning({ id })).length;
};
