import { expect, test } from "bun:test";

import { decodeJwt } from "jose";

import { asWarehouse, bearer, failureOf, read, testAuth, type Tokens } from "./testing.ts";

const auth = await testAuth();
const { app, enrol, erase, json, signedIn, verified, stepUp, refreshed, told, pass, redis } = auth;
const { login, member } = auth;

const holder = (roles?: string[], code?: string) =>
  Object.assign(enrol(roles, code), { passkey: `signed-by-${crypto.randomUUID()}` });
const signed = (signature = "nobodys") => ({
  ...{ id: "key", rawId: "key", type: "public-key", clientExtensionResults: {} },
  response: { clientDataJSON: "e30", authenticatorData: "AA", signature, userHandle: "AA" },
});
const challenge = async () => {
  const reply = await json("/v1/sessions/passkey-challenges", undefined);
  expect([reply.status, reply.headers.get("cache-control")]).toEqual([201, "no-store"]);
  return (await read<{ challenge_id: string }>(reply)).challenge_id;
};
const from = { userAgent: "Firefox", ipAddress: "192.0.2.1" };
const complete = (id: string, signature?: string, where: object = from) =>
  json(`/v1/sessions/passkey-challenges/${id}/completion`, {
    ...{ response: signed(signature) },
    ...where,
  });
const enter = async (signature: string, where?: object) =>
  complete(await challenge(), signature, where);
const claimsOf = ({ access_token }: Tokens) => decodeJwt(access_token);

test("a passkey signs in alone, as two factors in one", async () => {
  const mina = holder([], "314159");
  const reply = await enter(mina.passkey);
  expect([reply.status, reply.headers.get("cache-control")]).toEqual([201, "no-store"]);
  const tokens = await read<Tokens>(reply);
  expect(claimsOf(tokens)).toMatchObject({ sub: mina.memberId, acr: "2", amr: ["hwk", "user"] });
  await refreshed(tokens.refresh_token);
  expect(await told(mina)).toMatchObject([{ type: "auth.signed_in", payload: from }]);
  const kept = await Promise.all((await redis.keys("a:*:s:*")).map((key) => redis.hgetall(key)));
  expect(JSON.stringify(kept)).not.toContain(mina.email);
});

test("a device that came in by passkey is known when it comes in by password, and the other way", async () => {
  const mina = holder();
  const first = await read<Tokens>(enter(mina.passkey));
  await read<Tokens>(enter(mina.passkey, { ...from, deviceToken: first.device_token }));
  const third = await login(mina, "192.0.2.1", first.device_token);
  expect(third.status).toBe(201);
  const facts = (await told(mina)).filter(({ type }) => type === "auth.signed_in");
  expect(facts.map(({ payload }) => payload.newDevice)).toEqual([true, false, false]);
});

test("staff with a passkey have their rights without an app, and need not enrol one", async () => {
  const owner = holder(["owner"]);
  const tokens = await read<Tokens>(enter(owner.passkey));
  expect(tokens.mfa_enrolment_required).toBeFalse();
  expect(claimsOf(tokens)).toMatchObject({ roles: ["owner"] });
  const byPassword = await signedIn(owner);
  expect(byPassword.mfa_enrolment_required).toBeFalse();
  expect(claimsOf(byPassword)).toMatchObject({ acr: "1", roles: [], scope: "cart member" });
});

test("a password is enough beside a passkey; an app that is enrolled is still asked for", async () => {
  expect((await login(holder())).status).toBe(201);
  expect((await login(holder([], "314159"))).status).toBe(202);
});

test("a challenge is good once, and what nobody's passkey signed is refused", async () => {
  const mina = holder();
  const id = await challenge();
  expect((await complete(id, mina.passkey)).status).toBe(201);
  const again = await complete(id, mina.passkey);
  expect(await failureOf(again)).toMatchObject({ status: 401, code: "unauthenticated" });
  expect((await enter("nobodys")).status).toBe(401);
  erase(mina);
  expect((await enter(mina.passkey)).status).toBe(401);
});

test("only the shop's own client may ask", async () => {
  const path = "/v1/sessions/passkey-challenges";
  for (const [headers, status] of [
    [{}, 401],
    [asWarehouse, 403],
  ] as const) {
    expect((await json(path, undefined, headers)).status).toBe(status);
    const body = { response: signed(), ...from };
    const completion = `${path}/${crypto.randomUUID()}/completion`;
    expect((await json(completion, body, headers)).status).toBe(status);
  }
});

test("a network that sends answers without end waits; others, and right answers, do not", async () => {
  const mina = holder();
  const where = { userAgent: "", ipAddress: "198.51.100.7" };
  for (const _ of Array(50)) await complete(crypto.randomUUID(), "nobodys", where);
  const reply = await enter(mina.passkey, { ...where, ipAddress: "198.51.100.99" });
  expect(reply.status).toBe(429);
  expect(reply.headers.get("ratelimit-policy")).toStartWith('"passkey";q=50');
  for (const _ of Array(60)) expect((await enter(mina.passkey)).status).toBe(201);
  pass(72_000);
  expect((await enter(mina.passkey, where)).status).toBe(201);
});

test("a passkey makes a session recent, and staff by password get their rights by it", async () => {
  const owner = holder(["owner"]);
  const { access_token, refresh_token } = await signedIn(owner);
  pass(20 * 60_000);
  const passkey = { challenge_id: await challenge(), response: signed(owner.passkey) };
  const reply = await stepUp(access_token, { passkey });
  expect(reply.status).toBe(401);
  const { access_token: fresh } = await refreshed(refresh_token);
  const stepped = await stepUp(fresh, { passkey });
  expect(stepped.status).toBe(201);
  const claims = claimsOf(await read<Tokens>(stepped));
  expect(claims).toMatchObject({ acr: "2", amr: ["hwk", "user"], roles: ["owner"] });
  const again = await stepUp(fresh, { passkey });
  expect([again.status, (await read<{ errors: object[] }>(again)).errors[0]]).toMatchObject([
    400,
    { pointer: "/passkey", rule: "wrong" },
  ]);
});

test("somebody else's passkey makes no session recent, though it is a right one", async () => {
  const [mina, juno] = [holder([], "314159"), holder()];
  const { access_token } = await verified(mina);
  const given = async (signature: string) =>
    stepUp(access_token, {
      passkey: { challenge_id: await challenge(), response: signed(signature) },
    });
  expect((await given(juno.passkey)).status).toBe(400);
  expect((await given(mina.passkey)).status).toBe(201);
  const seen = await app.request("/v1/sessions", { headers: bearer(access_token) });
  expect((await read<{ items: object[] }>(seen)).items).toHaveLength(1);
});

test("an outage of ours is told as one, and costs no try", async () => {
  const mina = holder();
  const id = await challenge();
  member.answer = 0;
  const reply = await json("/v1/sessions/passkey-challenges", undefined);
  expect(reply.status).toBe(503);
  expect((await complete(id, mina.passkey)).status).toBe(503);
  member.answer = undefined;
  expect((await complete(id, mina.passkey)).status).toBe(201);
});
