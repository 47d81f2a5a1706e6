import { AppError } from "@jangteo/shared/problem";
import type { Redis } from "ioredis";

import type { Client } from "./clients.ts";
import type { Member } from "./member.ts";
import { mintRefreshToken } from "./refresh.ts";
import { scopes } from "./scopes.ts";
import { createSession, endOf, type Stored } from "./sessions.ts";
import { loginBuckets, reserve } from "./throttle.ts";
import { withoutLogin, type Tokens } from "./tokens.ts";

type Parts = { redis: Redis; secret: string; member: Member; tokens: Tokens };
type Login = { email: string; password: string; userAgent: string; ipAddress: string };

/** The access and refresh token of a session, whose `generation` is the one to hand out. */
export const tokensOf = async (
  { tokens, secret }: Pick<Parts, "tokens" | "secret">,
  session: Stored,
  now: Date,
) => ({
  ...(await tokens.access({
    sub: session.memberId,
    sid: session.sid,
    clientId: session.clientId,
    scope: session.scope,
    roles: session.roles,
    authTime: session.authTime,
    acr: session.acr,
    amr: session.amr,
    epoch: session.epoch,
  })),
  refresh_token: mintRefreshToken(secret, session),
  refresh_expires_in: Math.floor((endOf(session) - now.getTime()) / 1000),
});

/** Exchanges a password for a session. A wrong password and an unknown address get one answer. */
export const signIn = async (parts: Parts, client: Client, login: Login, now: Date) => {
  const { redis, secret, member } = parts;
  const { email, password, userAgent, ipAddress } = login;
  const release = await reserve(redis, loginBuckets(secret, email, ipAddress), now);
  const credential = await member.verify({ email, password }).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  if (!credential)
    throw new AppError("unauthenticated", "The e-mail address or the password is not right");
  await release();
  const { memberId, epoch, roles, language } = credential;
  const session = await createSession(
    redis,
    {
      memberId,
      epoch,
      roles,
      userAgent,
      ipAddress,
      clientId: client.id,
      scope: scopes.member,
      acr: "1",
      amr: ["pwd"],
    },
    now,
  );
  return { ...(await tokensOf(parts, session, now)), memberId, language };
};

/** A token for a visitor without an account. */
export const welcomeGuest = (tokens: Tokens, client: Client, guestId: string, now: Date) => {
  const subject = { sub: `guest:${guestId}`, sid: guestId, clientId: client.id };
  return tokens.guest(withoutLogin({ ...subject, scope: scopes.guest }, now));
};
