import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publish } from "@jangteo/shared/outbox";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { members, outbox, passwordResets } from "@jangteo/shared/schema/member";
import { and, count, eq, gt, sql } from "drizzle-orm";

import { findMember } from "./members.ts";
import { hashToken, type OneTimeTokens } from "./one-time-tokens.ts";
import type { Passwords } from "./passwords.ts";

const minute = 60_000;
const mailsPerHour = 3;
const nextEpoch = sql`${members.sessionEpoch} + 1`;

/** Whose password it is. A wrong one and an unknown address are told apart neither by answer nor by time. */
export const verifyCredential = async (
  db: Db,
  passwords: Passwords,
  { email, password }: { email: string; password: string },
) => {
  const [found] = await db.select().from(members).where(eq(members.email, email));
  const right = await passwords.verify(found?.passwordHash, password);
  if (!found || !right) throw new AppError("not_found", "No such e-mail address and password");
  const { id: memberId, sessionEpoch: epoch, roles, language } = found;
  return { memberId, epoch, roles, language };
};

export const findSessionEpoch = async (db: Db, id: string) => {
  const { sessionEpoch: epoch, roles } = await findMember(db, id);
  return { epoch, roles };
};

/** Ends every session of the member: they carry an older epoch. */
export const bumpSessionEpoch = async (db: Db, id: string) => {
  const [bumped] = await db
    .update(members)
    .set({ sessionEpoch: nextEpoch, updatedAt: sql`now()` })
    .where(eq(members.id, id))
    .returning({ epoch: members.sessionEpoch, roles: members.roles });
  if (!bumped) throw new AppError("not_found", "No such member");
  const { epoch } = bumped;
  await publish(db, outbox, "member.session_epoch_bumped", { memberId: id, epoch });
  return bumped;
};

/** Asks for the password of a member who is signed in already. */
export const verifyPassword = async (
  db: Db,
  passwords: Passwords,
  id: string,
  password: string,
) => {
  const { passwordHash } = await findMember(db, id);
  if (!(await passwords.verify(passwordHash, password)))
    throw new AppError("not_found", "The password is not right");
};

/** Checks the current password and hashes the new one: the slow part of a change. */
export const preparePasswordChange = async (
  db: Db,
  passwords: Passwords,
  id: string,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
) => {
  const { passwordHash } = await findMember(db, id);
  if (!(await passwords.verify(passwordHash, currentPassword)))
    throw invalidField("/currentPassword", "wrong", "The current password is not right");
  return { from: passwordHash, to: await passwords.hash(newPassword) };
};

/** Ends every session: they carry the epoch of the old password. */
export const changePassword = async (db: Db, id: string, hashes: { from: string; to: string }) => {
  const [changed] = await db
    .update(members)
    .set({ passwordHash: hashes.to, sessionEpoch: nextEpoch, updatedAt: sql`now()` })
    .where(and(eq(members.id, id), eq(members.passwordHash, hashes.from)))
    .returning({ memberId: members.id, epoch: members.sessionEpoch });
  if (!changed) throw new AppError("conflict", "The password was changed meanwhile");
  await publish(db, outbox, "member.password_changed", changed);
};

/** Sends a link if the address is a member's; says nothing either way. */
export const requestPasswordReset = async (
  db: Db,
  tokens: OneTimeTokens,
  email: string,
  now: Date,
) => {
  const [found] = await db
    .select({ memberId: members.id })
    .from(members)
    .where(eq(members.email, email));
  if (!found) return;
  const since = new Date(now.getTime() - 60 * minute);
  const recent = and(
    eq(passwordResets.memberId, found.memberId),
    gt(passwordResets.createdAt, since),
  );
  const [sent] = await db.select({ mails: count() }).from(passwordResets).where(recent);
  if (sent && sent.mails >= mailsPerHour) return;
  const id = uuidv7(now.getTime());
  const expiresAt = new Date(now.getTime() + 10 * minute);
  const tokenHash = hashToken(tokens.issue("reset", id));
  await db.insert(passwordResets).values({ ...found, id, tokenHash, expiresAt, createdAt: now });
  await publish(db, outbox, "member.password_reset_requested", { resetId: id });
};

/** The token of the mail sets the password, once, and ends every session. */
export const resetPassword = async (
  db: Db,
  passwords: Passwords,
  { token, password }: { token: string; password: string },
  now: Date,
) => {
  const gone = invalidField("/token", "expired", "The link was used before, or is too old");
  const live = and(
    eq(passwordResets.tokenHash, hashToken(token)),
    gt(passwordResets.expiresAt, now),
  );
  const [waiting] = await db.select({ id: passwordResets.id }).from(passwordResets).where(live);
  if (!waiting) throw gone;
  const passwordHash = await passwords.hash(password);
  await db.transaction(async (tx) => {
    const [reset] = await tx
      .delete(passwordResets)
      .where(live)
      .returning({ memberId: passwordResets.memberId });
    if (!reset) throw gone;
    const [changed] = await tx
      .update(members)
      .set({ passwordHash, sessionEpoch: nextEpoch, updatedAt: sql`now()` })
      .where(eq(members.id, reset.memberId))
      .returning({ memberId: members.id, epoch: members.sessionEpoch });
    await tx.delete(passwordResets).where(eq(passwordResets.memberId, reset.memberId));
    await publish(tx, outbox, "member.password_changed", changed);
  });
};
