import { createDenylist } from "@jangteo/shared/denylist";

import type { Client } from "./clients.ts";
import { oauthError } from "./oauth.ts";
import type { Parts } from "./parts.ts";
import { readAccessToken } from "./presented.ts";
import { namesOf } from "./scopes.ts";

const accessToken = "urn:ietf:params:oauth:token-type:access_token";

type Exchange = {
  subject_token?: string | undefined;
  subject_token_type?: string | undefined;
  requested_token_type?: string | undefined;
  actor_token?: string | undefined;
  scope?: string | undefined;
};

const invalid = (description: string) => oauthError("invalid_request", description);

const readSubject = async (parts: Parts, request: Exchange, now: Date) => {
  const { subject_token, subject_token_type, requested_token_type, actor_token } = request;
  if (subject_token === undefined || subject_token_type !== accessToken)
    throw invalid("subject_token must be an access token, and subject_token_type say so");
  if (requested_token_type !== undefined && requested_token_type !== accessToken)
    throw invalid("Only access tokens are issued");
  if (actor_token !== undefined) throw invalid("The client itself is the actor");
  const subject = await readAccessToken(parts, subject_token, now);
  const ended = subject && (await createDenylist(parts.redis)(subject.sub, subject.sid));
  if (!subject || ended || subject["act"] !== undefined)
    throw invalid("The subject token is not good");
  return subject;
};

/**
 * A client acts for a person (RFC 8693, delegation): with what both may do, no longer than the
 * person's own token, and never as one who has just proved who they are.
 */
export const exchange = async (parts: Parts, client: Client, request: Exchange, now: Date) => {
  const subject = await readSubject(parts, request, now);
  const { sub, sid, exp = 0 } = subject;
  const shared = namesOf(String(subject["scope"])).filter((name) => client.scopes.includes(name));
  const asked = request.scope === undefined ? shared : namesOf(request.scope);
  if (asked.length === 0 || !asked.every((name) => shared.includes(name)))
    throw oauthError("invalid_scope", "The scope goes beyond what both may do");
  const token = await parts.tokens.delegated(
    {
      sub,
      sid,
      clientId: client.id,
      scope: asked,
      roles: [],
      authTime: 0,
      acr: "0",
      amr: [],
      epoch: Number(subject["epoch"]),
      act: { sub: client.id },
    },
    exp - Math.floor(now.getTime() / 1000),
  );
  return { ...token, issued_token_type: accessToken };
};
