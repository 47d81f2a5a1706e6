import { audience } from "@jangteo/shared/auth";
import { createDenylist } from "@jangteo/shared/denylist";
import { errors, jwtVerify, type JWTPayload } from "jose";

import type { Client } from "./clients.ts";
import { oauthError } from "./oauth.ts";
import type { Parts } from "./parts.ts";
import { readRefreshToken } from "./refresh.ts";
import { rightsOf } from "./scopes.ts";
import { endSessions } from "./session-ends.ts";
import { endOf, findSession } from "./session-store.ts";

/** The claims of an access token of ours that still runs. */
export const readAccessToken = async (
  { keys, issuer }: Pick<Parts, "keys" | "issuer">,
  token: string,
  now: Date,
): Promise<(JWTPayload & { sub: string; sid: string; client_id: string }) | undefined> => {
  try {
    const { payload } = await jwtVerify(token, keys.verify, {
      algorithms: ["EdDSA"],
      typ: "at+jwt",
      issuer,
      audience,
      currentDate: now,
      requiredClaims: ["exp", "sub", "sid", "client_id"],
    });
    const { sub } = payload;
    const [sid, clientId] = [payload["sid"], payload["client_id"]];
    return { ...payload, sub: String(sub), sid: String(sid), client_id: String(clientId) };
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
    if (session?.clientId === client.id)
      await endSessions(parts, session.memberId, [refresh.sid], "revoked");
    return;
  }
  const access = await readAccessToken(parts, text, now);
  if (access?.client_id === client.id)
    await endSessions(parts, access.sub, [access.sid], "revoked");
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
      scope: rightsOf(session).scope.join(" "),
      exp: Math.floor(endOf(session) / 1000),
    };
  }
  const access = await readAccessToken(parts, text, now);
  if (!access || (await createDenylist(parts.redis)(access.sub, access.sid))) return inactive;
  return { active: true, token_type: "Bearer", ...access };
};
