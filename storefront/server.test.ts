import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { testRedis } from "@jangteo/shared/testing/redis";

import { standInAuth } from "./lib/session/testing";
import account from "./messages/ko/account.json";
import error from "./messages/ko/error.json";
import forms from "./messages/ko/forms.json";
import { startBrowser } from "./testing/browser";
import { me } from "./testing/me";
import { cookieOf, requestsTo } from "./testing/requests";
import { startShop } from "./testing/shop";

const told: Headers[] = [];
const answers = { me: () => Response.json(me) };
const gateway = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: ({ url, headers }) => {
    told.push(new Headers(headers));
    if (url.includes("/carts/")) return new Response(null, { status: 404 });
    return url.endsWith("/me") ? answers.me() : Response.json({ items: [], next: null });
  },
});
afterAll(() => gateway.stop(true));

const redis = await testRedis();
const auth = standInAuth();
const browser = await startBrowser();
const origin = await startShop({
  AUTH_URL: auth.url,
  GATEWAY_URL: `http://127.0.0.1:${gateway.port}`,
  REDIS_URL: redis.url,
  TRUSTED_PROXIES: "127.0.0.1",
});
const { port } = new URL(origin);

beforeEach(() => {
  told.length = 0;
});

const { raw, getFrom, sendLogin } = requestsTo(origin);
const fromHere = { origin };

describe("the door of the shop", () => {
  test.each([
    ["/api/..%2fx"],
    ["/api//members"],
    ["/api/../x"],
    ["/ko/%5cevil.test"],
    ["/ko;x"],
    ["http://evil.test/"],
  ])("refuses %s as it came over the wire", async (target) => {
    expect(await raw(target)).toBe(400);
  });

  test("serves its own names alone", async () => {
    expect(await raw("/ko/login", { name: "evil.test" })).toBe(421);
    expect(await raw("/ko/login", { name: `127.0.0.1:${port}` })).toBe(200);
    expect(await raw("/", { method: "TRACE" })).toBe(405);
  });

  test("tells services the address of the socket, not the one that a shopper claims", async () => {
    const headers = {
      "x-forwarded-for": "6.6.6.6",
      "x-real-ip": "6.6.6.6",
      forwarded: "for=6.6.6.6",
    };
    expect((await getFrom("127.0.0.2", "/api/products", headers)).statusCode).toBe(200);
    expect(told[0]?.get("x-forwarded-for")).toBe("127.0.0.2");
    expect(told[0]?.has("x-real-ip")).toBe(false);
  });

  test("lets no client skip the policy of a page", async () => {
    const headers = { "x-nonce": "mine", "content-security-policy": "script-src *" };
    const reply = await fetch(`${origin}/ko/login`, { headers });
    expect(reply.headers.get("content-security-policy")).not.toContain("mine");
    expect(await reply.text()).not.toContain('nonce="mine"');
  });
});

describe("the login form", () => {
  test("lets a shopper in, on to where they were going, and shows no page a token", async () => {
    const reply = await sendLogin(fromHere, "/ko/account");
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toEndWith("/ko/account");
    const page = await fetch(`${origin}/ko/account`, {
      headers: { cookie: cookieOf(reply) ?? "" },
    });
    const html = await page.text();
    expect(html).toContain(me.email);
    expect(html).not.toContain("token-");
    expect(told.at(-1)?.get("authorization")).toStartWith("Bearer token-");
    expect(page.headers.get("cache-control")).toContain("no-store");
  });

  test("never sends a shopper to another site", async () => {
    const reply = await sendLogin(fromHere, "//evil.test");
    expect(reply.headers.get("location")).toMatch(/^(?:http:\/\/localhost:\d+)?\/$/);
  });

  test.each([
    ["says nothing of where it is from", {}],
    ["comes from another site", { origin: "https://evil.test" }],
    ["comes from a sandbox", { origin: "null" }],
    ["was sent across sites", { origin: "http://localhost", "sec-fetch-site": "cross-site" }],
  ])("that %s opens no session", async (_how, headers) => {
    const reply = await sendLogin(headers);
    expect(reply.status).not.toBe(303);
    expect(cookieOf(reply)).toBeUndefined();
  });
});

test("a logout that another site asks for is refused; the shopper's own clears the browser", async () => {
  const cookie = cookieOf(await sendLogin(fromHere)) ?? "";
  const send = (from: string) =>
    fetch(`${origin}/ko/logout`, {
      method: "POST",
      headers: { origin: from, cookie },
      redirect: "manual",
    });
  expect((await send("https://evil.test")).status).toBe(403);
  const reply = await send(origin);
  expect(reply.headers.get("clear-site-data")).toBe('"cache"');
  expect(reply.headers.get("location")).toBe("/ko");
  const after = await fetch(`${origin}/ko/account`, { headers: { cookie }, redirect: "manual" });
  expect(after.headers.get("location")).toContain("/ko/login");
});

