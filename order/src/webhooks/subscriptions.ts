import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { webhookSecrets, webhookSubscriptions } from "@jangteo/shared/schema/order/webhooks";
import { and, desc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";

import type {
  NewWebhookSubscription,
  WebhookPage,
  WebhookSubscriptionChange,
} from "../contract/webhook-subscriptions.ts";
import type { Sealing } from "./sealing.ts";
import { newSecret } from "./signing.ts";
import { findTarget, TargetRefused, type Targets } from "./targets.ts";

type Row = typeof webhookSubscriptions.$inferSelect;

/** Refuses a URL that nothing would be sent to. */
export const requireTarget = async (targets: Targets, url: string | undefined) => {
  if (url === undefined) return;
  try {
    await findTarget(targets, url);
  } catch (error) {
    if (!(error instanceof TargetRefused)) throw error;
    throw invalidField("/url", error.rule, error.message);
  }
};

const iso = (at: Date | null) => at?.toISOString() ?? null;
const stillCount = (now: Date) =>
  or(isNull(webhookSecrets.expiresAt), gt(webhookSecrets.expiresAt, now));

const toSubscriptions = async (db: Db, rows: Row[], now: Date) => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const secrets = await db
    .select()
    .from(webhookSecrets)
    .where(and(inArray(webhookSecrets.subscriptionId, ids), stillCount(now)))
    .orderBy(desc(webhookSecrets.id));
  return rows.map((row) => ({
    ...row,
    failingSince: iso(row.failingSince),
    createdAt: row.createdAt.toISOString(),
    secrets: secrets
      .filter(({ subscriptionId }) => subscriptionId === row.id)
      .map(({ id, createdAt, expiresAt }) => ({
        ...{ id, createdAt: createdAt.toISOString(), expiresAt: iso(expiresAt) },
      })),
  }));
};

const missing = () => new AppError("not_found", "There is no such subscription");
const only = <T>([row]: T[]): T => {
  if (row === undefined) throw missing();
  return row;
};

export const listSubscriptions = async (db: Db, { after, limit }: WebhookPage, now: Date) => {
  const rows = await db
    .select()
    .from(webhookSubscriptions)
    .where(after === undefined ? undefined : lt(webhookSubscriptions.id, after))
    .orderBy(desc(webhookSubscriptions.id))
    .limit(limit + 1);
  const items = await toSubscriptions(db, rows.slice(0, limit), now);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

export const findSubscription = async (db: Db, id: string, now: Date) => {
  const rows = await db.select().from(webhookSubscriptions).where(eq(webhookSubscriptions.id, id));
  return only(await toSubscriptions(db, rows, now));
};

const addSecret = async (tx: Db, sealing: Sealing, subscriptionId: string, now: Date) => {
  const id = uuidv7();
  const sealed = sealing.seal(newSecret(), id);
  await tx.insert(webhookSecrets).values({ id, subscriptionId, sealed, createdAt: now });
  return id;
};

export const addSubscription = async (
  tx: Db,
  sealing: Sealing,
  wanted: NewWebhookSubscription,
  now: Date,
) => {
  const times = { createdAt: now, updatedAt: now };
  const rows = await tx
    .insert(webhookSubscriptions)
    .values({ ...wanted, ...times })
    .returning();
  const secretId = await addSecret(tx, sealing, only(rows).id, now);
  return { ...only(await toSubscriptions(tx, rows, now)), secretId };
};

const stateOf = (state: Row["state"] | undefined) => {
  if (state === undefined) return {};
  return state === "enabled"
    ? { state, reason: null, failures: 0, failingSince: null }
    : { state, reason: "staff" as const };
};

/** Changes what `version` was seen of. */
export const changeSubscription = async (
  tx: Db,
  { id, version }: { id: string; version: number },
  { state, ...change }: WebhookSubscriptionChange,
  now: Date,
) => {
  const rows = await tx
    .update(webhookSubscriptions)
    .set({ ...change, ...stateOf(state), version: version + 1, updatedAt: now })
    .where(and(eq(webhookSubscriptions.id, id), eq(webhookSubscriptions.version, version)))
    .returning();
  if (rows.length > 0) return only(await toSubscriptions(tx, rows, now));
  await findSubscription(tx, id, now);
  throw new AppError("precondition_failed", "It changed since; read it again");
};

export const removeSubscription = async (db: Db, id: string) => {
  const { id: name } = webhookSubscriptions;
  only(await db.delete(webhookSubscriptions).where(eq(name, id)).returning({ id: name }));
};

/** A new secret; the ones before sign for a while longer. */
export const replaceSecret = async (
  tx: Db,
  sealing: Sealing,
  { id, overlapHours }: { id: string; overlapHours: number },
  now: Date,
) => {
  const { id: name } = webhookSubscriptions;
  const held = tx.select({ name }).from(webhookSubscriptions).where(eq(name, id));
  only(await held.for("update"));
  const expiresAt = new Date(now.getTime() + overlapHours * 3_600_000);
  const before = eq(webhookSecrets.subscriptionId, id);
  await tx
    .update(webhookSecrets)
    .set({ expiresAt })
    .where(
      and(before, or(isNull(webhookSecrets.expiresAt), gt(webhookSecrets.expiresAt, expiresAt))),
    );
  return { secretId: await addSecret(tx, sealing, id, now) };
};

/** What an answer shows once and the database keeps sealed; null after it ended. */
export const openSecret = async (db: Db, sealing: Sealing, secretId: string, now: Date) => {
  const [row] = await db
    .select({ sealed: webhookSecrets.sealed })
    .from(webhookSecrets)
    .where(and(eq(webhookSecrets.id, secretId), stillCount(now)));
  return row ? sealing.open(row.sealed, secretId) : null;
};
