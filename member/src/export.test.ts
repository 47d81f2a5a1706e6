import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as inFolder } from "node:path";

import { remoteKeys, type TokenRules } from "@jangteo/shared/auth";
import { uuidv7 } from "@jangteo/shared/id";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testServer } from "@jangteo/shared/testing/server";

import type { Export } from "./contract.ts";
import { createSessionReader } from "./exports.ts";
import { newEmail, testMemberService } from "./testing.ts";

const issuer = "http://issuer.test";
const secret = "a secret of the tests, long enough";
const door: { member?: (request: Request) => Response | Promise<Response> } = {};
const memberServer = testServer(
  (request) => door.member?.(request) ?? new Response(null, { status: 503 }),
);
const { url: redisUrl } = await testRedis();
const folder = mkdtempSync(inFolder(tmpdir(), "jangteo-keys-"));
const auth = await testProcess(inFolder(import.meta.dirname, "../../auth/src/main.ts"), {
  ISSUER: issuer,
  REDIS_URL: redisUrl,
  MEMBER_URL: memberServer.url,
  KEYS_FILE: inFolder(folder, "keys.json"),
  TOKEN_SECRET: secret,
  STOREFRONT_CLIENT_SECRET: secret,
  ORDER_CLIENT_SECRET: secret,
  PAYMENT_CLIENT_SECRET: secret,
});
const rules: TokenRules = { keys: remoteKeys(`${auth.url}/.well-known/jwks.json`), issuer };
const readSessions = createSessionReader(auth.url);
const { app, join } = await testMemberService({ rules, readSessions });
door.member = (request) => app.fetch(request);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signIn = async ({ email, password }: { email: string; password: string }) => {
  const reply = await fetch(`${auth.url}/v1/sessions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${btoa(`storefront:${secret}`)}`,
    },
    body: JSON.stringify({ email, password, userAgent: "Firefox", ipAddress: "203.0.113.77" }),
  });
  expect(reply.status).toBe(201);
  const { access_token: token } = (await reply.json()) as { access_token: string };
  return (method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
};

const me = "/v1/members/me";
const home = {
  name: "김민아",
  telephone: "010-2345-6789",
  addressCountry: "KR",
  postalCode: "04524",
  streetAddress: "서울특별시 중구 세종대로 110",
};

test("a member takes home everything that is kept, with the sessions, and nothing of anybody else", async () => {
  const [member, other] = [await join({ name: "민아" }), await join({ name: "Somebody Else" })];
  const [call, theirs] = [await signIn(member), await signIn(other)];
  await theirs("POST", `${me}/addresses`, { ...home, name: "Somebody Else" });
  await call("POST", `${me}/addresses`, home);
  await call("POST", `${me}/addresses`, { ...home, postalCode: "06000" });
  const [piece, another] = [uuidv7(), uuidv7()];
  await call("PUT", `/v1/wishlists/current/items/${piece}`);
  await theirs("PUT", `/v1/wishlists/current/items/${another}`);
  const pendingEmail = newEmail();
  await call("POST", `${me}/email-changes`, { email: pendingEmail });
  const reply = await call("GET", `${me}/export`);
  expect([reply.status, reply.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const text = await reply.text();
  const data = JSON.parse(text) as Export;
  expect(data).toMatchObject({
    member: { id: member.id, email: member.email, name: "민아" },
    addresses: [home, { ...home, postalCode: "06000" }],
    pendingEmail,
    secondFactor: null,
    passkeys: [],
    wishlist: [{ productId: piece }],
    sessions: [{ current: true, userAgent: "Firefox", ipAddress: "203.0.113.77" }],
    notes: [],
  });
  expect([data.addresses.length, data.wishlist.length]).toEqual([2, 1]);
  expect(data.securityEvents.map(({ action }) => action)).toEqual([
    "member.exported",
    "member.email_change_requested",
  ]);
  for (const foreign of [other.id, other.email, other.name, another])
    expect(text).not.toContain(foreign);
  expect(text).not.toMatch(/argon2|hash|epoch|secret/i);
});

test("with auth away the rest is handed out, and a note says what lacks", async () => {
  const call = await signIn(await join());
  await auth.stop();
  const reply = await call("GET", `${me}/export`);
  expect([reply.status, await reply.json()]).toMatchObject([
    200,
    { sessions: null, notes: [expect.stringContaining("sessions")] },
  ]);
});
