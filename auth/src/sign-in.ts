import { AppError } from "@jangteo/shared/problem";

import { accountOf } from "./buckets.ts";
import {
  challengeGone,
  closeChallenge,
  createChallenge,
  findChallenge,
  tryChallenge,
} from "./challenges.ts";
import type { Client } from "./clients.ts";
import { mintDevice, readDevice, type Device } from "./device.ts";
import type { Parts } from "./parts.ts";
import { byPassword, proveCode, standingOf } from "./proofs.ts";
import { scopes } from "./scopes.ts";
import { tokensOf } from "./session-tokens.ts";
import { createSession } from "./sessions.ts";
import { throttled } from "./throttle.ts";
import { withoutLogin, type Tokens } from "./tokens.ts";

export type From = { userAgent: string; ipAddress: string; deviceToken?: string | undefined };
type Login = From & { email: string; password: string };
type Proven = {
  memberId: string;
  language: "ko" | "en";
  clientId: string;
  epoch: number;
  roles: string[];
  secondFactor: boolean;
  passkey: boolean;
  acr: string;
  amr: string[];
};

/** Makes the session of somebody who proved to be a member. */
export const begin = async (
  parts: Parts,
  { language, secondFactor, passkey, ...proven }: Proven,
  { account, device, userAgent, ipAddress }: From & { account: string; device: Device },
  now: Date,
) => {
  const wanted = { ...proven, userAgent, ipAddress, scope: scopes.member };
  const session = await createSession(parts, wanted, !device.known, now);
  return {
    ...(await tokensOf(parts, session, now)),
    memberId: proven.memberId,
    language,
    device_token: mintDevice(parts.secret, account, device, now),
    mfa_enrolment_required: proven.roles.length > 0 && !secondFactor && !passkey,
  };
};

/**
 * Exchanges a password for a session, or for a challenge when a second factor is enrolled. A wrong
 * password and an unknown address get one answer.
 */
export const signIn = async (parts: Parts, client: Client, login: Login, now: Date) => {
  const { redis, secret, member, buckets } = parts;
  const { email, password, ...from } = login;
  const account = accountOf(secret, email);
  const device = readDevice(secret, account, from.deviceToken, now);
  const credential = await throttled(redis, {
    buckets: buckets.login(account, from.ipAddress, device),
    now,
    prove: () => member.verify({ email, password }),
    settles: ({ secondFactor }) => !secondFactor,
  });
  if (!credential)
    throw new AppError("unauthenticated", "The e-mail address or the password is not right");
  const { memberId, epoch, language } = credential;
  const clientId = client.id;
  if (credential.secondFactor)
    return createChallenge(redis, { memberId, clientId, account, epoch, language }, now);
  const proven = { ...credential, ...byPassword, clientId };
  return begin(parts, proven, { ...from, account, device }, now);
};

/** The second step: exchanges a challenge and a code for a session. */
export const completeChallenge = async (
  parts: Parts,
  client: Client,
  id: string,
  { code, ...from }: From & { code: string },
  now: Date,
) => {
  const { redis, secret, member, buckets } = parts;
  const { account, endsAt: _, ...challenge } = await findChallenge(redis, id, now);
  if (challenge.clientId !== client.id) throw challengeGone();
  const { memberId, epoch } = challenge;
  const standing = await standingOf(member, memberId, epoch);
  if (!standing) throw challengeGone();
  const device = readDevice(secret, account, from.deviceToken, now);
  const proof = await tryChallenge(redis, id, () =>
    proveCode(parts, { memberId, code, now, buckets: buckets.code(memberId, device) }),
  );
  if (!proof)
    throw new AppError("unauthenticated", "The code is not right", {
      errors: [{ in: "body", pointer: "/code", rule: "wrong", detail: "The code is not right" }],
    });
  await closeChallenge(redis, id);
  const { roles, passkey } = standing;
  const proven = { ...challenge, ...proof, roles, passkey, secondFactor: true };
  return begin(parts, proven, { ...from, account, device }, now);
};

/** A token for a visitor without an account. */
export const welcomeGuest = (tokens: Tokens, client: Client, guestId: string, now: Date) => {
  const subject = { sub: `guest:${guestId}`, sid: guestId, clientId: client.id };
  return tokens.guest(withoutLogin({ ...subject, scope: scopes.guest }, now));
};
