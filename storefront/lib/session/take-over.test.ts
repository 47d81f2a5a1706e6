import { expect, test } from "bun:test";
import { join } from "node:path";

import type { Fetch } from "@jangteo/shared/client";
import { testDatabase } from "@jangteo/shared/testing/database";
import { admin } from "@jangteo/shared/testing/postgres";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testTokens } from "@jangteo/shared/testing/tokens";

import { createGuests } from "./guests";
import { newHandle } from "./handle";
import { createIssuer } from "./issuer";
import { createOwed } from "./owed";
import type { Bearer } from "./renewal";
import { createTakeOver } from "./take-over";

const secret = "a-secret-of-at-least-32-characters";
const tokens = await testTokens();
const { url: databaseUrl, adminUrl } = await testDatabase("member");
const { redis, server, url: redisUrl } = await testRedis();
const unused = "http://127.0.0.1:1";

/** An auth that gives tokens to guests, signed with the key that the member service is told of. */
const auth = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: async (request) => {
    if (request.method === "GET") return Response.json(await tokens.jwks());
    const { guestId } = (await request.json()) as { guestId: string };
    const access = await tokens.access({ sub: `guest:${guestId}`, scope: "cart" });
    return Response.json(
      { access_token: access, token_type: "Bearer", expires_in: 900, scope: "cart" },
      { status: 201 },
    );
  },
});
const member = await testProcess(join(import.meta.dir, "../../../member/src/main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: auth.url.href,
  AUTH_URL: auth.url.href,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  SMTP_URL: "smtp://127.0.0.1:1",
  STOREFRONT_URL: unused,
  ...{ PASSWORD_PEPPER: secret, SECOND_FACTOR_SECRET: secret },
  ...{ IDEMPOTENCY_SECRET: secret, ONE_TIME_TOKEN_SECRET: secret },
});

const clock = { at: Date.now() };
const guests = createGuests({
  issuer: createIssuer({ authUrl: auth.url.origin, clientSecret: "s" }),
  secret,
});
const sessions: { held: Bearer; bearer: () => Promise<Bearer> } = {
  held: { kind: "none" },
  bearer: async () => sessions.held,
};
const owed = createOwed(redis, () => clock.at);
/** The service is killed and started again: no connection is used twice. */
const anew: Fetch = (input, init) => fetch(input, { ...init, keepalive: false });
const takeOver = (gatewayUrl = member.url) =>
  createTakeOver({ owed, guests, sessions, gatewayUrl, fetch: anew, deadline: 5000 });

const newMember = async () => {
  const id = crypto.randomUUID();
  await admin(
    adminUrl,
    (sql) => sql`insert into member.members (id, email, name, language, password_hash)
      values (${id}, ${`${id}@example.com`}, 'Mina', 'ko', 'unused')`,
  );
  return { id, token: await tokens.access({ sub: id }) };
};
const list = `${member.url}/v1/wishlists/current`;
const add = async (token: string) => {
  const id = crypto.randomUUID();
  const headers = { authorization: `Bearer ${token}` };
  expect((await anew(`${list}/items/${id}`, { method: "PUT", headers })).status).toBe(204);
  return id;
};
const held = async (token: string) => {
  const reply = await anew(list, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await reply.json()) as { items: { productId: string }[] };
  return items.map(({ productId }) => productId).toSorted();
};
const newGuest = async () => {
  const guest = newHandle();
  const bearer = await guests.bearer(guest);
  if (bearer.kind !== "live") throw new Error("no token");
  return { guest, token: bearer.token };
};

test("what a guest kept is the member's after the login, before anything is read", async () => {
  const [mina, { guest, token }] = [await newMember(), await newGuest()];
  const pieces = [await add(token), await add(token)].toSorted();
  const own = await add(mina.token);
  sessions.held = { kind: "live", token: mina.token };
  const over = takeOver();
  expect(await over.begin({ memberId: mina.id, guest, handle: newHandle() })).toBe(true);
  await over.settle("wishlist", mina.token);
  expect(await held(mina.token)).toEqual([...pieces, own].toSorted());
  expect(await held(token)).toEqual([]);
});

test("with member down at the login, and the session over before it is back, the next session gets it", async () => {
  const [mina, { guest, token }] = [await newMember(), await newGuest()];
  const piece = await add(token);
  await member.kill();
  sessions.held = { kind: "live", token: mina.token };
  const over = takeOver();
  expect(await over.begin({ memberId: mina.id, guest, handle: newHandle() })).toBe(true);
  await over.settle("wishlist", mina.token);
  await member.start();
  expect(await held(token)).toEqual([piece]);
  await takeOver().settle("wishlist", await tokens.access({ sub: mina.id }));
  expect(await held(mina.token)).toEqual([piece]);
}, 30_000);

test("a piece that was on its way during the login follows a minute later", async () => {
  const [mina, { guest, token }] = [await newMember(), await newGuest()];
  const first = await add(token);
  const over = takeOver();
  await over.begin({ memberId: mina.id, guest, handle: newHandle() });
  await over.settle("wishlist", mina.token);
  const late = await add(token);
  clock.at += 61_000;
  await over.settle("wishlist", mina.token);
  expect(await held(mina.token)).toEqual([first, late].toSorted());
  expect(await owed.due("wishlist", mina.id)).toEqual([]);
  clock.at += 61_000;
  expect(await owed.due("wishlist", mina.id)).toEqual([]);
});

test("two guests of two browsers both come to the one member who logs in there", async () => {
  const mina = await newMember();
  const [one, other] = [await newGuest(), await newGuest()];
  const pieces = [await add(one.token), await add(other.token)];
  const over = takeOver();
  for (const { guest } of [one, other])
    await over.begin({ memberId: mina.id, guest, handle: newHandle() });
  await Promise.all([
    over.settle("wishlist", mina.token),
    takeOver().settle("wishlist", mina.token),
  ]);
  await over.settle("wishlist", mina.token);
  expect(await held(mina.token)).toEqual(pieces.toSorted());
});

test("a login waits neither for a member service that hangs nor for its own session", async () => {
  const hanging = Bun.serve({ port: 0, fetch: () => new Promise<Response>(() => {}) });
  const [mina, { guest, token }] = [await newMember(), await newGuest()];
  const piece = await add(token);
  const never = Promise.withResolvers<Bearer>();
  const over = createTakeOver({
    ...{ owed, guests, gatewayUrl: hanging.url.origin, deadline: 50 },
    sessions: { bearer: () => never.promise },
  });
  expect(await over.begin({ memberId: mina.id, guest, handle: newHandle() })).toBe(true);
  await over.settle("wishlist", mina.token);
  await hanging.stop(true);
  await takeOver().settle("wishlist", mina.token);
  expect(await held(mina.token)).toEqual([piece]);
});

test("what cannot be written down is not promised: the browser stays that guest", async () => {
  const [mina, { guest, token }] = [await newMember(), await newGuest()];
  const piece = await add(token);
  await server.stop();
  expect(await takeOver().begin({ memberId: mina.id, guest, handle: newHandle() })).toBe(false);
  await takeOver().settle("wishlist", mina.token);
  expect(await held(token)).toEqual([piece]);
}, 30_000);