test("whatever a page asks for on the way is one trace with the request", async () => {
  const session = cookieOf(await sendLogin(fromHere)) ?? "";
  for (const key of await redis.redis.keys("b:*:s")) {
    const stored = JSON.parse((await redis.redis.get(key)) ?? "{}");
    await redis.redis.set(key, JSON.stringify({ ...stored, accessUntil: 0 }));
  }
  told.length = 0;
  auth.state.traces = [];
  const id = crypto.randomUUID().replaceAll("-", "");
  const traceparent = `00-${id}-00f067aa0ba902b7-01`;
  const reply = await fetch(`${origin}/ko/account`, { headers: { cookie: session, traceparent } });
  const services = new Set(told.map((headers) => headers.get("traceparent")?.split("-")[1]));
  expect({ auth: auth.state.traces, services }).toEqual({ auth: [id], services: new Set([id]) });
  expect(reply.headers.get("x-request-id")).toBe(told[0]?.get("x-request-id") ?? "none");
});

test("a page that fails shows an id that stands in the log, with the trace", async () => {
  const session = cookieOf(await sendLogin(fromHere)) ?? "";
  answers.me = () => new Response("not what was promised");
  const id = crypto.randomUUID().replaceAll("-", "");
  const headers = { cookie: session, traceparent: `00-${id}-00f067aa0ba902b7-01` };
  const { page, close } = await browser.visit(origin, { extraHTTPHeaders: headers });
  await page.goto(`${origin}/ko/account`);
  const words = page.getByText(error.trace.replace("{trace}", id));
  await words.waitFor({ timeout: 30_000 });
  await close();
  answers.me = () => Response.json(me);
  const log = readFileSync(join(import.meta.dirname, ".local", `test-shop-${port}.log`), "utf8");
  const lines = log.split("\n").filter((one) => one.startsWith("{") && one.includes(id));
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: "error", trace_id: id }),
  );
});

test("a stranger cannot make a request part of another trace, as a trusted proxy can", async () => {
  const id = crypto.randomUUID().replaceAll("-", "");
  const traceparent = `00-${id}-00f067aa0ba902b7-01`;
  const traceFrom = async (address: string) => {
    const { headers } = await getFrom(address, "/ko/login", { traceparent });
    return String(headers["server-timing"]).split("-")[1];
  };
  expect(await traceFrom("127.0.0.1")).toBe(id);
  expect(await traceFrom("127.0.0.2")).toMatch(new RegExp(`^(?!${id})[\\da-f]{32}$`));
});

test("a mail link leaves no token in the address, and opening it changes nothing", async () => {
  const token = "t".repeat(43);
  const id = crypto.randomUUID().replaceAll("-", "");
  const headers = { traceparent: `00-${id}-00f067aa0ba902b7-01` };
  const verify = `${origin}/ko/verify?token=${token}`;
  const reply = await fetch(verify, { redirect: "manual", headers });
  expect(reply.status).toBe(303);
  expect(reply.headers.get("location")).toBe("/ko/verify/confirm");
  expect(reply.headers.get("referrer-policy")).toBe("no-referrer");
  const page = await fetch(`${origin}/ko/verify/confirm`, {
    headers: { ...headers, cookie: `verify=${token}` },
  });
  const html = await page.text();
  const asked = told.filter((sent) => sent.get("traceparent")?.includes(id));
  expect(asked).toHaveLength(0);
  expect(html).toContain(account.verify.title);
  expect(html).not.toContain(token);
});

test("without Redis the shop stays open, nobody is signed out, and a login says to come back", async () => {
  const cookie = cookieOf(await sendLogin(fromHere)) ?? "";
  const api = () => fetch(`${origin}/api/members/me`, { headers: { cookie } });
  expect((await api()).status).toBe(200);
  await redis.server.stop();
  expect((await fetch(`${origin}/ko/login`)).status).toBe(200);
  expect((await api()).status).toBe(200);
  const headers = { cookie, origin, "x-csrf": "1", "content-type": "application/json" };
  const write = await fetch(`${origin}/api/members/me`, { method: "PATCH", headers, body: "{}" });
  expect(write.status).toBe(503);
  expect(write.headers.get("retry-after")).toBe("2");
  expect(write.headers.get("set-cookie")).toBeNull();
  const logout = await fetch(`${origin}/ko/logout`, {
    method: "POST",
    headers: { cookie, origin },
    redirect: "manual",
  });
  expect(logout.status).toBe(303);
  expect(logout.headers.get("set-cookie")).toContain("sid=; Path=/; Max-Age=0");
  const login = await sendLogin(fromHere);
  expect(cookieOf(login)).toBeUndefined();
  expect(await login.text()).toContain(forms.away);
}, 20_000);
