import type { Db } from "@jangteo/shared/database";
import { passkeys, secondFactors } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

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

/** What a member holds beside the password. */
export const factorsOf = async (db: Db, memberId: string) => ({
  secondFactor: (await findEnrolledAt(db, memberId)) !== null,
  passkey: await hasPasskey(db, memberId),
});
