import { expect, test } from "bun:test";

import { createDenylist, endedKey, tagOf } from "@jangteo/shared/denylist";
import { routesOf } from "@jangteo/shared/protect";
import { testRedis } from "@jangteo/shared/testing/redis";

import * as contract from "./contract.ts";
import { testMemberService } from "./testing.ts";

const { redis, server } = await testRedis();
const { join } = await testMemberService({ isEnded: createDenylist(redis) });

const sensitive = routesOf(contract)
  .filter(({ security = [] }) => security[0]?.["bearer"]?.includes("recent"))
  .map(({ method, path }) => [method.toUpperCase(), path] as const);
const bodies: Record<string, unknown> = {
  "/v1/members/me/password-changes": { currentPassword: "x", newPassword: "long enough" },
  "/v1/members/me/email-changes": { email: "other@example.com" },
  "/v1/members/me/second-factor/confirmations": { code: "123456" },
};

test("what could take an account or the shop away is asked to be proven anew", () => {
  expect(sensitive.map((route) => route.join(" ")).toSorted()).toEqual([
    "DELETE /v1/api-clients/{id}/secrets/{secretId}",
    "DELETE /v1/members/me",
    "DELETE /v1/members/me/passkeys/{id}",
    "DELETE /v1/members/me/second-factor",
    "GET /v1/members/me/export",
    "PATCH /v1/api-clients/{id}",
    "POST /v1/api-clients",
    "POST /v1/api-clients/{id}/secrets",
    "POST /v1/members/me/email-changes",
    "POST /v1/members/me/passkeys",
    "POST /v1/members/me/passkeys/registrations",
    "POST /v1/members/me/password-changes",
    "POST /v1/members/me/second-factor/confirmations",
    "POST /v1/members/me/second-factor/enrolments",
    "POST /v1/members/me/second-factor/recovery-codes",
  ]);
});

test.each(sensitive)(
  "%s %s: a proof older than ten minutes is not enough",
  async (method, path) => {
    const { call } = await join();
    const reply = await call(method, path, bodies[path], {
      age: 601,
      scope: "member clients:write",
    });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toBe(
      'Bearer error="insufficient_user_authentication", max_age="600"',
    );
    expect(await reply.json()).toMatchObject({ code: "step_up_required" });
  },
);

test("a session that was ended does nothing sensitive with the token it still has", async () => {
  const { id, call } = await join();
  const sid = crypto.randomUUID();
  await redis.set(endedKey(tagOf(id), sid), "1", "EX", 60);
  const reply = await call("DELETE", "/v1/members/me", undefined, { sid });
  expect(reply.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
  expect((await call("GET", "/v1/members/me")).status).toBe(200);
});

test("while it cannot be known whether the session ended, nothing sensitive is done", async () => {
  const { call } = await join();
  await server.stop();
  const reply = await call("DELETE", "/v1/members/me");
  expect([reply.status, await reply.json()]).toMatchObject([503, { code: "unavailable" }]);
  expect((await call("GET", "/v1/members/me")).status).toBe(200);
});
