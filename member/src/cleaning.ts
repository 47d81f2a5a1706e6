import type { Db } from "@jangteo/shared/database";
import { pruneIdempotency } from "@jangteo/shared/idempotency";
import type { Log } from "@jangteo/shared/log";
import { pruneOutbox } from "@jangteo/shared/outbox";
import { idempotency, inbox, outbox, passwordResets, signUps } from "@jangteo/shared/schema/member";
import { loop } from "@jangteo/shared/stream";
import { lt } from "drizzle-orm";

const minute = 60_000;

/** Forgets what has expired: answers, links, events that everybody has seen. Returns how many rows. */
const clean = async (db: Db, now: Date) => {
  await db.delete(signUps).where(lt(signUps.expiresAt, now));
  await db.delete(passwordResets).where(lt(passwordResets.expiresAt, now));
  return (
    (await pruneIdempotency(db, idempotency, now)) + (await pruneOutbox(db, outbox, inbox, now))
  );
};

export const startCleaning = (db: Db, log: Log) => loop(() => clean(db, new Date()), minute, log);
