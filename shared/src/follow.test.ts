import { afterAll, expect, test } from "bun:test";

import { testRedis } from "../testing/redis.ts";
import { followEvents } from "./follow.ts";
import type { Loop } from "./loop.ts";
import { connectBlocking } from "./redis.ts";
import { sendTo } from "./stream.ts";

const { redis, url } = await testRedis();
const log = { info: () => {}, warn: () => {}, error: () => {} };
const followers: Loop[] = [];
afterAll(() => Promise.all(followers.map((one) => one.stop())));

const happened = (n: number) => ({
  id: crypto.randomUUID(),
  type: "test.happened",
  payload: { n },
  traceparent: null,
});

/** A follower with what it has seen so far, once it reads. */
const follow = async (service: string) => {
  const seen: unknown[] = [];
  const gaps = { count: 0 };
  const follower = followEvents({
    redis: connectBlocking(url, log),
    service,
    handle: ({ payload }) => void seen.push(payload),
    missed: () => (gaps.count += 1),
    log,
  });
  followers.push(follower);
  while (gaps.count < 2) await Bun.sleep(5);
  return { seen, gaps };
};

test("each of two processes is told of every event from then on, and of none before", async () => {
  const service = crypto.randomUUID();
  await sendTo(redis, service)([happened(0)]);
  const both = [await follow(service), await follow(service)];
  await sendTo(redis, service)([1, 2, 3].map(happened));
  for (const { seen } of both) {
    while (seen.length < 3) await Bun.sleep(5);
    expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  }
});

test("who follows a service that has said nothing yet misses nothing of it", async () => {
  const service = crypto.randomUUID();
  const { seen } = await follow(service);
  await sendTo(redis, service)([happened(1)]);
  while (seen.length < 1) await Bun.sleep(5);
  expect(seen).toEqual([{ n: 1 }]);
});

test("a follower whose connection broke learns that it may have missed something, and reads on", async () => {
  const service = crypto.randomUUID();
  const { seen, gaps } = await follow(service);
  const before = gaps.count;
  await redis.client("KILL", "TYPE", "normal");
  await sendTo(redis, service)([happened(1)]);
  while (gaps.count === before || seen.length < 1) await Bun.sleep(5);
  expect(seen).toEqual([{ n: 1 }]);
});
