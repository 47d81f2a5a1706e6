import { serviceAudience } from "@jangteo/shared/auth";

import type { Client } from "./clients.ts";
import { exchange } from "./exchange.ts";
import { oauthError } from "./oauth.ts";
import type { Parts } from "./parts.ts";
import { readRefreshToken } from "./refresh.ts";
import { grace, rotate } from "./rotation.ts";
import { namesOf, rightsOf } from "./scopes.ts";
import { endSessions } from "./session-ends.ts";
import { endOf, findSession, type Stored } from "./session-store.ts";
import { tokensOf } from "./session-tokens.ts";
import { withoutLogin } from "./tokens.ts";

type TokenRequest = {
  grant_type: string;
  refresh_token?: string | undefined;
  scope?: string | undefined;
  resource?: string | undefined;
  subject_token?: string | undefined;
  subject_token_type?: string | undefined;
  requested_token_type?: string | undefined;
  actor_token?: string | undefined;
};

/** Milliseconds for which a shopper's session goes on without the member service. */
const trusted = 15 * 60_000;

const narrowed = (allowed: string[], asked: string | undefined) => {
  if (asked === undefined) return allowed;
  const names = namesOf(asked);
  if (names.length === 0 || !names.every((name) => allowed.includes(name)))
    throw oauthError("invalid_scope", "The scope goes beyond what was granted");
  return names;
};

const notGood = () => oauthError("invalid_grant", "The refresh token is not good any more");

/** What the member service says now, or said lately. Staff never go on without it. */
const confirmed = async (parts: Parts, session: Stored, now: Date) => {
  const { roles, checkedAt, memberId, sid } = session;
  const answer = await parts.member.epoch(memberId);
  if (answer === "away") {
    if (roles.length === 0 && now.getTime() - checkedAt < trusted) return { roles, checkedAt };
    throw oauthError("temporarily_unavailable", "The session cannot be confirmed right now");
  }
  if (answer === "gone" || answer.epoch !== session.epoch) {
    await endSessions(parts, memberId, [sid], answer === "gone" ? "erased" : "epoch");
    throw notGood();
  }
  return { roles: answer.roles, checkedAt: answer.checkedAt };
};

const refresh = async (parts: Parts, client: Client, request: TokenRequest, now: Date) => {
  if (request.refresh_token === undefined)
    throw oauthError("invalid_request", "refresh_token is missing");
  const token = readRefreshToken(parts.secret, request.refresh_token);
  const session = token && (await findSession(parts.redis, token.tag, token.sid, now));
  if (!session || session.clientId !== client.id) throw notGood();
  const seen = await confirmed(parts, session, now);
  const at = now.getTime();
  if (endOf({ ...session, ...seen }) <= at) throw notGood();
  const scope = narrowed(rightsOf({ ...session, ...seen }).scope, request.scope);
  const { generation } = token;
  const window = client.secretHash === undefined ? grace.public : grace.confidential;
  const live = await rotate(parts, { session, generation, now: at, window, seen });
  if (!live) throw notGood();
  const next = { ...session, ...seen, generation: generation + 1, lastSeenAt: at };
  return tokensOf(parts, next, now, scope);
};

/** A service's token for the one service that `resource` names (RFC 8707, section 2). */
const forPeer = ({ tokens }: Parts, { id, peers = [] }: Client, request: TokenRequest) => {
  const peer = peers.find((name) => serviceAudience(name) === request.resource);
  if (peer === undefined)
    throw oauthError("invalid_target", "The client may not address this resource");
  if (request.scope !== undefined)
    throw oauthError("invalid_scope", "A token for a service has no scope");
  return tokens.peer(id, peer);
};

const clientCredentials = (parts: Parts, client: Client, request: TokenRequest, now: Date) => {
  if (client.peers || request.resource !== undefined) return forPeer(parts, client, request);
  const scope = narrowed(client.scopes, request.scope);
  const subject = { sub: client.id, clientId: client.id, sid: crypto.randomUUID(), scope };
  return parts.tokens.access(withoutLogin(subject, now));
};

const grants = {
  refresh_token: refresh,
  client_credentials: clientCredentials,
  "urn:ietf:params:oauth:grant-type:token-exchange": exchange,
};
export const grantTypes = Object.keys(grants);
const isGrant = (type: string): type is keyof typeof grants => Object.hasOwn(grants, type);

/** The token endpoint (RFC 6749, sections 4.4 and 6; RFC 8693; RFC 8707). */
export const grant = async (parts: Parts, client: Client, request: TokenRequest, now: Date) => {
  const type = request.grant_type;
  if (!isGrant(type)) throw oauthError("unsupported_grant_type", "There is no such grant here");
  if (!client.grants.includes(type))
    throw oauthError("unauthorized_client", "The client may not use this grant");
  if (request.resource !== undefined && type !== "client_credentials")
    throw oauthError("invalid_target", "This grant is for the public API only");
  return grants[type](parts, client, request, now);
};
