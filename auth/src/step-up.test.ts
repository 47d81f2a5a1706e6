import { expect, test } from "bun:test";

import { decodeJwt } from "jose";

import { bearer, read, testAuth, type Tokens } from "./testing.ts";

const auth = await testAuth();
const { app, enrol, erase, signedIn, verified, stepUp, refreshed, refresh, pass, told } = auth;
const { member, redis } = auth;
const minute = 60_000;

const authTimeOf = ({ access_token }: Tokens) => Number(decodeJwt(access_token)["auth_time"]);
const refusedField = async (reply: Response) => {
  const { errors } = await read<{ errors: { pointer: string; rule: string }[] }>(reply);
  return [reply.status, errors[0]?.pointer, errors[0]?.rule];
};

test("a password given again makes the same session recent, now and after refreshes", async () => {
  const mina = enrol();
  const first = await signedIn(mina);
  pass(20 * minute);
  const old = await refreshed(first.refresh_token);
  expect(authTimeOf(old)).toBe(authTimeOf(first));

  const reply = await stepUp(old.access_token, { password: mina.password });
  expect(reply.status).toBe(201);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const stepped = await read<Tokens>(reply);
  expect(stepped.refresh_token).toBeUndefined();
  expect(authTimeOf(stepped) - authTimeOf(first)).toBeGreaterThanOrEqual(20 * 60);
  const [before, after] = [decodeJwt(first.access_token), decodeJwt(stepped.access_token)];
  expect(after).toMatchObject({ sid: before["sid"], acr: "1", amr: ["pwd"] });
  const next = await refreshed(old.refresh_token);
  expect(authTimeOf(next)).toBe(authTimeOf(stepped));
  expect(await told(mina)).toContainEqual({
    type: "auth.stepped_up",
    payload: { memberId: mina.memberId, sid: before["sid"] },
  });
});

test("with a second factor the code is asked for, and the password does not do", async () => {
  const mina = enrol([], "314159");
  const { access_token } = await verified(mina);
  const asked = await stepUp(access_token, { password: mina.password });
  expect(await refusedField(asked)).toEqual([400, "/code", "required"]);
  const wrong = await stepUp(access_token, { code: "000000" });
  expect(await refusedField(wrong)).toEqual([400, "/code", "wrong"]);
  const right = await stepUp(access_token, { code: "314159" });
  const { acr, amr } = decodeJwt((await read<Tokens>(right)).access_token);
  expect({ acr, amr }).toEqual({ acr: "2", amr: ["pwd", "otp"] });
});

test("without a second factor the password is asked for; a wrong one never signs anybody out", async () => {
  const mina = enrol();
  const { access_token, refresh_token } = await signedIn(mina);
  const asked = await stepUp(access_token, { code: "314159" });
  expect(await refusedField(asked)).toEqual([400, "/password", "required"]);
  const wrong = await stepUp(access_token, { password: "guess" });
  expect(await refusedField(wrong)).toEqual([400, "/password", "wrong"]);
  expect(await told(mina)).toContainEqual({
    type: "auth.sign_in_failed",
    payload: { memberId: mina.memberId },
  });
  await refreshed(refresh_token);
});

test("who holds a stolen token cannot guess the password or the code", async () => {
  const [mina, juno] = [enrol(), enrol([], "314159")];
  const cases = [
    [(await signedIn(mina)).access_token, { password: "guess" }, { password: mina.password }],
    [(await verified(juno)).access_token, { code: "000000" }, { code: "314159" }],
  ] as const;
  for (const [token, guess, right] of cases) {
    const replies = await Promise.all(Array.from({ length: 20 }, () => stepUp(token, guess)));
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(5);
    const waiting = replies.find(({ status }) => status === 429);
    expect(waiting?.headers.get("retry-after")).toBe("1");
    pass(1000);
    expect((await stepUp(token, right)).status).toBe(201);
  }
});

test("a session that ended cannot be made recent", async () => {
  const mina = enrol();
  const [ended, lost, old, erased] = await Promise.all(
    Array.from({ length: 4 }, () => signedIn(mina)),
  );
  const invalid = async (tokens: Tokens | undefined) => {
    const reply = await stepUp(tokens?.access_token ?? "", { password: mina.password });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toContain("invalid_token");
  };
  const headers = bearer(ended?.access_token ?? "");
  await app.request("/v1/sessions/current", { method: "DELETE", headers });
  await invalid(ended);
  const { sid } = decodeJwt(lost?.access_token ?? "");
  for (const key of await redis.keys(`a:*:s:${String(sid)}`)) await redis.del(key);
  await invalid(lost);
  mina.epoch += 1;
  await invalid(old);
  expect((await refresh(old?.refresh_token ?? "")).status).toBe(400);
  erase(mina);
  await invalid(erased);
});

test("guests and strangers cannot step up; an outage is told as one and not counted", async () => {
  const guest = await auth.json("/v1/guest-tokens", { guestId: crypto.randomUUID() });
  const { access_token } = await read<Tokens>(guest);
  expect((await stepUp(access_token, { password: "x" })).status).toBe(403);
  expect((await auth.json("/v1/sessions/current/step-ups", {}, {})).status).toBe(401);
  const mina = enrol();
  const tokens = await signedIn(mina);
  expect((await stepUp(tokens.access_token, { password: "" })).status).toBe(400);
  member.answer = 0;
  for (const _ of Array(7)) {
    const reply = await stepUp(tokens.access_token, { password: mina.password });
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
  }
  member.answer = undefined;
  expect((await stepUp(tokens.access_token, { password: mina.password })).status).toBe(201);
});
