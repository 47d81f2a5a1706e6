import { expect, test } from "bun:test";

import { read, testAuth, type Person, type Tokens } from "./testing.ts";

const { enrol, login, signedIn, pass, redis, member } = await testAuth();
const minute = 60_000;
const day = 24 * 60 * minute;

/** An address in a network of its own. */
const elsewhere = (n: number) => `198.18.${n}.7`;
const guessed = (mina: Person, n: number, deviceToken?: string) =>
  login({ ...mina, password: "guess" }, elsewhere(n), deviceToken);
const statusesOf = (replies: Response[]) => replies.map(({ status }) => status);
const countOf = (replies: Response[], status: number) =>
  replies.filter((reply) => reply.status === status).length;

test("of many parallel guesses at a password five are tried, and the rest told to wait", async () => {
  const mina = enrol();
  const replies = await Promise.all(
    Array.from({ length: 40 }, () => login({ ...mina, password: "guess" })),
  );
  const refused = replies.filter(({ status }) => status === 429);
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(refused).toHaveLength(35);
  const { headers } = refused[0] ?? new Response();
  expect(headers.get("retry-after")).toBe("180");
  expect(headers.get("ratelimit")).toBe('"login";r=0;t=180');
  expect(headers.get("ratelimit-policy")).toBe('"login";q=5;w=900');
  expect((await login(mina)).status).toBe(429);
  pass(1000);
  expect((await login(mina, "198.51.100.9")).status).toBe(201);
  pass(3 * minute);
  expect((await login(mina)).status).toBe(201);
});

test("a shopper who knows the password is never slowed down", async () => {
  const mina = enrol();
  const replies = [];
  for (const _ of Array(12)) replies.push(await login(mina));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
});

test("guessing at many accounts from one network stops at fifty an hour", async () => {
  const guess = (n: number) =>
    login({ email: `person-${n}@example.com`, password: "x" }, `2001:db8:5:5::${n.toString(16)}`);
  const replies = await Promise.all(Array.from({ length: 60 }, (_, n) => guess(n + 1)));
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(50);
  const mapped = await login({ email: "a@example.com", password: "x" }, "::ffff:203.0.113.5");
  expect(mapped.status).toBe(401);
  expect((await login({ email: "a@example.com", password: "x" }, "2001:db8:5:6::1")).status).toBe(
    401,
  );
});

test("throttles carry no address of a person", async () => {
  const mina = enrol();
  await login({ ...mina, password: "guess" });
  const keys = await redis.keys("rl:*");
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(key).toMatch(/^rl:\{[\w-]{22}\}$/);
});

test("guesses at one account from everywhere stop after five, in parallel too", async () => {
  const mina = enrol();
  const replies = await Promise.all(Array.from({ length: 60 }, (_, n) => guessed(mina, n)));
  expect([countOf(replies, 401), countOf(replies, 429)]).toEqual([5, 55]);
  const { headers } = replies.find(({ status }) => status === 429) ?? new Response();
  expect(headers.get("retry-after")).toBe("1");
  expect(headers.get("ratelimit")).toBe('"account";r=0;t=1');
  expect(headers.get("ratelimit-policy")).toBe('"account";q=1;w=1');
});

test("an attacked account waits twice as long each time, but never more than 15 minutes", async () => {
  const mina = enrol();
  for (const n of Array(5).keys()) expect((await guessed(mina, n)).status).toBe(401);
  const waits = [];
  for (const n of Array(12).keys()) {
    const waiting = await guessed(mina, 100 + n);
    expect(waiting.status).toBe(429);
    const seconds = Number(waiting.headers.get("retry-after"));
    waits.push(seconds);
    pass(seconds * 1000);
    expect((await guessed(mina, 100 + n)).status).toBe(401);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  pass(15 * minute);
  expect((await login(mina, elsewhere(200))).status).toBe(201);
  expect(statusesOf([await guessed(mina, 201), await guessed(mina, 202)])).toEqual([401, 401]);
});

test("a device that the account knows comes in while a stranger attacks, also from the same place", async () => {
  const mina = enrol();
  const { device_token } = await signedIn(mina);
  await Promise.all(Array.from({ length: 60 }, (_, n) => guessed(mina, n)));
  await Promise.all(Array.from({ length: 6 }, () => guessed(mina, 1)));
  expect((await login(mina, elsewhere(1))).status).toBe(429);
  expect((await login(mina, elsewhere(1), device_token)).status).toBe(201);
  expect((await login(mina, elsewhere(1))).status).toBe(429);
});

test("a known device is no way around: it has five tries of its own", async () => {
  const mina = enrol();
  const { device_token } = await signedIn(mina);
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => guessed(mina, n, device_token)),
  );
  expect([countOf(replies, 401), countOf(replies, 429)]).toEqual([5, 15]);
  expect((await login(mina, elsewhere(1))).status).toBe(201);
});

test("a device is known to its own accounts for 180 days; any other token is as good as none", async () => {
  const [mina, juno, mallory] = [enrol(), enrol(), enrol()];
  const first = await signedIn(mina);
  const both = await read<Tokens>(login(juno, undefined, first.device_token));
  const foreign = (await signedIn(mallory)).device_token;
  await Promise.all(
    [mina, juno].flatMap((one) => Array.from({ length: 8 }, (_, n) => guessed(one, n))),
  );
  const comesIn = async (who: Person, token: string) =>
    (await login(who, elsewhere(9), token)).status;
  for (const one of [mina, juno]) expect(await comesIn(one, both.device_token)).toBe(201);
  const tampered = both.device_token.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  const older = both.device_token.replace(/(\.)(\w+)(~)/, "$1zzzz$3");
  for (const token of [foreign, older, "", "d1.x", "x".repeat(4000)])
    expect(await comesIn(juno, token)).toBe(429);
  expect(await comesIn(mina, tampered)).toBe(429);
  expect(first.device_token.length).toBeLessThan(120);

  pass(181 * day);
  await Promise.all(Array.from({ length: 8 }, (_, n) => guessed(mina, n)));
  expect(await comesIn(mina, both.device_token)).toBe(429);
});

test("failures of ours count against nobody's account", async () => {
  const mina = enrol();
  for (const n of Array(4).keys()) await guessed(mina, n);
  member.answer = 503;
  for (const n of Array(7).keys()) expect((await guessed(mina, 10 + n)).status).toBe(503);
  member.answer = undefined;
  expect((await guessed(mina, 30)).status).toBe(401);
  expect((await guessed(mina, 31)).status).toBe(429);
});
