import { expect, test } from "bun:test";

import { tagOf } from "@jangteo/shared/denylist";

import { mintRefreshToken } from "./refresh.ts";
import { createSession } from "./sessions.ts";
import { read, failureOf, secret, testAuth, type Person } from "./testing.ts";

const auth = await testAuth();
const { enrol, erase, signedIn, refresh, refreshed, pass, redis, member, clock } = auth;
const minute = 60_000;
const hour = 60 * minute;
/** As the client that has no secret. */
const asApp = (refresh_token: string) =>
  auth.form(
    "/v1/oauth/token",
    { grant_type: "refresh_token", client_id: "app", refresh_token },
    {},
  );

const isOver = async (token: string) =>
  expect(await failureOf(await refresh(token))).toMatchObject({
    status: 400,
    error: "invalid_grant",
  });
const keyOf = async ({ memberId }: Person) => {
  const [sid] = await redis.zrange(`a:{${tagOf(memberId)}}:u`, 0, -1);
  return `a:{${tagOf(memberId)}}:s:${sid}`;
};

test("however many refresh one token at a time, one rotation happens and all get the same token", async () => {
  const mina = enrol();
  const { refresh_token } = await signedIn(mina);
  const asked = member.asked;
  const replies = await Promise.all(Array.from({ length: 200 }, () => refreshed(refresh_token)));
  expect(new Set(replies.map((reply) => reply.refresh_token)).size).toBe(1);
  expect(replies[0]?.refresh_token).not.toBe(refresh_token);
  expect(await redis.hget(await keyOf(mina), "generation")).toBe("2");
  expect(member.asked - asked).toBeLessThan(50);
});

test("a lost answer can be asked for again within a day", async () => {
  const { refresh_token } = await signedIn(enrol());
  const first = await refreshed(refresh_token);
  pass(23 * hour);
  const again = await refreshed(refresh_token);
  expect(again.refresh_token).toBe(first.refresh_token);
  await refreshed(again.refresh_token);
});

test("a token used again after a day ends its session for thief and owner alike", async () => {
  const { refresh_token } = await signedIn(enrol());
  const owner = await refreshed(refresh_token);
  pass(24 * hour + 1000);
  await isOver(refresh_token);
  await isOver(owner.refresh_token);
});

test("a token two generations old ends its session at once", async () => {
  const { refresh_token } = await signedIn(enrol());
  const second = await refreshed(refresh_token);
  const third = await refreshed(second.refresh_token);
  await isOver(refresh_token);
  await isOver(third.refresh_token);
});

test("a client that can keep no secret has 20 seconds to ask again", async () => {
  const { memberId } = enrol();
  const begun = async () => {
    const session = await createSession(
      auth.parts,
      {
        memberId,
        clientId: "app",
        epoch: 1,
        acr: "1",
        amr: ["pwd"],
        roles: [],
        scope: ["cart"],
        userAgent: "App",
        ipAddress: "192.0.2.1",
      },
      false,
      clock(),
    );
    return mintRefreshToken(secret, session);
  };
  const token = await begun();
  expect((await asApp(token)).status).toBe(200);
  pass(19_000);
  expect((await asApp(token)).status).toBe(200);
  pass(2000);
  expect((await asApp(token)).status).toBe(400);
});

test("a forged token ends nothing", async () => {
  const { refresh_token } = await signedIn(enrol());
  const next = await refreshed(refresh_token);
  const [version, tag, sid, , code] = refresh_token.split(".");
  const flipped = `${code?.startsWith("A") ? "B" : "A"}${code?.slice(1)}`;
  pass(25 * hour);
  await isOver([version, tag, sid, "1", flipped].join("."));
  await isOver([version, tag, sid, "9", code].join("."));
  await isOver("v1.nonsense");
  await refreshed(next.refresh_token);
});

test("a session is refreshed by its own client only", async () => {
  const { refresh_token } = await signedIn(enrol());
  const stolen = await asApp(refresh_token);
  expect(await failureOf(stolen)).toMatchObject({ status: 400, error: "invalid_grant" });
  await refreshed(refresh_token);
});

test("when a failover forgot the last rotation, its token still works", async () => {
  const mina = enrol();
  const { refresh_token } = await signedIn(mina);
  const key = await keyOf(mina);
  const before = await redis.hgetall(key);
  const next = await refreshed(refresh_token);
  await redis.hset(key, before);
  const after = await refreshed(next.refresh_token);
  expect(after.refresh_token).not.toBe(next.refresh_token);
  expect((await refreshed(next.refresh_token)).refresh_token).toBe(after.refresh_token);
});

test("a changed password ends every session at its next refresh, also after a failover", async () => {
  const mina = enrol();
  const { refresh_token } = await signedIn(mina);
  const key = await keyOf(mina);
  const kept = await redis.hgetall(key);
  mina.epoch += 1;
  await isOver(refresh_token);
  await redis.hset(key, kept);
  await isOver(refresh_token);
});

test("a member service that hangs holds a shopper up for no more than a moment", async () => {
  const { refresh_token } = await signedIn(enrol());
  member.answer = "never";
  try {
    const begun = performance.now();
    await refreshed(refresh_token);
    expect(performance.now() - begun).toBeWithin(290, 1000);
  } finally {
    member.answer = undefined;
  }
});

test("an erased member's sessions end", async () => {
  const mina = enrol();
  const { refresh_token } = await signedIn(mina);
  erase(mina);
  await isOver(refresh_token);
});

test("new roles arrive with the next refresh", async () => {
  const mina = enrol([], "123456");
  const { refresh_token } = await auth.verified(mina);
  mina.roles.push("support");
  const { access_token } = await refreshed(refresh_token);
  const claims: { roles: string[] } = JSON.parse(atob(access_token.split(".")[1] ?? ""));
  expect(claims.roles).toEqual(["support"]);
});

test("a refresh may ask for less than was granted, never for more", async () => {
  const { refresh_token } = await signedIn(enrol());
  const ask = (scope: string) =>
    auth.form("/v1/oauth/token", { grant_type: "refresh_token", refresh_token, scope });
  expect(await failureOf(await ask("member admin"))).toMatchObject({ error: "invalid_scope" });
  const less = await read<{ scope: string }>(ask("cart"));
  expect(less.scope).toBe("cart");
});
