import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { firstTime, type Event } from "@jangteo/shared/outbox";
import { prepared } from "@jangteo/shared/prepared";
import { inbox } from "@jangteo/shared/schema/order/schema";
import { webhookDeliveries, webhookSubscriptions } from "@jangteo/shared/schema/order/webhooks";
import { startConsumer } from "@jangteo/shared/stream";
import { and, sql, type Placeholder } from "drizzle-orm";
import type { Redis } from "ioredis";

import { eventTypes, WebhookData } from "../contract/webhook-events.ts";

const day = 86_400_000;
/** How long a delivery is tried. */
export const patience = 3 * day;

/** A UUIDv7 begins with the milliseconds at which it was made (RFC 9562, section 5.7). */
const madeAt = (eventId: string) =>
  new Date(Number.parseInt(eventId.replaceAll("-", "").slice(0, 12), 16));

/** Says what happened to what, and nothing of persons: who may know more reads it by the API. */
const bodyOf = ({ id, type, payload }: Pick<Event, "id" | "type" | "payload">) =>
  JSON.stringify({
    type,
    timestamp: madeAt(id).toISOString(),
    data: WebhookData.parse(payload),
  });

const wanting = (db: Db, type: string | Placeholder) =>
  db
    .select({ subscriptionId: webhookSubscriptions.id })
    .from(webhookSubscriptions)
    .where(
      and(
        sql`${webhookSubscriptions.state} = 'enabled'`,
        sql`${webhookSubscriptions.eventTypes} @> array[${type}::text]`,
      ),
    );

const isWanted = async (db: Db, type: string) => {
  const wanted = () => wanting(db, sql.placeholder("type")).prepare("wanting");
  return (await prepared(db, "wanting", wanted).execute({ type })).length > 0;
};

/** A delivery for each subscription that wants the event, once, however often the event comes. */
export const recordEvent = async (db: Db, event: Event, now: Date) => {
  // Most events are wanted by nobody, and leave nothing behind.
  if (!(await isWanted(db, event.type))) return;
  await db.transaction(async (tx) => {
    if (!(await firstTime(tx, inbox, "webhooks", event.id))) return;
    const subscriptions = await wanting(tx, event.type).for("share");
    if (subscriptions.length === 0) return;
    const body = bodyOf(event);
    const expiresAt = new Date(now.getTime() + patience);
    const delivery = { eventId: event.id, type: event.type, body, dueAt: now, expiresAt };
    await tx
      .insert(webhookDeliveries)
      .values(subscriptions.map((one) => ({ ...one, ...delivery, createdAt: now })))
      .onConflictDoNothing();
  });
};

const offered: ReadonlySet<string> = new Set(eventTypes);

/** Writes down what is to be delivered of a service's events. */
export const recordEvents = (redis: Redis, service: string, db: Db, clock: Clock, log: Log) =>
  startConsumer({
    ...{ redis, service, group: "order-webhooks", log },
    handle: async (event) => {
      if (offered.has(event.type)) await recordEvent(db, event, clock());
    },
  });
