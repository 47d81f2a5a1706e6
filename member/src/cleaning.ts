import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { loop } from "@jangteo/shared/loop";
import { pruneOutbox } from "@jangteo/shared/outbox";
import {
  answeredChallenges,
  emailChanges,
  farewells,
  idempotency,
  inbox,
  outbox,
  passwordResets,
  secondFactorEnrolments,
  signUps,
} from "@jangteo/shared/schema/member";
import { wishlists } from "@jangteo/shared/schema/member/wishlist";
import { pruneIdempotency } from "@jangteo/shared/stored-answers";
import { and, isNotNull, lt } from "drizzle-orm";

const minute = 60_000;
const day = 24 * 60 * minute;
/** As long as the storefront's cookie says who a guest is. */
const guestLife = 30 * day;

/** Forgets what has expired: answers, links, events that everybody has seen. Returns how many rows. */
export const clean = async (db: Db, now: Date) => {
  await db.delete(signUps).where(lt(signUps.expiresAt, now));
  await db.delete(passwordResets).where(lt(passwordResets.expiresAt, now));
  await db.delete(secondFactorEnrolments).where(lt(secondFactorEnrolments.expiresAt, now));
  await db.delete(answeredChallenges).where(lt(answeredChallenges.expiresAt, now));
  const yesterday = new Date(now.getTime() - day);
  await db.delete(emailChanges).where(lt(emailChanges.createdAt, yesterday));
  await db.delete(farewells).where(lt(farewells.createdAt, yesterday));
  const lapsed = new Date(now.getTime() - guestLife);
  await db.delete(wishlists).where(and(isNotNull(wishlists.guestId), lt(wishlists.usedAt, lapsed)));
  return (
    (await pruneIdempotency(db, idempotency, now)) + (await pruneOutbox(db, outbox, inbox, now))
  );
};

export const startCleaning = (db: Db, log: Log) => loop(() => clean(db, new Date()), minute, log);
