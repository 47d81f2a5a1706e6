import { expect, test } from "bun:test";

import { testAuth } from "./testing.ts";

const { enrol, login, pass, redis } = await testAuth();
const minute = 60_000;

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
