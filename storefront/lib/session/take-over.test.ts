import { expect, test } from "bun:test";
import { join } from "node:path";

import { testDatabase } from "@jangteo/shared/testing/database";
import { admin } from "@jangteo/shared/testing/postgres";
import { testProcess } from "@jangteo/shared/testing/process";

import { anew, startArrivals } from "../../testing/arrivals";
import { newHandle } from "./handle";
import type { Bearer } from "./renewal";
import { createTakeOver } from "./take-over";

const secret = "a-secret-of-at-least-32-characters";
const { url: databaseUrl, adminUrl } = await testDatabase("member");
const unused = "http://127.0.0.1:1";
const arrivals = await startArrivals();
const { tokens, auth, issuer, clock, guests, sessions, owed, newGuest } = arrivals;
const { server, redisUrl } = arrivals;

const member = await testProcess(join(import.meta.dir, "../../../member/src/main.ts"), {
  ...issuer,
  AUTH_URL: auth.url.href,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  SMTP_URL: "smtp://127.0.0.1:1",
  STOREFRONT_URL: unused,
  ...{ PASSWORD_PEPPER: secret, SECOND_FACTOR_SECRET: secret },
  ...{ IDEMPOTENCY_SECRET: secret, ONE_TIME_TOKEN_SECRET: secret },
});
const takeOver = (gatewayUrl = member.url) => arrivals.takeOver(gatewayUrl);

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
