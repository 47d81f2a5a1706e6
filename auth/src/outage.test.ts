import { afterEach, expect, test } from "bun:test";
import process from "node:process";

import { failureOf, testAuth } from "./testing.ts";

const auth = await testAuth();
const { app, enrol, signedIn, login, refresh, refreshed, member, pass, server, redis } = auth;
const minute = 60_000;

afterEach(() => {
  member.answer = undefined;
});

test("a shopper goes on for 15 minutes without the member service, and is never signed out", async () => {
  const { refresh_token } = await signedIn(enrol());
  member.answer = 0;
  pass(14 * minute);
  const next = await refreshed(refresh_token);
  pass(2 * minute);
  const reply = await refresh(next.refresh_token);
  expect(reply.headers.get("retry-after")).toBe("5");
  expect(await failureOf(reply)).toMatchObject({ status: 503, error: "temporarily_unavailable" });
  member.answer = undefined;
  await refreshed(next.refresh_token);
});

test("any answer of the member service but a clear one counts as none", async () => {
  const { refresh_token } = await signedIn(enrol());
  member.answer = 500;
  await refreshed(refresh_token);
  for (const answer of [500, 0]) {
    member.answer = answer;
    const reply = await login(enrol());
    expect(reply.headers.get("retry-after")).not.toBeNull();
    expect(await failureOf(reply)).toMatchObject({ status: 503, code: "unavailable" });
  }
});

test("staff never go on without the member service", async () => {
  const { refresh_token } = await signedIn(enrol(["support"]));
  member.answer = 0;
  expect((await refresh(refresh_token)).status).toBe(503);
});

test("failures of ours are not counted against the shopper", async () => {
  const mina = enrol();
  member.answer = 503;
  for (const _ of Array(7)) expect((await login(mina)).status).toBe(503);
  member.answer = undefined;
  expect((await login(mina)).status).toBe(201);
});

test("while Redis hangs every session route says 503 in time; keys and guests go on", async () => {
  const mina = enrol();
  const tokens = await signedIn(mina);
  const bearer = { authorization: `Bearer ${tokens.access_token}` };
  process.kill(server.identity.pid, "SIGSTOP");
  try {
    const refused = await Promise.all([
      login(mina),
      app.request("/v1/sessions", { headers: bearer }),
      app.request("/v1/sessions/current", { headers: bearer }),
      app.request("/v1/sessions", { method: "DELETE", headers: bearer }),
      app.request("/v1/sessions/current", { method: "DELETE", headers: bearer }),
      app.request("/readyz"),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(Array(6).fill(503));
    for (const reply of refused.slice(0, 5))
      expect(reply.headers.get("retry-after")).not.toBeNull();
    const oauth = await Promise.all([
      refresh(tokens.refresh_token),
      auth.form("/v1/oauth/revoke", { token: tokens.access_token }),
      auth.form("/v1/oauth/introspect", { token: tokens.refresh_token }),
    ]);
    for (const reply of oauth)
      expect(await failureOf(reply)).toMatchObject({
        status: 503,
        error: "temporarily_unavailable",
      });
    expect((await app.request("/.well-known/jwks.json")).status).toBe(200);
    expect((await auth.json("/v1/guest-tokens", { guestId: crypto.randomUUID() })).status).toBe(
      201,
    );
  } finally {
    process.kill(server.identity.pid, "SIGCONT");
  }
  await redis.ping().catch(() => redis.ping());
});

test("the log holds no token, no password and no address", async () => {
  const mina = enrol();
  const tokens = await signedIn(mina);
  member.answer = 503;
  await login({ ...mina, password: "a guess" });
  pass(20 * minute);
  await refresh(tokens.refresh_token);
  const log = auth.logged.join("\n");
  expect(log).toContain("503");
  for (const secret of [mina.email, mina.password, "a guess", tokens.refresh_token, "eyJ"])
    expect(log).not.toContain(secret);
});
