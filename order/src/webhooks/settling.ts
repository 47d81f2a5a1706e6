import type { Db } from "@jangteo/shared/database";
import {
  webhookAttempts,
  webhookDeliveries,
  webhookSubscriptions,
} from "@jangteo/shared/schema/order/webhooks";
import { and, eq, gt, lte, sql } from "drizzle-orm";

type Row = typeof webhookDeliveries.$inferSelect;
type Attempt = Pick<
  typeof webhookAttempts.$inferSelect,
  "at" | "duration" | "status" | "error" | "answer"
>;

const second = 1000;
const hour = 3600 * second;

/** 5 s, then four times as long each time, up to 8 h; up to half of it less, so that many spread. */
const backoff = (tries: number, random: () => number) =>
  Math.min(5 * second * 4 ** (tries - 1), 8 * hour) * (1 - random() / 2);

const wasTaken = ({ status }: Attempt) => status !== null && status >= 200 && status < 300;

const disable = (tx: Db, id: string, reason: "failing" | "gone", now: Date) =>
  tx
    .update(webhookSubscriptions)
    .set({
      ...{ state: "disabled", reason, updatedAt: now },
      version: sql`${webhookSubscriptions.version} + 1`,
    })
    .where(
      and(
        eq(webhookSubscriptions.id, id),
        eq(webhookSubscriptions.state, "enabled"),
        reason === "gone"
          ? undefined
          : lte(webhookSubscriptions.failingSince, new Date(now.getTime() - 48 * hour)),
      ),
    );

const noteSuccess = (tx: Db, id: string) =>
  tx
    .update(webhookSubscriptions)
    .set({ failures: 0, failingSince: null })
    .where(and(eq(webhookSubscriptions.id, id), gt(webhookSubscriptions.failures, 0)));

const noteFailure = (tx: Db, id: string, now: Date) =>
  tx
    .update(webhookSubscriptions)
    .set({
      failures: sql`${webhookSubscriptions.failures} + 1`,
      failingSince: sql`coalesce(${webhookSubscriptions.failingSince}, ${now.toISOString()})`,
    })
    .where(eq(webhookSubscriptions.id, id));

/**
 * Writes down an attempt and what comes of it: delivered, tried again later, or given up. A
 * subscription whose receiver is gone (410), or which took nothing for two days when a delivery is
 * given up, is disabled.
 */
export const settle = (
  db: Db,
  row: Row,
  attempt: Attempt,
  { now, random }: { now: Date; random: () => number },
) =>
  db.transaction(async (tx) => {
    const { id, subscriptionId, fencing } = row;
    const tries = row.tries + 1;
    const taken = wasTaken(attempt);
    const dueAt = new Date(now.getTime() + backoff(tries, random));
    const isOver = dueAt >= row.expiresAt;
    const state = taken ? "delivered" : isOver ? "failed" : "pending";
    // Deleted meanwhile, or taken over by another process, whose word then counts.
    const [settled] = await tx
      .update(webhookDeliveries)
      .set({ state, tries, dueAt, claimedUntil: null })
      .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.fencing, fencing)))
      .returning({ id: webhookDeliveries.id });
    if (!settled) return;
    await tx.insert(webhookAttempts).values({ deliveryId: id, ...attempt });
    if (taken) {
      await noteSuccess(tx, subscriptionId);
      return;
    }
    await noteFailure(tx, subscriptionId, now);
    if (attempt.status === 410) await disable(tx, subscriptionId, "gone", now);
    else if (isOver) await disable(tx, subscriptionId, "failing", now);
  });
