import { randomBytes } from "node:crypto";

import { z } from "@hono/zod-openapi";
import { language } from "@jangteo/shared/contract";
import { AppError } from "@jangteo/shared/problem";
import type { Redis } from "ioredis";

import type { LoginChallenge } from "./contract.ts";
import { luaScript } from "./script.ts";
import { settled } from "./session-store.ts";

/** Milliseconds in which the second step of a login can be done. */
const life = 300_000;
const mostTries = 5;

const Challenge = z.object({
  memberId: z.uuid(),
  clientId: z.string(),
  /** The keyed hash of the e-mail address. */
  account: z.string(),
  epoch: z.coerce.number().int(),
  language,
  endsAt: z.coerce.number().int(),
});
type Challenge = z.infer<typeof Challenge>;

const keyOf = (id: string) => `a:{${id}}:c`;

export const challengeGone = () =>
  new AppError("not_found", "The login took too long, or too many tries; begin again");

/** Remembers that the password was right. */
export const createChallenge = async (
  redis: Redis,
  challenge: Omit<Challenge, "endsAt">,
  now: Date,
): Promise<LoginChallenge> => {
  const id = randomBytes(16).toString("base64url");
  const fields = { ...challenge, endsAt: now.getTime() + life, tries: 0 };
  await settled(redis.multi().hset(keyOf(id), fields).pexpire(keyOf(id), life));
  return { challenge_id: id, methods: ["totp", "recovery_code"], expires_in: life / 1000 };
};

export const findChallenge = async (redis: Redis, id: string, now: Date) => {
  const fields = await redis.hgetall(keyOf(id));
  if (fields["memberId"] === undefined) throw challengeGone();
  const challenge = Challenge.parse(fields);
  if (challenge.endsAt <= now.getTime()) throw challengeGone();
  return challenge;
};

const spend = luaScript(`
local tries = tonumber(redis.call('HGET', KEYS[1], 'tries') or ARGV[1])
if tries >= tonumber(ARGV[1]) then return 0 end
redis.call('HINCRBY', KEYS[1], 'tries', 1)
return 1
`);
const unspend = luaScript(`
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HINCRBY', KEYS[1], 'tries', -1) end
return 0
`);

/** Makes one try, counted before it is made; one that failed through us is given back. */
export const tryChallenge = async <T>(redis: Redis, id: string, work: () => Promise<T>) => {
  if ((await spend(redis, [keyOf(id)], [mostTries])) !== 1) throw challengeGone();
  try {
    return await work();
  } catch (error) {
    await unspend(redis, [keyOf(id)], []);
    throw error;
  }
};

/** Uses the challenge up; of two that try, one succeeds. */
export const closeChallenge = async (redis: Redis, id: string) => {
  if ((await redis.del(keyOf(id))) !== 1) throw challengeGone();
};
