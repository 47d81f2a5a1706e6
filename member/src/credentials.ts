import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publish } from "@jangteo/shared/outbox";
import { prepared } from "@jangteo/shared/prepared";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { members, outbox, passwordResets } from "@jangteo/shared/schema/member";
import { and, count, eq, gt, sql } from "drizzle-orm";

import { announce, record } from "./audit.ts";
import { forgetEmailChanges } from "./email-changes.ts";
import { factorsOf } from "./factors.ts";
import { findMember } from "./members.ts";
import { hashToken, type OneTimeTokens } from "./one-time-tokens.ts";
import { requireUncommon } from "./password-policy.ts";
import type { Passwords } from "./passwords.ts";

const minute = 60_000;
const mailsPerHour = 3;
const nextEpoch = sql`${members.sessionEpoch} + 1`;

/** A right password is at hand: hashes it anew when the stored hash is not made as today's are. */
const rehash = async (
  db: Db,
  passwords: Passwords,
  { id, passwordHash }: { id: string; passwordHash: string },
  password: string,
) => {
  if (!passwords.isStale(passwordHash)) return;
  await db
    .update(members)
    .set({ passwordHash: await passwords.hash(password) })
    .where(and(eq(members.id, id), eq(members.passwordHash, passwordHash)));
};

/** Whose password it is. A wrong one and an unknown address are told apart neither by answer nor by time. */
export const verifyCredential = async (
  db: Db,
  passwords: Passwords,
  { email, password }: { email: string; password: string },
) => {
  const build = () =>
    db
      .select()
      .from(members)
      .where(eq(members.email, sql.placeholder("email")))
      .prepare("credential");
  const [found] = await prepared(db, "credential", build).execute({ email });
  const right = await passwords.verify(found?.passwordHash, password);
  if (!found || !right) throw new AppError("not_found", "No such e-mail address and password");
  await rehash(db, passwords, found, password);
  const { id: memberId, sessionEpoch: epoch, roles, language } = found;
  return { memberId, epoch, roles, language, ...(await factorsOf(db, memberId)) };
};

export const findSessionEpoch = async (db: Db, id: string) => {
  const { sessionEpoch: epoch, roles } = await findMember(db, id);
  return { epoch, roles, ...(await factorsOf(db, id)) };
};

/** Ends every session of the member: they carry an older epoch. */
export const bumpSessionEpoch = async (db: Db, id: string) => {
  const [bumped] = await db
    .update(members)
    .set({ sessionEpoch: nextEpoch, updatedAt: sql`now()` })
    .where(eq(members.id, id))
    .returning({ epoch: members.sessionEpoch, roles: members.roles });
  if (!bumped) throw new AppError("not_found", "No such member");
  await announce(db, "member.session_epoch_bumped", { memberId: id, epoch: bumped.epoch });
  return { ...bumped, ...(await factorsOf(db, id)) };
};

/** Asks for the password of a member who is signed in already. */
export const verifyPassword = async (
  db: Db,
  passwords: Passwords,
  id: string,
  password: string,
) => {
  const member = await findMember(db, id);
  if (!(await passwords.verify(member.passwordHash, password)))
    throw new AppError("not_found", "The password is not right");
  await rehash(db, passwords, member, password);
};

/** Checks the current password and hashes the new one: the slow part of a change. */
export const preparePasswordChange = async (
  db: Db,
  passwords: Passwords,
  id: string,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
) => {
  const member = await findMember(db, id);
  if (!(await passwords.verify(member.passwordHash, currentPassword)))
    throw invalidField("/currentPassword", "wrong", "The current password is not right");
  await requireUncommon("/newPassword", newPassword, member);
  return { from: member.passwordHash, to: await passwords.hash(newPassword) };
};

const setPassword = async (db: Db, where: ReturnType<typeof and>, hash: string, now: Date) => {
  const [changed] = await db
    .update(members)
    .set({
      passwordHash: hash,
      passwordChangedAt: now,
      sessionEpoch: nextEpoch,
      updatedAt: sql`now()`,
    })
    .where(where)
    .returning({ memberId: members.id, epoch: members.sessionEpoch });
  if (!changed) throw new AppError("conflict", "The password was changed meanwhile");
  const { memberId } = changed;
  await db.delete(passwordResets).where(eq(passwordResets.memberId, memberId));
  await forgetEmailChanges(db, memberId, now);
  await announce(db, "member.password_changed", changed);
};

/** Ends every session, and every link that was mailed before. */
export const changePassword = async (
  db: Db,
  id: string,
  hashes: { from: string; to: string },
  now: Date,
) => {
  const unchanged = and(eq(members.id, id), eq(members.passwordHash, hashes.from));
  await setPassword(db, unchanged, hashes.to, now);
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
  const action = "member.password_reset_requested";
  await publish(db, outbox, action, { resetId: id });
  await record(db, { action, actor: null, subject: found.memberId });
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
  const [waiting] = await db
    .select({ email: members.email, name: members.name })
    .from(passwordResets)
    .innerJoin(members, eq(members.id, passwordResets.memberId))
    .where(live);
  if (!waiting) throw gone;
  await requireUncommon("/password", password, waiting);
  const hash = await passwords.hash(password);
  await db.transaction(async (tx) => {
    const [reset] = await tx
      .delete(passwordResets)
      .where(live)
      .returning({ memberId: passwordResets.memberId });
    if (!reset) throw gone;
    await setPassword(tx, eq(members.id, reset.memberId), hash, now);
  });
};
