import { isUniqueViolation, type Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { invalidField } from "@jangteo/shared/problem";
import { emailChanges, members, passwordResets, signUps } from "@jangteo/shared/schema/member";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";

import { announce } from "./audit.ts";
import { lockMember } from "./members.ts";
import { hashToken, type OneTimeTokens } from "./one-time-tokens.ts";

const hour = 3_600_000;
const mailsPerHour = 3;

const waitingFor = (memberId: string) =>
  and(eq(emailChanges.memberId, memberId), isNull(emailChanges.completedAt));

/** Links that were asked for before do nothing any more. */
export const forgetEmailChanges = async (db: Db, memberId: string, now: Date) => {
  await db
    .update(emailChanges)
    .set({ expiresAt: now })
    .where(and(waitingFor(memberId), gt(emailChanges.expiresAt, now)));
};

export const findPendingEmail = async (db: Db, memberId: string, now: Date) => {
  const [pending] = await db
    .select({ email: emailChanges.email })
    .from(emailChanges)
    .where(and(waitingFor(memberId), gt(emailChanges.expiresAt, now)));
  return pending?.email ?? null;
};

/** Sends the link. Whether the address is another member's shows nowhere but in its own mailbox. */
export const requestEmailChange = async (
  db: Db,
  tokens: OneTimeTokens,
  memberId: string,
  email: string,
  now: Date,
) => {
  const { email: previousEmail } = await lockMember(db, memberId);
  if (email === previousEmail)
    throw invalidField("/email", "unchanged", "This is your address already");
  const since = new Date(now.getTime() - hour);
  const recent = and(eq(emailChanges.memberId, memberId), gt(emailChanges.createdAt, since));
  const [sent] = await db.select({ mails: count() }).from(emailChanges).where(recent);
  if (sent && sent.mails >= mailsPerHour) return;
  await forgetEmailChanges(db, memberId, now);
  const id = uuidv7(now.getTime());
  const expiresAt = new Date(now.getTime() + 24 * hour);
  const tokenHash = hashToken(tokens.issue("email", id));
  await db
    .insert(emailChanges)
    .values({ id, memberId, email, previousEmail, tokenHash, expiresAt, createdAt: now });
  await announce(db, "member.email_change_requested", { memberId, emailChangeId: id });
};

const gone = () => invalidField("/token", "expired", "The link was used before, or is too old");

const complete = (db: Db, token: string, now: Date) =>
  db.transaction(async (tx) => {
    const live = and(
      eq(emailChanges.tokenHash, hashToken(token)),
      isNull(emailChanges.completedAt),
      gt(emailChanges.expiresAt, now),
    );
    const [waiting] = await tx
      .select({ memberId: emailChanges.memberId })
      .from(emailChanges)
      .where(live);
    if (!waiting) throw gone();
    const { memberId } = waiting;
    await lockMember(tx, memberId);
    const [change] = await tx
      .update(emailChanges)
      .set({ completedAt: now })
      .where(live)
      .returning({ id: emailChanges.id, email: emailChanges.email });
    if (!change) throw gone();
    const { id: emailChangeId, email } = change;
    await tx
      .update(members)
      .set({ email, updatedAt: sql`now()` })
      .where(eq(members.id, memberId));
    await tx.delete(passwordResets).where(eq(passwordResets.memberId, memberId));
    await tx.delete(signUps).where(eq(signUps.email, email));
    await announce(tx, "member.email_changed", { memberId, emailChangeId });
    return { email };
  });

/** The token of the mail makes the new address the member's, once. */
export const completeEmailChange = async (db: Db, token: string, now: Date) => {
  try {
    return await complete(db, token, now);
  } catch (error) {
    if (isUniqueViolation(error)) throw gone();
    throw error;
  }
};
