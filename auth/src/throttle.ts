import { createHmac } from "node:crypto";

import { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import type { Redis } from "ioredis";

import { luaScript } from "./script.ts";

/** At most `limit` in `period` milliseconds, coming back one by one (GCRA). */
type Bucket = { policy: string; key: string; limit: number; period: number };

const minute = 60_000;

/** IPv6 is handed out by /64, so that is one place; an IPv4 address is one. */
const placeOf = (address: string) => {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (!address.includes(":") || mapped) return mapped ?? address;
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = groups.split("::").map((side) => side.split(":").filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill("0");
  return [...head, ...zeros, ...tail].slice(0, 4).join(":");
};

const networkOf = (place: string) =>
  place.includes(":") ? place : place.split(".").slice(0, 3).join(".");

/** What limits guesses at a password. Names are keyed hashes: no address of a person is stored. */
export const loginBuckets = (secret: string, email: string, ipAddress: string): Bucket[] => {
  const place = placeOf(ipAddress);
  const key = (kind: string, ...parts: string[]) => {
    const name = JSON.stringify(["throttle", kind, ...parts]);
    return `rl:{${createHmac("sha256", secret).update(name).digest("base64url").slice(0, 22)}}`;
  };
  const pair = key("pair", email.toLowerCase(), place);
  return [
    { policy: "login", key: pair, limit: 5, period: 15 * minute },
    { policy: "network", key: key("network", networkOf(place)), limit: 50, period: 60 * minute },
  ];
};

/** Returns 0 when there was room, else the milliseconds until there is. */
const take = luaScript(`
local now, interval, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local wait = due - (limit - 1) * interval - now
if wait > 0 then return wait end
redis.call('SET', KEYS[1], due + interval, 'PX', due + interval - now)
return 0
`);

const giveBack = luaScript(`
local now, interval = tonumber(ARGV[1]), tonumber(ARGV[2])
local due = tonumber(redis.call('GET', KEYS[1]) or now) - interval
if due > now then redis.call('SET', KEYS[1], due, 'PX', due - now) else redis.call('DEL', KEYS[1]) end
return 0
`);

const intervalOf = ({ limit, period }: Bucket) => period / limit;

const tooMany = ({ policy, limit, period }: Bucket, wait: number) => {
  const seconds = Math.ceil(wait / 1000);
  return new AppError("rate_limited", "Too many attempts; wait a little", {
    headers: {
      "retry-after": String(seconds),
      ratelimit: `"${policy}";r=0;t=${seconds}`,
      "ratelimit-policy": `"${policy}";q=${limit};w=${period / 1000}`,
    },
  });
};

/**
 * Takes one place in every bucket before the work, so that parallel attempts cannot pass a limit
 * together, and returns how to give them back.
 */
export const reserve = async (redis: Redis, buckets: Bucket[], now: Date) => {
  const at = now.getTime();
  const taken: Bucket[] = [];
  const release = async () => {
    await Promise.all(
      taken.map((bucket) => giveBack(redis, [bucket.key], [at, intervalOf(bucket)])),
    );
  };
  for (const bucket of buckets) {
    const args = [at, intervalOf(bucket), bucket.limit];
    const wait = z.int().parse(await take(redis, [bucket.key], args));
    if (wait > 0) {
      await release();
      throw tooMany(bucket, wait);
    }
    taken.push(bucket);
  }
  return release;
};
