import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as inFolder } from "node:path";

import { remoteKeys, type TokenRules } from "@jangteo/shared/auth";
import { softAuthenticator } from "@jangteo/shared/testing/authenticator";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testServer } from "@jangteo/shared/testing/server";

import { shop, testMemberService, type PasskeyRegistration } from "./testing.ts";

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
const { app, join } = await testMemberService({ rules });
door.member = (request) => app.fetch(request);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asStorefront = `Basic ${btoa(`storefront:${secret}`)}`;
type SignedIn = { access_token: string; memberId: string };
type Challenge = { challenge_id: string; options: { challenge: string } };

const ask = async <T>(path: string, status: number, body?: object, as = asStorefront) => {
  const reply = await fetch(`${auth.url}/v1/sessions${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: as },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(reply.status).toBe(status);
  return (await reply.json()) as T;
};
const challenge = () => ask<Challenge>("/passkey-challenges", 201);
const from = { userAgent: "Firefox", ipAddress: "203.0.113.77" };
const as =
  ({ access_token }: SignedIn) =>
  (method: string, path: string, body?: object) =>
    app.request(`/v1/members/me${path}`, {
      method,
      headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });

test("a passkey is added, logs in, is asked for before a sensitive act, and is removed", async () => {
  const { id: memberId, email, password } = await join({ roles: ["support"] });
  const call = as(await ask<SignedIn>("", 201, { email, password, ...from }));
  const key = softAuthenticator({ origin: shop });
  const begun = await call("POST", "/passkeys/registrations");
  const { id: registrationId, options } = (await begun.json()) as PasskeyRegistration;
  const response = key.create(options);
  const added = await call("POST", "/passkeys", { registrationId, name: "Phone", response });
  expect(added.status).toBe(201);

  const { challenge_id: id, options: asked } = await challenge();
  const body = { response: key.get(asked), ...from };
  const entered = await ask<SignedIn>(`/passkey-challenges/${id}/completion`, 201, body);
  expect(entered.memberId).toBe(memberId);
  await ask(`/passkey-challenges/${id}/completion`, 401, body);

  const again = await challenge();
  const passkey = { challenge_id: again.challenge_id, response: key.get(again.options) };
  const bearer = `Bearer ${entered.access_token}`;
  const stepped = await ask<SignedIn>("/current/step-ups", 201, { passkey }, bearer);
  expect((await as(stepped)("GET", "/export")).status).toBe(200);
  expect((await as(stepped)("DELETE", `/passkeys/${key.id}`)).status).toBe(403);
  await ask("/current/step-ups", 400, { passkey }, bearer);
});
