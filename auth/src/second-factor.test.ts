import { expect, test } from "bun:test";

import { decodeJwt } from "jose";

import { bearer, failureOf, read, testAuth, type Tokens } from "./testing.ts";

const auth = await testAuth();
const { app, enrol, erase, login, complete, challenged, verified, signedIn, refresh } = auth;
const { refreshed, pass, told, member, redis, json } = auth;
const minute = 60_000;
const hour = 60 * minute;

const claimsOf = ({ access_token }: Tokens) => decodeJwt(access_token);
const gone = async (reply: Response | Promise<Response>) =>
  expect(await failureOf(await reply)).toMatchObject({ status: 404, code: "not_found" });

test("with a second factor the password alone gives a challenge and no session", async () => {
  const mina = enrol([], "314159");
  const reply = await login(mina);
  expect(reply.status).toBe(202);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const challenge = await read<Record<string, unknown>>(reply);
  expect(challenge).toEqual({
    challenge_id: expect.stringMatching(/^[\w-]{22}$/),
    methods: ["totp", "recovery_code"],
    expires_in: 300,
  });
  expect(await told(mina)).toEqual([]);

  const signed = await complete(String(challenge["challenge_id"]), "314159");
  expect(signed.status).toBe(201);
  const tokens = await read<Tokens>(signed);
  expect(tokens).toMatchObject({ memberId: mina.memberId, mfa_enrolment_required: false });
  expect(claimsOf(tokens)).toMatchObject({ acr: "2", amr: ["pwd", "otp"] });
  await refreshed(tokens.refresh_token);
});

test("a recovery code completes a login, once", async () => {
  const mina = enrol([], "314159");
  const code = mina.recoveryCodes[0] ?? "";
  const signed = await complete(await challenged(mina), code);
  expect(claimsOf(await read<Tokens>(signed))["amr"]).toEqual(["pwd", "rec"]);
  expect((await complete(await challenged(mina), code)).status).toBe(401);
});

test("a wrong code is refused by name; after five the login begins anew", async () => {
  const mina = enrol([], "314159");
  const id = await challenged(mina);
  const replies = await Promise.all(Array.from({ length: 12 }, () => complete(id, "000000")));
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status !== 401 && status !== 404 && status !== 429)).toEqual(
    [],
  );
  const wrong = replies.find(({ status }) => status === 401) ?? new Response();
  expect(await read<unknown>(wrong)).toMatchObject({
    code: "unauthenticated",
    errors: [{ in: "body", pointer: "/code", rule: "wrong" }],
  });
  pass(1000);
  await gone(complete(id, "314159"));
  expect((await told(mina)).map(({ type }) => type)).toEqual(Array(5).fill("auth.sign_in_failed"));
  await verified(mina);
});

test("who knows the password cannot guess codes by beginning anew", async () => {
  const mina = enrol([], "314159");
  const known = (await verified(mina)).device_token;
  for (const _ of Array(5)) await complete(await challenged(mina), "000000");
  const waiting = await complete(await challenged(mina), "000000");
  expect(waiting.status).toBe(429);
  expect(waiting.headers.get("ratelimit-policy")).toStartWith('"code";q=1');
  const home = await complete(await challenged(mina), "314159", known);
  expect(home.status).toBe(201);
});

test("a challenge lasts five minutes, works once, and for its own client only", async () => {
  const mina = enrol([], "314159");
  const late = await challenged(mina);
  pass(5 * minute);
  await gone(complete(late, "314159"));
  await gone(complete("A".repeat(22), "314159"));
  expect((await complete("not/an/id", "314159")).status).toBe(404);

  const id = await challenged(mina);
  const both = await Promise.all([complete(id, "314159"), complete(id, "314159")]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404]);
  await gone(complete(id, "314159"));
  const body = { code: "314159", ipAddress: "192.0.2.1" };
  const path = `/v1/sessions/challenges/${id}/completion`;
  expect((await json(path, body, {})).status).toBe(401);
  expect((await json(path, { ...body, code: "" })).status).toBe(400);
});

