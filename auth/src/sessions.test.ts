import { expect, test } from "bun:test";

import { read, bearer, failureOf, testAuth, type Tokens } from "./testing.ts";

const auth = await testAuth();
const { app, enrol, login, signedIn, refreshed, refresh, pass, redis, json, member } = auth;
const day = 86_400_000;

const call = (method: string, path: string, { access_token }: Tokens) =>
  app.request(path, { method, headers: bearer(access_token) });
const listed = async (tokens: Tokens) => {
  const reply = await call("GET", "/v1/sessions", tokens);
  expect(reply.status).toBe(200);
  const { items } = await read<{ items: { id: string; current: boolean }[] }>(reply);
  return items;
};

test("a right password gives a session that lists its device", async () => {
  const mina = enrol();
  const tokens = await signedIn(mina, "2001:db8::7");
  expect(tokens).toMatchObject({ memberId: mina.memberId, language: "ko", scope: "cart member" });
  expect(tokens.refresh_expires_in).toBe(14 * 86_400);
  const current = await call("GET", "/v1/sessions/current", tokens);
  expect(current.headers.get("cache-control")).toBe("no-store");
  const session = await read<Record<string, string>>(current);
  expect(session).toMatchObject({
    current: true,
    userAgent: "Firefox",
    ipAddress: "2001:db8::7",
  });
  expect(Date.parse(session["expiresAt"] ?? "") - Date.parse(session["createdAt"] ?? "")).toBe(
    14 * day,
  );
});

test("a wrong password and an unknown address get the very same refusal", async () => {
  const mina = enrol();
  const wrong = await login({ ...mina, password: "guess" });
  const unknown = await login({ email: "nobody@example.com", password: "guess" });
  expect(await failureOf(wrong)).toEqual({
    status: 401,
    code: "unauthenticated",
    error: undefined,
    title: "The e-mail address or the password is not right",
  });
  const [one, other] = [wrong, unknown].map(({ headers }) =>
    [...headers.keys()].filter((name) => name !== "x-request-id"),
  );
  expect(one).toEqual(other);
  expect((await login({ email: "nobody@example.com", password: "guess" })).status).toBe(401);
});

test("a malformed login is refused, naming the fields and not their values", async () => {
  const reply = await json("/v1/sessions", {
    email: "mina",
    password: "s3cret",
    ipAddress: "here",
  });
  const text = await reply.text();
  expect(reply.status).toBe(400);
  expect(text).toContain("/email");
  expect(text).toContain("/ipAddress");
  expect(text).not.toContain("s3cret");
});

test("devices are listed the newest first, and each can be signed out alone", async () => {
  const mina = enrol();
  const first = await signedIn(mina);
  pass(1000);
  const second = await signedIn(mina);
  const [newest, oldest, ...others] = await listed(first);
  expect(others).toEqual([]);
  expect([newest?.current, oldest?.current]).toEqual([false, true]);

  expect((await call("DELETE", `/v1/sessions/${newest?.id}`, first)).status).toBe(204);
  expect(await listed(first)).toHaveLength(1);
  expect((await call("GET", "/v1/sessions/current", second)).status).toBe(401);
  expect((await refresh(second.refresh_token)).status).toBe(400);
  expect((await call("DELETE", `/v1/sessions/${newest?.id}`, first)).status).toBe(204);
});

test("no member sees or ends the session of another", async () => {
  const mina = await signedIn(enrol());
  const mallory = await signedIn(enrol());
  const [session] = await listed(mina);
  expect((await call("DELETE", `/v1/sessions/${session?.id}`, mallory)).status).toBe(204);
  expect(await listed(mina)).toHaveLength(1);
  expect((await listed(mallory)).map(({ id }) => id)).not.toContain(session?.id ?? "");
});

