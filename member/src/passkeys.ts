import { Buffer } from "node:buffer";

import type { Db } from "@jangteo/shared/database";
import type { AuthenticationResponse, RegistrationResponse } from "@jangteo/shared/passkeys";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { members, passkeys } from "@jangteo/shared/schema/member";
import { and, desc, eq, lt } from "drizzle-orm";

import { announce } from "./audit.ts";
import { factorsOf } from "./factors.ts";
import { findMember, lockMember } from "./members.ts";
import {
  algorithms,
  answerOnce,
  creationOptions,
  handleOf,
  openChallenge,
  type Ceremony,
} from "./passkey-challenges.ts";
import { webauthn } from "./webauthn.ts";

const most = 20;

type Row = typeof passkeys.$inferSelect;

const toPasskey = ({ id, name, createdAt, lastUsedAt }: Row) => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

const ownedBy = (db: Db, memberId: string) =>
  db
    .select()
    .from(passkeys)
    .where(eq(passkeys.memberId, memberId))
    .orderBy(desc(passkeys.createdAt));

/** The newest first. */
export const listPasskeys = async (db: Db, memberId: string) =>
  (await ownedBy(db, memberId)).map(toPasskey);

const requireRoom = (held: number) => {
  if (held >= most) throw new AppError("conflict", `An account holds at most ${most} passkeys`);
};

export const beginPasskey = async (db: Db, ceremony: Ceremony, memberId: string, now: Date) => {
  const member = await findMember(db, memberId);
  const held = await ownedBy(db, memberId);
  requireRoom(held.length);
  return creationOptions(ceremony, member, held, now);
};

/** The library tells by throwing why it does not believe an answer; the caller learns only that. */
const believed = async <T>(checking: Promise<T>) => checking.catch(() => undefined);

type New = { registrationId: string; name: string; response: RegistrationResponse };

export const addPasskey = async (
  db: Db,
  ceremony: Ceremony,
  memberId: string,
  { registrationId, name, response }: New,
  now: Date,
) => {
  const refusal = invalidField("/response", "wrong", "The browser's answer is not right");
  const late = invalidField("/registrationId", "expired", "It was used, or took too long");
  const challenge = openChallenge(ceremony, { id: registrationId, memberId }, now);
  if (challenge === undefined) throw late;
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await believed(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ceremony.site.origin,
      expectedRPID: ceremony.site.rpID,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!checked?.verified) throw refusal;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return db.transaction(async (tx) => {
    await lockMember(tx, memberId);
    if (!(await answerOnce(tx, registrationId))) throw late;
    requireRoom((await ownedBy(tx, memberId)).length);
    const { transports } = response.response;
    const [added] = await tx
      .insert(passkeys)
      .values({
        ...{ id, memberId, name, counter, transports, createdAt: now },
        publicKey: Buffer.from(publicKey).toString("base64url"),
      })
      .onConflictDoNothing()
      .returning();
    if (!added) throw new AppError("conflict", "This passkey is known already");
    await announce(tx, "member.passkey_added", { memberId });
    return toPasskey(added);
  });
};

export const removePasskey = (db: Db, memberId: string, id: string) =>
  db.transaction(async (tx) => {
    const { roles } = await lockMember(tx, memberId);
    const [removed] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.memberId, memberId)))
      .returning({ id: passkeys.id });
    if (!removed) throw new AppError("not_found", "No such passkey");
    const { secondFactor, passkey } = await factorsOf(tx, memberId);
    if (roles.length > 0 && !secondFactor && !passkey)
      throw new AppError("forbidden", "Staff keep a second factor");
    await announce(tx, "member.passkey_removed", { memberId });
  });

type Proof = { challengeId: string; response: AuthenticationResponse };

/** Whose passkey signed the challenge. Each challenge counts once, and so does each count. */
export const verifyPasskey = async (
  db: Db,
  ceremony: Ceremony,
  { challengeId, response }: Proof,
  now: Date,
) => {
  const unknown = new AppError("not_found", "No such passkey");
  const challenge = openChallenge(ceremony, { id: challengeId }, now);
  const [held] = await db
    .select()
    .from(passkeys)
    .innerJoin(members, eq(members.id, passkeys.memberId))
    .where(eq(passkeys.id, response.id));
  if (challenge === undefined || !held) throw unknown;
  const { passkeys: passkey, members: member } = held;
  if (response.response.userHandle !== handleOf(member.id).toString("base64url")) throw unknown;
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await believed(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ceremony.site.origin,
      expectedRPID: ceremony.site.rpID,
      credential: {
        ...passkey,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      },
    }),
  );
  if (!checked?.verified) throw unknown;
  const counter = checked.authenticationInfo.newCounter;
  const later = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
  await db.transaction(async (tx) => {
    if (!(await answerOnce(tx, challengeId))) throw unknown;
    const [counted] = await tx
      .update(passkeys)
      .set({ counter, lastUsedAt: now })
      .where(and(eq(passkeys.id, passkey.id), later))
      .returning({ id: passkeys.id });
    if (!counted) throw unknown;
  });
  const { id: memberId, sessionEpoch: epoch, roles, language, email } = member;
  return { memberId, epoch, roles, language, email, ...(await factorsOf(db, memberId)) };
};
