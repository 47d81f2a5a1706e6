import { mintRefreshToken } from "./refresh.ts";
import { rightsOf } from "./scopes.ts";
import { endOf, type Stored } from "./session-store.ts";
import type { Tokens } from "./tokens.ts";

/** An access token of a session, for all of its rights or for fewer. */
export const accessOf = (tokens: Tokens, session: Stored, scope = rightsOf(session).scope) =>
  tokens.access({
    sub: session.memberId,
    sid: session.sid,
    clientId: session.clientId,
    scope,
    roles: rightsOf(session).roles,
    authTime: session.authTime,
    acr: session.acr,
    amr: session.amr,
    epoch: session.epoch,
  });

/** The access and refresh token of a session, whose `generation` is the one to hand out. */
export const tokensOf = async (
  { tokens, secret }: { tokens: Tokens; secret: string },
  session: Stored,
  now: Date,
  scope?: string[],
) => ({
  ...(await accessOf(tokens, session, scope)),
  refresh_token: mintRefreshToken(secret, session),
  refresh_expires_in: Math.floor((endOf(session) - now.getTime()) / 1000),
});