test("signing out everywhere else keeps this device, and everywhere ends it", async () => {
  const mina = enrol();
  const [here, there] = [await signedIn(mina), await signedIn(mina)];
  expect((await call("DELETE", "/v1/sessions?except=current", here)).status).toBe(204);
  expect(await listed(here)).toHaveLength(1);
  expect((await refresh(there.refresh_token)).status).toBe(400);
  expect((await call("DELETE", "/v1/sessions?except=others", here)).status).toBe(400);
  expect((await call("DELETE", "/v1/sessions", here)).status).toBe(204);
  expect(await failureOf(await call("GET", "/v1/sessions", here))).toMatchObject({ status: 401 });
  expect((await refresh(here.refresh_token)).status).toBe(400);
});

test("signing out everywhere holds for good, and can be tried again when it failed", async () => {
  const mina = enrol();
  const [here, there] = [await signedIn(mina), await signedIn(mina)];
  member.answer = 503;
  const failed = await call("DELETE", "/v1/sessions", here);
  expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "5"]);
  member.answer = undefined;
  expect((await refresh(there.refresh_token)).status).toBe(400);
  expect(mina.epoch).toBe(1);
  expect((await call("DELETE", "/v1/sessions", here)).status).toBe(204);
  expect(mina.epoch).toBe(2);
  expect((await call("GET", "/v1/sessions", here)).status).toBe(401);
  const again = await signedIn(mina);
  expect((await call("DELETE", "/v1/sessions?except=current", again)).status).toBe(204);
  expect(mina.epoch).toBe(2);
});

test("signing out ends the access token at once, not only the refresh token", async () => {
  const tokens = await signedIn(enrol());
  expect((await call("DELETE", "/v1/sessions/current", tokens)).status).toBe(204);
  const after = await call("GET", "/v1/sessions/current", tokens);
  expect(after.status).toBe(401);
  expect(after.headers.get("www-authenticate")).toContain("invalid_token");
});

test("a session that Redis lost is not found, without any harm", async () => {
  const mina = enrol();
  const tokens = await signedIn(mina);
  for (const key of await redis.keys("a:*:s:*"))
    if ((await redis.hget(key, "memberId")) === mina.memberId) await redis.del(key);
  expect((await call("GET", "/v1/sessions/current", tokens)).status).toBe(404);
  expect(await listed(tokens)).toEqual([]);
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
});

test("the twenty-first device signs the least used one out", async () => {
  const mina = enrol();
  const first = await signedIn(mina);
  const second = await signedIn(mina);
  for (const n of Array(18).keys()) {
    pass(1000 + n);
    await signedIn(mina);
  }
  await refreshed(first.refresh_token);
  pass(1000);
  const last = await signedIn(mina);
  expect(await listed(last)).toHaveLength(20);
  expect((await call("GET", "/v1/sessions", second)).status).toBe(401);
});

test("a session is over after 14 idle days, and after 30 days however busy", async () => {
  const mina = enrol();
  const idle = await signedIn(mina);
  pass(14 * day);
  expect((await refresh(idle.refresh_token)).status).toBe(400);

  const busy = await signedIn(mina);
  pass(13 * day);
  const once = await refreshed(busy.refresh_token);
  pass(13 * day);
  const twice = await refreshed(once.refresh_token);
  expect(twice.refresh_expires_in).toBeLessThanOrEqual(4 * 86_400);
  pass(4 * day);
  expect((await refresh(twice.refresh_token)).status).toBe(400);
});

test("guests and strangers have no sessions", async () => {
  const reply = await json("/v1/guest-tokens", { guestId: crypto.randomUUID() });
  const guest = await read<Tokens>(reply);
  const routes = [
    ["GET", "/v1/sessions"],
    ["GET", "/v1/sessions/current"],
    ["DELETE", "/v1/sessions"],
    ["DELETE", "/v1/sessions/current"],
  ] as const;
  for (const [method, path] of routes) {
    expect((await call(method, path, guest)).status).toBe(403);
    expect((await app.request(path, { method })).status).toBe(401);
  }
});
