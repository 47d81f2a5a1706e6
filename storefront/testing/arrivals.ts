import { afterAll } from "bun:test";

import type { Fetch } from "@jangteo/shared/client";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testTokens } from "@jangteo/shared/testing/tokens";

import { createGuests } from "../lib/session/guests";
import { newHandle } from "../lib/session/handle";
import { createIssuer } from "../lib/session/issuer";
import { createOwed } from "../lib/session/owed";
import type { Bearer } from "../lib/session/renewal";
import { createTakeOver } from "../lib/session/take-over";

/** A service is killed and started again: no connection is used twice. */
export const anew: Fetch = (input, init) => fetch(input, { ...init, keepalive: false });

/** Guests who come in as members, with an auth that signs for both and a clock that can be moved. */
export const startArrivals = async () => {
  const tokens = await testTokens();
  const { redis, server, url: redisUrl } = await testRedis();
  const auth = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: async (request) => {
      if (request.method === "GET") return Response.json(await tokens.jwks());
      if (new URL(request.url).pathname !== "/v1/guest-tokens")
        return new Response(null, { status: 503 });
      const { guestId } = (await request.json()) as { guestId: string };
      const access = await tokens.access({ sub: `guest:${guestId}`, scope: "cart" });
      return Response.json(
        { access_token: access, token_type: "Bearer", expires_in: 900, scope: "cart" },
        { status: 201 },
      );
    },
  });
  afterAll(() => auth.stop(true));
  const clock = { at: Date.now() };
  const guests = createGuests({
    issuer: createIssuer({ authUrl: auth.url.origin, clientSecret: "s" }),
    secret: "a-secret-of-at-least-32-characters",
  });
  const sessions: { held: Bearer; bearer: () => Promise<Bearer> } = {
    held: { kind: "none" },
    bearer: async () => sessions.held,
  };
  const owed = createOwed(redis, () => clock.at);
  const takeOver = (gatewayUrl: string, deadline = 5000) =>
    createTakeOver({ owed, guests, sessions, gatewayUrl, fetch: anew, deadline });
  const newGuest = async () => {
    const guest = newHandle();
    const bearer = await guests.bearer(guest);
    if (bearer.kind !== "live") throw new Error("no token");
    return { guest, id: guests.idOf(guest), token: bearer.token };
  };
  const issuer = { ISSUER: tokens.rules.issuer, JWKS_URL: auth.url.href };
  const stores = { redis, server, redisUrl };
  return { tokens, auth, issuer, clock, guests, sessions, owed, takeOver, newGuest, ...stores };
};
