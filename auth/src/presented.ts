import { audience } from "@jangteo/shared/auth";
import { createDenylist, tagOf } from "@jangteo/shared/denylist";
import type { Redis } from "ioredis";
import { errors, jwtVerify } from "jose";

import type { Client } from "./clients.ts";
import type { SigningKeys } from "./keys.ts";
import { oauthError } from "./oauth.ts";
import { readRefreshToken } from "./refresh.ts";
import { endOf, endSession, findSession } from "./sessions.ts";

type Parts = { redis: Redis; secret: string; keys: SigningKeys; issuer: string };

/** The claims of an access token of ours that still runs. */
const readAccessToken = async ({ keys, issuer }: Parts, token: string, now: Date) => {
  try {
    const { payload } = await jwtVerify(token, keys.verify, {
      algorithms: ["EdDSA"],
      typ: "at+jwt",
      issuer,
      audience,
      currentDate: now,
      requiredClaims: ["exp", "sub", "sid", "client_id"],
    });
    const { sub, sid, client_id, ...claims } = payload;
    return { ...claims, sub: String(sub), sid: String(sid), client_id: String(client_id) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

/** RFC 7009: ends the session of a token, if it is one of this client's. */
export const revoke = async (parts: Parts, client: Client, text: string, now: Date) => {
  const refresh = readRefreshToken(parts.secret, text);
  if (refresh) {
    const session = await findSession(parts.redis, refresh.tag, refresh.sid, now);
    if (session?.clientId === client.id) await endSession(parts.redis, refresh.tag, refresh.sid);
    return;
  }
  const access = await readAccessToken(parts, text, now);
  if (access?.client_id === client.id) await endSession(parts.redis, tagOf(access.sub), access.sid);
};

const inactive = { active: false };

/** RFC 7662. A refresh token is shown to its own client only, and only the newest is active. */
export const introspect = async (parts: Parts, client: Client, text: string, now: Date) => {
  if (client.secretHash === undefined)
    throw oauthError("unauthorized_client", "A client without a secret may not ask");
  const refresh = readRefreshToken(parts.secret, text);
  if (refresh) {
    const session = await findSession(parts.redis, refresh.tag, refresh.sid, now);
    if (session?.clientId !== client.id || session.generation !== refresh.generation)
      return inactive;
    return {
      active: true,
      client_id: client.id,
      sub: session.memberId,
      sid: session.sid,
      scope: session.scope.join(" "),
      exp: Math.floor(endOf(session) / 1000),
    };
  }
  const access = await readAccessToken(parts, text, now);
  if (!access || (await createDenylist(parts.redis)(access.sub, access.sid))) return inactive;
  return { active: true, token_type: "Bearer", ...access };
};