test("a password changed, or a member erased, during a challenge ends it", async () => {
  const [mina, juno] = [enrol([], "314159"), enrol([], "314159")];
  const [first, second] = [await challenged(mina), await challenged(juno)];
  mina.epoch += 1;
  erase(juno);
  await gone(complete(first, "314159"));
  await gone(complete(second, "314159"));
});

test("an outage of ours during a challenge costs no try", async () => {
  const mina = enrol([], "314159");
  const id = await challenged(mina);
  member.answer = 0;
  for (const _ of Array(7)) expect((await complete(id, "314159")).status).toBe(503);
  member.answer = undefined;
  expect((await complete(id, "314159")).status).toBe(201);
});

test("staff without a second factor come in without any right, and are told to enrol", async () => {
  const owner = enrol(["owner"]);
  const tokens = await signedIn(owner);
  expect(tokens.mfa_enrolment_required).toBeTrue();
  expect(claimsOf(tokens)).toMatchObject({ roles: [], scope: "cart member" });
  const later = await refreshed(tokens.refresh_token);
  expect(claimsOf(later)).toMatchObject({ roles: [], scope: "cart member" });

  owner.code = "271828";
  const confirmed = await auth.stepUp(later.access_token, { code: "271828" });
  expect(confirmed.status).toBe(201);
  expect(claimsOf(await read<Tokens>(confirmed))).toMatchObject({ roles: ["owner"], acr: "2" });
  const next = claimsOf(await refreshed(later.refresh_token));
  expect(String(next["scope"]).split(" ")).toContain("clients:write");
});

test("each role has its rights, and no more", async () => {
  const own = async (role: string) => {
    const { scope } = await verified(enrol([role], "271828"));
    return scope.split(" ").filter((name) => !["cart", "member"].includes(name));
  };
  const support = "staff members:read orders:write refunds:write reviews:write audit:read".split(
    " ",
  );
  const manager = [...support, "catalogue:write", "promotions:write", "members:write"];
  expect(new Set(await own("owner"))).toEqual(new Set([...manager, "clients:write"]));
  expect(new Set(await own("manager"))).toEqual(new Set(manager));
  expect(new Set(await own("support"))).toEqual(new Set(support));
  expect(new Set(await own("fulfilment"))).toEqual(new Set(["staff", "orders:write"]));
  expect(await own("poet")).toEqual([]);
});

test("a staff session is over after 30 idle minutes, and after 12 hours however busy", async () => {
  const manager = enrol(["manager"], "271828");
  const idle = await verified(manager);
  expect(idle.refresh_expires_in).toBe(1800);
  pass(30 * minute);
  expect((await refresh(idle.refresh_token)).status).toBe(400);

  const busy = { now: await verified(manager) };
  for (const _ of Array(26)) {
    pass(27 * minute);
    busy.now = await refreshed(busy.now.refresh_token);
  }
  expect(busy.now.refresh_expires_in).toBeLessThanOrEqual(18 * 60);
  pass(18 * minute);
  expect((await refresh(busy.now.refresh_token)).status).toBe(400);
});

test("a shopper who becomes staff does not keep a shopper's long session", async () => {
  const mina = enrol();
  const tokens = await signedIn(mina);
  pass(13 * hour);
  mina.roles.push("support");
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
});

test("challenges hold no address and no password", async () => {
  const mina = enrol([], "314159");
  const id = await challenged(mina);
  const kept = JSON.stringify(await redis.hgetall(`a:{${id}}:c`));
  expect(kept).toContain(mina.memberId);
  for (const secret of [mina.email, mina.password, mina.code ?? ""])
    expect(kept).not.toContain(secret);
  const seen = await app.request("/v1/sessions", { headers: bearer(id) });
  expect(seen.status).toBe(401);
});
