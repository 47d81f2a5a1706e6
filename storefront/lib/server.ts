import "server-only";
import { tracedFetch } from "@jangteo/shared/client";
import { createLog } from "@jangteo/shared/log";
import { connectRedis } from "@jangteo/shared/redis";

import { env } from "./env";
import { createProxy } from "./proxy/proxy";
import { createCipher } from "./session/cipher";
import { createGuests } from "./session/guests";
import { createIssuer } from "./session/issuer";
import { createOwed } from "./session/owed";
import { createSessions } from "./session/sessions";
import { createStore } from "./session/store";
import { createTakeOver } from "./session/take-over";

const build = () => {
  const { authUrl, gatewayUrl, publicOrigin, clientSecret, sessionSecret: secret } = env;
  const issuer = createIssuer({ authUrl, clientSecret });
  const redis = connectRedis(env.redisUrl, createLog("storefront"));
  const store = createStore(redis);
  const cipher = createCipher(secret, "refresh token");
  const sessions = createSessions({ store, issuer, cipher });
  const guests = createGuests({ issuer, secret });
  const takeOver = createTakeOver({ owed: createOwed(redis), guests, sessions, gatewayUrl });
  const origins = { gatewayUrl, authUrl, publicOrigin };
  const proxy = createProxy({ sessions, guests, takeOver, ...origins, fetch: tracedFetch() });
  const seals = { form: createCipher(secret, "form"), receipt: createCipher(secret, "receipt") };
  return { sessions, guests, takeOver, proxy, seals, store };
};

type Server = ReturnType<typeof build>;

// Next bundles pages and route handlers apart; one session must be renewed once for both.
declare global {
  var jangteoStorefront: Server | undefined;
}
const server = () => (globalThis.jangteoStorefront ??= build());

/** The door of server components and actions to the session of a browser. */
export const sessions = () => server().sessions;
export const guests = () => server().guests;
/** What a login owes to whoever was a guest before. */
export const takeOver = () => server().takeOver;
/** What a browser cannot carry, kept for it. */
export const store = () => server().store;
/** Closes what the browser carries for us and may not read. */
export const seals = () => server().seals;
export const proxy = (request: Request) => server().proxy(request);
