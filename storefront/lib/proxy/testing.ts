import { afterAll, beforeEach, expect } from "bun:test";

import { Problem } from "@jangteo/shared/problem";
import { testRedis } from "@jangteo/shared/testing/redis";

import { createCipher } from "../session/cipher";
import { createGuests } from "../session/guests";
import { createIssuer } from "../session/issuer";
import { createOwed } from "../session/owed";
import { createSessions } from "../session/sessions";
import { createStore } from "../session/store";
import { createTakeOver } from "../session/take-over";
import { granted, signedIn, standInAuth } from "../session/testing";
import { createProxy } from "./proxy";

const origin = "http://localhost:3999";

/** What a page of the shop sends along. */
export const own = {
  host: "localhost:3999",
  "sec-fetch-site": "same-origin",
  origin,
  "x-csrf": "1",
};

export type Asked = {
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
  cookie?: string;
};

/** A proxy between a browser that `ask`s and a gateway that answers as it is told. */
export const testProxy = async () => {
  const secret = "a-secret-of-at-least-32-characters";
  const { redis, server } = await testRedis();
  const issuing = standInAuth();
  const gateway = {
    answer: () => new Response(),
    seen: [] as { url: string; headers: Headers; body: string }[],
  };
  const upstream = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: async (request) => {
      const { url, headers } = request;
      gateway.seen.push({ url, headers: new Headers(headers), body: await request.text() });
      return gateway.answer();
    },
  });
  afterAll(() => upstream.stop(true));

  const issuer = createIssuer({ authUrl: issuing.url, clientSecret: "s" });
  const sessions = createSessions({
    store: createStore(redis),
    issuer,
    cipher: createCipher(secret, "refresh token"),
  });
  const guests = createGuests({ issuer, secret });
  const gatewayUrl = `http://127.0.0.1:${upstream.port}`;
  const options = {
    sessions,
    guests,
    takeOver: createTakeOver({ owed: createOwed(redis), guests, sessions, gatewayUrl }),
    gatewayUrl,
    authUrl: issuing.url,
    publicOrigin: origin,
  };
  const proxy = createProxy(options);

  const ask = (path: string, { method = "GET", headers = {}, body, cookie }: Asked = {}) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const all = Object.entries({ ...own, ...json, ...(cookie && { cookie }), ...headers });
    const kept = all.filter((pair): pair is [string, string] => pair[1] !== undefined);
    return proxy(
      new Request(`${origin}/api${path}`, { method, headers: kept, ...(body && { body }) }),
    );
  };
  const signIn = async () => {
    const body = JSON.stringify({ email: "a@b.test", password: "x" });
    const reply = await ask("/sessions", { method: "POST", body });
    return (reply.headers.get("set-cookie") ?? "").split(";", 1).join("");
  };
  beforeEach(() => {
    gateway.answer = () => Response.json({ ok: true });
    gateway.seen = [];
    issuing.state.refresh = granted();
    issuing.state.login = signedIn;
  });
  return { ask, signIn, gateway, issuing, options, origin, store: server };
};

export const expectProblem = async (reply: Response, status: number) => {
  expect(reply.status).toBe(status);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(Problem.parse(await reply.json()).status).toBe(status);
};
