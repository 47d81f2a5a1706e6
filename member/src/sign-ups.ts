import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publish } from "@jangteo/shared/outbox";
import { invalidField } from "@jangteo/shared/problem";
import { auditEvents, members, outbox, signUps } from "@jangteo/shared/schema/member";
import { and, asc, count, eq, gt } from "drizzle-orm";

import { announce, record } from "./audit.ts";
import { hashToken, type OneTimeTokens } from "./one-time-tokens.ts";

export type NewMember = {
  email: string;
  name: string;
  language: "ko" | "en";
  passwordHash: string;
};

const hour = 3_600_000;
const mailsPerHour = 3;

/** Tells a member, a few times an hour at most, that somebody tried to sign up with the address. */
const remindOf = async (db: Db, memberId: string, now: Date) => {
  const action = "member.sign_up_repeated";
  const recent = and(
    eq(auditEvents.subject, memberId),
    eq(auditEvents.action, action),
    gt(auditEvents.at, new Date(now.getTime() - hour)),
  );
  const [sent] = await db.select({ mails: count() }).from(auditEvents).where(recent);
  if (sent && sent.mails >= mailsPerHour) return;
  await publish(db, outbox, action, { memberId });
  await record(db, { action, subject: memberId, at: now });
};

/** Keeps the attempt until its mail is answered. Known and unknown addresses look the same outside. */
export const requestSignUp = async (
  db: Db,
  tokens: OneTimeTokens,
  wanted: NewMember,
  now: Date,
) => {
  const [known] = await db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.email, wanted.email));
  if (known) return remindOf(db, known.id, now);

  const recent = and(
    eq(signUps.email, wanted.email),
    gt(signUps.createdAt, new Date(now.getTime() - hour)),
  );
  const [sent] = await db.select({ mails: count() }).from(signUps).where(recent);
  if (sent && sent.mails >= mailsPerHour) return;

  const id = uuidv7(now.getTime());
  const expiresAt = new Date(now.getTime() + 24 * hour);
  const tokenHash = hashToken(tokens.issue("verify", id));
  await db.insert(signUps).values({ ...wanted, id, tokenHash, expiresAt, createdAt: now });
  await publish(db, outbox, "member.sign_up_requested", { signUpId: id });
};

/** The token of the mail makes the member, once. */
export const completeSignUp = (db: Db, token: string, now: Date) =>
  db.transaction(async (tx) => {
    const tokenHash = hashToken(token);
    const gone = invalidField("/token", "expired", "The link was used before, or is too old");
    const [found] = await tx
      .select({ email: signUps.email })
      .from(signUps)
      .where(eq(signUps.tokenHash, tokenHash));
    if (!found) throw gone;
    const sameAddress = eq(signUps.email, found.email);
    // Links of one address wait for each other here, in one order.
    const attempts = await tx
      .select()
      .from(signUps)
      .where(sameAddress)
      .orderBy(asc(signUps.id))
      .for("update");
    const wanted = attempts.find((one) => one.tokenHash === tokenHash && one.expiresAt > now);
    if (!wanted) throw gone;
    await tx.delete(signUps).where(sameAddress);
    const { email, name, language, passwordHash } = wanted;
    const [joined] = await tx
      .insert(members)
      .values({ email, name, language, passwordHash })
      .onConflictDoNothing()
      .returning({ id: members.id });
    if (!joined) throw gone;
    await announce(tx, "member.joined", { memberId: joined.id });
    return { email };
  });
