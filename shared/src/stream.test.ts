import { expect, test } from "bun:test";

import { testRedis } from "../testing/redis.ts";
import { loop } from "./loop.ts";
import type { Event } from "./outbox.ts";
import { connectBlocking } from "./redis.ts";
import { sendTo, startConsumer } from "./stream.ts";

const { redis, url } = await testRedis();
const log = { info: () => {}, warn: () => {}, error: () => {} };

const event = (n: number): Event => ({
  id: crypto.randomUUID(),
  type: "test.happened",
  payload: { n },
  traceparent: null,
});
const consume = (service: string, handle: (event: Event) => Promise<void>, tries = 3) =>
  startConsumer({
    redis: connectBlocking(url, log),
    service,
    group: "g",
    handle,
    log,
    tries,
    retryAfter: 50,
  });

test("events reach a consumer in order, also those sent before it began", async () => {
  const service = crypto.randomUUID();
  const events = Array.from({ length: 30 }, (_, n) => event(n));
  await sendTo(redis, service)(events);
  const done = Promise.withResolvers<void>();
  const seen: unknown[] = [];
  const consumer = consume(service, async ({ payload }) => {
    seen.push(payload);
    if (seen.length === events.length) done.resolve();
  });
  await done.promise;
  await consumer.stop();
  expect(seen).toEqual(events.map(({ payload }) => payload));
});

test("an event whose consumer failed comes again, until it is applied", async () => {
  const service = crypto.randomUUID();
  await sendTo(redis, service)([event(1)]);
  const done = Promise.withResolvers<void>();
  const tried = { times: 0 };
  const consumer = consume(service, async () => {
    tried.times += 1;
    if (tried.times < 3) throw new Error("not yet");
    done.resolve();
  });
  await done.promise;
  await consumer.stop();
  expect(tried.times).toBe(3);
});

test("an event that never succeeds goes to the dead letters, and does not stop the next", async () => {
  const service = crypto.randomUUID();
  const [bad, good] = [event(1), event(2)];
  await sendTo(redis, service)([bad, good]);
  const seen = new Set<string>();
  const isDead = async () => (await redis.xlen(`events:{${service}}:dead:g`)) === 1;
  const consumer = consume(service, async ({ id }) => {
    if (id === bad.id) throw new Error("never");
    seen.add(id);
  });
  while (!(await isDead())) await Bun.sleep(20);
  await consumer.stop();
  expect([...seen]).toEqual([good.id]);
  const [pending] = await redis.xpending(`events:{${service}}`, "g");
  expect(pending).toBe(0);
});

test("a consumer stops in time also while Redis is away", async () => {
  const own = await testRedis();
  const consumer = startConsumer({
    redis: connectBlocking(own.url, log),
    service: "gone",
    group: "g",
    handle: async () => {},
    log,
  });
  await sendTo(own.redis, "gone")([event(1)]);
  await own.server.stop();
  const begun = performance.now();
  await consumer.stop();
  expect(performance.now() - begun).toBeLessThan(3000);
});

test("background work that is told to stop in the middle of a round pauses no more", async () => {
  const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
  const work = loop(
    () => {
      begun.resolve();
      return done.promise;
    },
    60_000,
    log,
  );
  await begun.promise;
  const stopped = work.stop();
  done.resolve(0);
  await stopped;
});

test("what an event said of a person is gone from the stream after a week", async () => {
  const service = crypto.randomUUID();
  const stream = `events:{${service}}`;
  const eightDaysAgo = Date.now() - 8 * 86_400_000;
  await redis.xadd(stream, `${eightDaysAgo}-0`, "payload", "old");
  await sendTo(redis, service)([event(1)]);
  const entries = await redis.xrange(stream, "-", "+");
  expect(entries.length).toBe(1);
  expect(JSON.stringify(entries)).not.toContain("old");
});

test("a round that never ends is left behind, said in the log, and the next one begins", async () => {
  const told: string[] = [];
  const telling = { info: () => {}, error: () => {}, warn: (text: string) => void told.push(text) };
  const state = { rounds: 0 };
  const second = Promise.withResolvers<void>();
  const work = loop(
    async () => {
      state.rounds += 1;
      if (state.rounds === 1) return new Promise<number>(() => {});
      second.resolve();
      return 0;
    },
    1000,
    telling,
    20,
  );
  await second.promise;
  await work.stop();
  expect(told).toEqual(["A background round failed"]);
});
