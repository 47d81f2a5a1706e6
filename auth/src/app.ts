import type { Fetch } from "@jangteo/shared/client";
import { systemClock, type Clock } from "@jangteo/shared/clock";
import { createDenylist } from "@jangteo/shared/denylist";
import { createLog, type Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { protect } from "@jangteo/shared/protect";
import { createService } from "@jangteo/shared/service";
import type { Redis } from "ioredis";

import { createBuckets } from "./buckets.ts";
import { firstPartyOf, refuseEnded } from "./callers.ts";
import { createClientProof } from "./client-proof.ts";
import type { Client } from "./clients.ts";
import * as contract from "./contract.ts";
import { createEvents } from "./events.ts";
import { grant } from "./grants.ts";
import type { SigningKeys } from "./keys.ts";
import { createMember } from "./member.ts";
import { metadataOf } from "./metadata.ts";
import { asClient, refuseForm } from "./oauth.ts";
import { challengePasskey, completePasskeyChallenge } from "./passkeys.ts";
import { introspect, revoke } from "./presented.ts";
import { signOut, signOutEverywhere } from "./session-ends.ts";
import * as sessions from "./sessions.ts";
import { completeChallenge, signIn, welcomeGuest } from "./sign-in.ts";
import { stepUp } from "./step-up.ts";
import { createTokens } from "./tokens.ts";

export type Deps = {
  redis: Redis;
  issuer: string;
  keys: SigningKeys;
  /** Keys the codes of refresh tokens and the names of throttles. */
  secret: string;
  clients: Client[];
  member: { url: string; fetch?: Fetch };
  clock?: Clock;
  log?: Log;
  metrics?: Metrics;
  maxInFlight?: number;
};

const noStore = { "cache-control": "no-store" };

export const createApp = ({ clock = systemClock, log = createLog("auth"), ...deps }: Deps) => {
  const { redis, issuer, keys, secret, clients } = deps;
  const tokens = createTokens({ keys, issuer, clock });
  const member = createMember({ ...deps.member, tokens, clock });
  const emit = createEvents(redis, log);
  const buckets = createBuckets(secret);
  const parts = { redis, secret, keys, issuer, member, tokens, emit, buckets };
  const prove = createClientProof({ clients, redis, member, buckets, clock });
  const app = createService({
    ...contract.about,
    accepts: ["application/json", "application/x-www-form-urlencoded"],
    maxInFlight: deps.maxInFlight,
    checks: { redis: () => redis.ping() },
    log,
    ...(deps.metrics && { metrics: deps.metrics }),
  });
  const isEnded = createDenylist(redis);
  protect(app, "auth", contract, { keys: keys.verify, issuer, clock, isEnded });
  app.on(["GET", "DELETE"], "/v1/sessions/*", refuseEnded(isEnded));
  app.on("POST", contract.stepUp.getRoutingPath(), refuseEnded(isEnded));

  return app
    .openapi(contract.createSession, async (c) => {
      const client = firstPartyOf(clients, c.req.header("authorization"));
      const answer = await signIn(parts, client, c.req.valid("json"), clock());
      if ("challenge_id" in answer)
        return c.json(contract.LoginChallenge.parse(answer), 202, noStore);
      return c.json(contract.SignedIn.parse(answer), 201, noStore);
    })
    .openapi(contract.completeChallenge, async (c) => {
      const client = firstPartyOf(clients, c.req.header("authorization"));
      const { id } = c.req.valid("param");
      const signedIn = await completeChallenge(parts, client, id, c.req.valid("json"), clock());
      return c.json(contract.SignedIn.parse(signedIn), 201, noStore);
    })
    .openapi(contract.createPasskeyChallenge, async (c) => {
      firstPartyOf(clients, c.req.header("authorization"));
      const challenge = await challengePasskey(parts);
      return c.json(contract.PasskeyChallenge.parse(challenge), 201, noStore);
    })
    .openapi(contract.completePasskeyChallenge, async (c) => {
      const client = firstPartyOf(clients, c.req.header("authorization"));
      const { id } = c.req.valid("param");
      const given = c.req.valid("json");
      const signedIn = await completePasskeyChallenge(parts, client, id, given, clock());
      return c.json(contract.SignedIn.parse(signedIn), 201, noStore);
    })
    .openapi(contract.stepUp, async (c) => {
      const token = await stepUp(parts, c.var.identity, c.req.valid("json"), clock());
      return c.json(contract.TokenSet.parse(token), 201, noStore);
    })
    .openapi(contract.createGuestToken, async (c) => {
      const client = firstPartyOf(clients, c.req.header("authorization"));
      const token = await welcomeGuest(tokens, client, c.req.valid("json").guestId, clock());
      return c.json(contract.TokenSet.parse(token), 201, noStore);
    })
    .openapi(contract.listSessions, async (c) => {
      const { sub, sid } = c.var.identity;
      const items = await sessions.listSessions(redis, sub, sid, clock());
      return c.json({ items: items.map((item) => contract.Session.parse(item)) }, 200, noStore);
    })
    .openapi(contract.getCurrentSession, async (c) => {
      const { sub, sid } = c.var.identity;
      const current = await sessions.getCurrentSession(redis, sub, sid, clock());
      return c.json(contract.Session.parse(current), 200, noStore);
    })
    .openapi(contract.endSessions, async (c) => {
      const { except } = c.req.valid("query");
      await signOutEverywhere(parts, c.var.identity, except === "current");
      return c.body(null, 204);
    })
    .openapi(contract.endSession, async (c) => {
      await signOut(parts, c.var.identity, c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(
      contract.issueToken,
      async (c) => {
        const form = c.req.valid("form");
        const token = await asClient(prove, c.req.header("authorization"), form, (client) =>
          grant(parts, client, form, clock()),
        );
        return c.json(contract.TokenSet.parse(token), 200, noStore);
      },
      refuseForm,
    )
    .openapi(
      contract.revokeToken,
      async (c) => {
        const form = c.req.valid("form");
        await asClient(prove, c.req.header("authorization"), form, (client) =>
          revoke(parts, client, form.token, clock()),
        );
        return c.body(null, 200, noStore);
      },
      refuseForm,
    )
    .openapi(
      contract.introspectToken,
      async (c) => {
        const form = c.req.valid("form");
        const answer = await asClient(prove, c.req.header("authorization"), form, (client) =>
          introspect(parts, client, form.token, clock()),
        );
        return c.json(contract.Introspection.parse(answer), 200, noStore);
      },
      refuseForm,
    )
    .openapi(contract.getKeys, (c) =>
      c.json(keys.jwks, 200, { "cache-control": "public, max-age=300" }),
    )
    .openapi(contract.getMetadata, (c) =>
      c.json(metadataOf(issuer, clients), 200, { "cache-control": "public, max-age=300" }),
    );
};
