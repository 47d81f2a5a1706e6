import { tagOf } from "@jangteo/shared/denylist";
import type { AuthenticationResponse } from "@jangteo/shared/passkeys";
import { AppError, invalidField } from "@jangteo/shared/problem";

import type { Parts } from "./parts.ts";
import { byPasskey, byPassword, proveCode, standingOf } from "./proofs.ts";
import { endSessions } from "./session-ends.ts";
import { changeSession, findSession } from "./session-store.ts";
import { accessOf } from "./session-tokens.ts";
import { throttled } from "./throttle.ts";

type Passkey = { challenge_id: string; response: AuthenticationResponse };
type Given = {
  password?: string | undefined;
  code?: string | undefined;
  passkey?: Passkey | undefined;
};

export const sessionOver = () =>
  new AppError("unauthenticated", "The session has ended", {
    headers: { "www-authenticate": 'Bearer error="invalid_token"' },
  });

const missing = (field: string) =>
  invalidField(`/${field}`, "required", `Give the ${field} to confirm that it is you`);
const wrong = (field: string) => invalidField(`/${field}`, "wrong", `The ${field} is not right`);

const fromCode = async (parts: Parts, memberId: string, code: string | undefined, now: Date) => {
  if (code === undefined) throw missing("code");
  const buckets = parts.buckets.code(memberId);
  const proof = await proveCode(parts, { memberId, code, now, buckets });
  if (!proof) throw wrong("code");
  return proof;
};

const fromPassword = async (
  { redis, member, buckets, emit }: Parts,
  memberId: string,
  password: string | undefined,
  now: Date,
) => {
  if (password === undefined) throw missing("password");
  const right = await throttled(redis, {
    buckets: buckets.password(memberId),
    now,
    prove: () => member.verifyPassword(memberId, password),
  });
  if (right) return byPassword;
  await emit("auth.sign_in_failed", { memberId });
  throw wrong("password");
};

const fromPasskey = async (
  { redis, member, buckets, emit }: Parts,
  { memberId, epoch }: { memberId: string; epoch: number },
  { challenge_id: challengeId, response }: Passkey,
  now: Date,
) => {
  const prove = async () => {
    const found = await member.verifyPasskey({ challengeId, response });
    return found?.memberId === memberId && found.epoch === epoch ? found : undefined;
  };
  const right = await throttled(redis, { buckets: buckets.code(memberId), now, prove });
  if (right) return byPasskey;
  await emit("auth.sign_in_failed", { memberId });
  throw wrong("passkey");
};

const proofOf = (
  parts: Parts,
  session: { memberId: string; epoch: number },
  { secondFactor }: { secondFactor: boolean },
  { password, code, passkey }: Given,
  now: Date,
) => {
  if (passkey) return fromPasskey(parts, session, passkey, now);
  return secondFactor
    ? fromCode(parts, session.memberId, code, now)
    : fromPassword(parts, session.memberId, password, now);
};

/** Proves again who holds a session: its tokens say so from now on. */
export const stepUp = async (
  parts: Parts,
  { sub: memberId, sid }: { sub: string; sid: string },
  given: Given,
  now: Date,
) => {
  const { redis, member, emit, tokens } = parts;
  const session = await findSession(redis, tagOf(memberId), sid, now);
  if (!session) throw sessionOver();
  const standing = await standingOf(member, memberId, session.epoch);
  if (!standing) {
    await endSessions(parts, memberId, [sid], "epoch");
    throw sessionOver();
  }
  const proof = await proofOf(parts, session, standing, given, now);
  const { roles, checkedAt } = standing;
  const proven = { ...proof, roles, checkedAt, authTime: Math.floor(now.getTime() / 1000) };
  if (!(await changeSession(redis, session, proven))) throw sessionOver();
  await emit("auth.stepped_up", { memberId, sid });
  return accessOf(tokens, { ...session, ...proven });
};
