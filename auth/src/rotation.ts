import { z } from "@hono/zod-openapi";
import type { Redis } from "ioredis";

import type { Emit } from "./events.ts";
import { luaScript } from "./script.ts";
import { rememberEnded } from "./session-ends.ts";
import { endOf, keysOf, type Stored } from "./session-store.ts";

const minute = 60_000;
/** Milliseconds in which a used token still gets its successor: an answer may have been lost. */
export const grace = { public: 20_000, confidential: 24 * 60 * minute };

const rotation = luaScript(`
local session, all, ended = KEYS[1], KEYS[2], KEYS[3]
local presented, now, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local ttl, remember, sid = ARGV[4], ARGV[5], ARGV[6]
local known = redis.call('HMGET', session, 'generation', 'rotatedAt')
if not known[1] then return 'ended' end
local stored, rotatedAt = tonumber(known[1]), tonumber(known[2])

if presented == stored - 1 and now - rotatedAt <= window then return 'repeated' end

-- One ahead: a failover forgot the last rotation, and only we can have minted that token.
if presented == stored or presented == stored + 1 then
  redis.call('HSET', session, 'generation', presented + 1, 'rotatedAt', now, 'lastSeenAt', now, unpack(ARGV, 7))
  redis.call('PEXPIRE', session, ttl)
  redis.call('ZADD', all, now, sid)
  return 'rotated'
end

if presented > stored then return 'unknown' end
redis.call('DEL', session)
redis.call('ZREM', all, sid)
redis.call('SET', ended, 1, 'PX', remember)
return 'reused'
`);

const outcome = z.enum(["rotated", "repeated", "ended", "unknown", "reused"]);

type Rotation = {
  session: Stored;
  generation: number;
  now: number;
  window: number;
  /** What the member service said of the member a moment ago, if it answered. */
  seen: { roles: string[]; checkedAt: number };
};

/** Spends a generation. True when its successor may be handed out; a reuse ends the session. */
export const rotate = async (
  { redis, emit }: { redis: Redis; emit: Emit },
  { session, generation, ...rest }: Rotation,
) => {
  const { now, window, seen } = rest;
  const { memberId, tag, sid } = session;
  const keys = keysOf(tag, sid);
  const ttl = endOf({ ...session, roles: seen.roles, lastSeenAt: now }) - now;
  const fields = ["roles", seen.roles.join(" "), "checkedAt", seen.checkedAt];
  const reply = await rotation(
    redis,
    [keys.session, keys.all, keys.ended],
    [generation, now, window, ttl, rememberEnded, sid, ...fields],
  );
  const what = outcome.parse(reply);
  if (what === "reused") {
    await emit("auth.refresh_reused", { memberId, sid });
    await emit("auth.session_ended", { memberId, sid, reason: "reused" });
  }
  return what === "rotated" || what === "repeated";
};
