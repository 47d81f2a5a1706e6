import { z } from "@hono/zod-openapi";
import { endedKey } from "@jangteo/shared/denylist";
import type { ChainableCommander, Redis } from "ioredis";

import { luaScript } from "./script.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Milliseconds without a refresh, and in all, after which a session is over. */
const shopper = { idle: 14 * day, absolute: 30 * day };
const staff = { idle: 30 * minute, absolute: 12 * 60 * minute };
export const longest = shopper;

const words = z.string().transform((text) => text.split(" ").filter(Boolean));
const whole = z.coerce.number().int();
const Fields = z.object({
  memberId: z.uuid(),
  clientId: z.string(),
  generation: whole,
  rotatedAt: whole,
  createdAt: whole,
  lastSeenAt: whole,
  /** When the member service last confirmed the epoch. */
  checkedAt: whole,
  epoch: whole,
  authTime: whole,
  acr: z.string(),
  amr: words,
  roles: words,
  scope: words,
  userAgent: z.string(),
  ipAddress: z.string(),
});
type Fields = z.infer<typeof Fields>;
export type Stored = Fields & { tag: string; sid: string };

export const keysOf = (tag: string, sid: string) => ({
  session: `a:{${tag}}:s:${sid}`,
  all: `a:{${tag}}:u`,
  ended: endedKey(tag, sid),
});

/** When the session is over if nobody uses it; staff are held shorter. */
export const endOf = ({ roles, createdAt, lastSeenAt }: Stored) => {
  const { idle, absolute } = roles.length > 0 ? staff : shopper;
  return Math.min(createdAt + absolute, lastSeenAt + idle);
};

/** The session, unless it is over. */
export const findSession = async (redis: Redis, tag: string, sid: string, now: Date) => {
  const fields = await redis.hgetall(keysOf(tag, sid).session);
  if (fields["memberId"] === undefined) return undefined;
  const session: Stored = { ...Fields.parse(fields), tag, sid };
  return endOf(session) > now.getTime() ? session : undefined;
};

/** The ids of a member's sessions, the least used first. */
export const idsOf = (redis: Redis, tag: string) => redis.zrange(keysOf(tag, "").all, 0, -1);

const asText = (value: string | number | string[]) =>
  Array.isArray(value) ? value.join(" ") : String(value);

export const toFields = (fields: Partial<Fields>) =>
  Object.entries(fields).flatMap(([name, value]) => [name, asText(value)]);

const change = luaScript(`
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV))
return 1
`);

/** Changes a session that still stands; false when it does not. */
export const changeSession = async (redis: Redis, { tag, sid }: Stored, fields: Partial<Fields>) =>
  (await change(redis, [keysOf(tag, sid).session], toFields(fields))) === 1;

/** Runs a transaction; its results, or the first failure. */
export const settled = async (transaction: ChainableCommander) => {
  const replies = (await transaction.exec()) ?? [];
  const failed = replies.find(([error]) => error)?.[0];
  if (failed) throw failed;
  return replies.map(([, reply]) => reply);
};
