import { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import type { Redis } from "ioredis";

import { luaScript } from "./script.ts";

/** At most `limit` in `period` milliseconds, coming back one by one (GCRA). */
type Steady = { kind: "steady"; policy: string; key: string; limit: number; period: number };
/** After `free` failures a pause that doubles from a second to `longest` milliseconds. */
type Doubling = { kind: "doubling"; policy: string; key: string; free: number; longest: number };
export type Bucket = Steady | Doubling;

const forgottenAfter = 86_400_000;

/** Each returns 0 when there was room, else the milliseconds until there is. */
const take = {
  steady: luaScript(`
local now, interval, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local wait = due - (limit - 1) * interval - now
if wait > 0 then return wait end
redis.call('SET', KEYS[1], due + interval, 'PX', due + interval - now)
return 0
`),
  doubling: luaScript(`
local now, free, longest, keep = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local known = redis.call('HMGET', KEYS[1], 'failures', 'due')
local failures, due = tonumber(known[1] or 0), tonumber(known[2] or 0)
if due > now then return due - now end
failures = failures + 1
local pause = 0
if failures >= free then pause = math.min(1000 * 2 ^ (failures - free), longest) end
redis.call('HSET', KEYS[1], 'failures', failures, 'due', now + pause)
redis.call('PEXPIRE', KEYS[1], keep)
return 0
`),
};

const giveBack = {
  steady: luaScript(`
local now, interval = tonumber(ARGV[1]), tonumber(ARGV[2])
local due = tonumber(redis.call('GET', KEYS[1]) or now) - interval
if due > now then redis.call('SET', KEYS[1], due, 'PX', due - now) else redis.call('DEL', KEYS[1]) end
return 0
`),
  doubling: luaScript(`
local failures = tonumber(redis.call('HGET', KEYS[1], 'failures') or 0) - 1
if failures > 0 then redis.call('HSET', KEYS[1], 'failures', failures, 'due', 0) else redis.call('DEL', KEYS[1]) end
return 0
`),
};

const argsOf = (bucket: Bucket, at: number) =>
  bucket.kind === "steady"
    ? [at, bucket.period / bucket.limit, bucket.limit]
    : [at, bucket.free, bucket.longest, forgottenAfter];

const tooMany = (bucket: Bucket, wait: number) => {
  const seconds = Math.ceil(wait / 1000);
  const { policy } = bucket;
  const [quota, window] =
    bucket.kind === "steady" ? [bucket.limit, bucket.period / 1000] : [1, seconds];
  return new AppError("rate_limited", "Too many attempts; wait a little", {
    headers: {
      "retry-after": String(seconds),
      ratelimit: `"${policy}";r=0;t=${seconds}`,
      "ratelimit-policy": `"${policy}";q=${quota};w=${window}`,
    },
  });
};

/** Takes one place in every bucket, or in none. */
const reserve = async (redis: Redis, buckets: Bucket[], at: number) => {
  const taken: Bucket[] = [];
  const release = async () => {
    await Promise.all(
      taken.map((bucket) => giveBack[bucket.kind](redis, [bucket.key], argsOf(bucket, at))),
    );
  };
  for (const bucket of buckets) {
    const reply = await take[bucket.kind](redis, [bucket.key], argsOf(bucket, at));
    const wait = z.int().parse(reply);
    if (wait > 0) {
      await release();
      throw tooMany(bucket, wait);
    }
    taken.push(bucket);
  }
  return release;
};

type Attempt<T> = {
  buckets: Bucket[];
  now: Date;
  /** Undefined when the proof is wrong. */
  prove: () => Promise<T | undefined>;
  /** Whether the proof makes earlier failures forgotten; else it only does not count itself. */
  settles?: (proof: T) => boolean;
};

/**
 * Counts an attempt before it is made, so that parallel ones cannot pass a limit together. A right
 * one is not counted, nor is one that failed through us.
 */
export const throttled = async <T>(
  redis: Redis,
  { buckets, now, prove, settles = () => true }: Attempt<T>,
) => {
  const release = await reserve(redis, buckets, now.getTime());
  const proof = await prove().catch(async (error: unknown) => {
    await release();
    throw error;
  });
  if (proof === undefined) return undefined;
  await release();
  const doubling = buckets.filter(({ kind }) => kind === "doubling").map(({ key }) => key);
  if (settles(proof)) await Promise.all(doubling.map((key) => redis.del(key)));
  return proof;
};
