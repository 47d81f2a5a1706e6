import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { createLog } from "@jangteo/shared/log";
import { connectBlocking } from "@jangteo/shared/redis";
import { sendTo, startConsumer } from "@jangteo/shared/stream";
import { decodeJwt } from "jose";

import { createMemberEvents } from "./member-events.ts";
import { bearer, failureOf, testAuth, type Person, type Tokens } from "./testing.ts";

const auth = await testAuth();
const { app, redis, enrol, erase, login, signedIn, refresh, refreshed, told, parts, pass } = auth;
const quiet = createLog("auth", () => {});

const sidOf = ({ access_token }: Tokens) => String(decodeJwt(access_token)["sid"]);
const end = (path: string, { access_token }: Tokens) =>
  app.request(path, { method: "DELETE", headers: bearer(access_token) });
const endsOf = async (who: Person) =>
  (await told(who))
    .filter(({ type }) => type === "auth.session_ended")
    .map(({ payload }) => [payload.sid, payload.reason]);
const isOver = async (tokens: Tokens) => {
  const seen = await app.request("/v1/sessions", { headers: bearer(tokens.access_token) });
  expect(await failureOf(seen)).toMatchObject({ status: 401 });
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
};

test("a login tells who came in from where, and whether the device was new", async () => {
  const mina = enrol();
  const first = await signedIn(mina, "2001:db8::7");
  await login(mina, "192.0.2.9", first.device_token);
  await login(mina, "192.0.2.9");
  const facts = await told(mina);
  const { memberId } = mina;
  expect(facts[0]).toEqual({
    type: "auth.signed_in",
    payload: {
      memberId,
      sid: sidOf(first),
      userAgent: "Firefox",
      ipAddress: "2001:db8::7",
      newDevice: true,
    },
  });
  expect(facts.map(({ payload }) => payload.newDevice)).toEqual([true, false, true]);
});

test("every end of a session is told once, with its reason", async () => {
  const mina = enrol();
  const [here, there, far, revoked] = [
    await signedIn(mina),
    await signedIn(mina),
    await signedIn(mina),
    await signedIn(mina),
  ];
  await end(`/v1/sessions/${sidOf(there)}`, here);
  await end(`/v1/sessions/${sidOf(there)}`, here);
  await auth.form("/v1/oauth/revoke", { token: revoked.refresh_token });
  await end("/v1/sessions/current", far);
  await end("/v1/sessions", here);
  expect(await endsOf(mina)).toEqual([
    [sidOf(there), "signed_out_elsewhere"],
    [sidOf(revoked), "revoked"],
    [sidOf(far), "signed_out"],
    [sidOf(here), "signed_out_everywhere"],
  ]);
});

test("a token used twice is told as what it may be: stolen", async () => {
  const mina = enrol();
  const first = await signedIn(mina);
  await refreshed((await refreshed(first.refresh_token)).refresh_token);
  await refresh(first.refresh_token);
  const of = { memberId: mina.memberId, sid: sidOf(first) };
  expect((await told(mina)).slice(1)).toEqual([
    { type: "auth.refresh_reused", payload: of },
    { type: "auth.session_ended", payload: { ...of, reason: "reused" } },
  ]);
});

test("events carry ids to know them again by, and no address, password or token", async () => {
  const mina = enrol([], "314159");
  const id = await auth.challenged(mina);
  await auth.complete(id, "000000");
  const tokens = await auth.verified(mina);
  await auth.stepUp(tokens.access_token, { code: "314159" });
  await end("/v1/sessions", tokens);
  const entries = await redis.xrange("events:{auth}", "-", "+");
  const ids = entries.map(([, fields]) => fields[fields.indexOf("id") + 1] ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of ids) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  const all = JSON.stringify(entries);
  expect(all).toContain(mina.memberId);
  for (const secret of ["@", mina.password, "314159", "000000", "eyJ", "v1.", "d1."])
    expect(all).not.toContain(secret);
});

test("a stream that takes no events keeps nobody out", async () => {
  const mina = enrol();
  await redis.rename("events:{auth}", "kept");
  await redis.set("events:{auth}", "not a stream");
  const tokens = await signedIn(mina);
  await refreshed(tokens.refresh_token);
  expect((await end("/v1/sessions", tokens)).status).toBe(204);
  await isOver(tokens);
  await redis.rename("kept", "events:{auth}");
  expect(auth.logged.join("\n")).toContain("Events were not written");
});

test("what member tells ends the sessions it concerns, also when it is told twice", async () => {
  const [mina, juno, hana] = [enrol(), enrol(), enrol()];
  const old = [await signedIn(mina), await signedIn(juno), await signedIn(hana)] as const;
  const stays = await signedIn(enrol());
  mina.epoch = 2;
  juno.epoch = 2;
  erase(hana);
  const [minaNow, junoNow] = [await signedIn(mina), await signedIn(juno)];
  const events = (
    [
      ["member.password_changed", { memberId: mina.memberId, epoch: 2 }],
      ["member.session_epoch_bumped", { memberId: juno.memberId, epoch: 2 }],
      ["member.erased", { memberId: hana.memberId }],
      ["member.signed_up", { memberId: mina.memberId, more: true }],
    ] as const
  ).map(([type, payload]) => ({ id: uuidv7(), type, payload, traceparent: null }));
  const handled: string[] = [];
  const done = Promise.withResolvers<void>();
  const handle = createMemberEvents(parts);
  const consumer = startConsumer({
    redis: connectBlocking(auth.server.url, quiet),
    service: "member",
    group: "auth",
    handle: async (event) => {
      await handle(event);
      handled.push(event.id);
      if (handled.length === events.length * 2) done.resolve();
    },
    log: quiet,
  });
  const send = sendTo(redis, "member");
  await send(events);
  await send(events);
  await done.promise;
  await consumer.stop();
  for (const tokens of old) await isOver(tokens);
  for (const tokens of [minaNow, junoNow, stays]) await refreshed(tokens.refresh_token);
  expect(await endsOf(mina)).toEqual([[sidOf(old[0]), "password_changed"]]);
  expect(await endsOf(juno)).toEqual([[sidOf(old[1]), "epoch"]]);
  expect(await endsOf(hana)).toEqual([[sidOf(old[2]), "erased"]]);
});

test("a session replaced by a twenty-first device is told of", async () => {
  const mina = enrol();
  const first = await signedIn(mina);
  for (const _ of Array(20)) {
    pass(1000);
    await signedIn(mina);
  }
  expect(await endsOf(mina)).toEqual([[sidOf(first), "replaced"]]);
});
