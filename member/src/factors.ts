import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { members, passkeys, secondFactors } from "@jangteo/shared/schema/member";
import { and, eq, isNotNull, sql } from "drizzle-orm";

/** Since when an app is enrolled; null when none is. */
export const findEnrolledAt = async (db: Db, memberId: string) => {
  const [found] = await db
    .select({ enrolledAt: secondFactors.enrolledAt })
    .from(secondFactors)
    .where(eq(secondFactors.memberId, memberId));
  return found?.enrolledAt ?? null;
};

export const hasPasskey = async (db: Db, memberId: string) => {
  const mine = eq(passkeys.memberId, memberId);
  return (await db.select({ id: passkeys.id }).from(passkeys).where(mine).limit(1)).length === 1;
};

const heldBy = (db: Db) => {
  const enrolled = db
    .select({ one: sql`1` })
    .from(secondFactors)
    .where(and(eq(secondFactors.memberId, members.id), isNotNull(secondFactors.enrolledAt)));
  const registered = db
    .select({ one: sql`1` })
    .from(passkeys)
    .where(eq(passkeys.memberId, members.id));
  return db
    .select({
      secondFactor: sql<boolean>`exists ${enrolled}`,
      passkey: sql<boolean>`exists ${registered}`,
    })
    .from(members)
    .where(eq(members.id, sql.placeholder("id")))
    .prepare("factors");
};

/** What a member holds beside the password. */
export const factorsOf = async (db: Db, memberId: string) => {
  const [held] = await prepared(db, "factors", () => heldBy(db)).execute({ id: memberId });
  return held ?? { secondFactor: false, passkey: false };
};
