import { randomBytes } from "node:crypto";

import { z } from "@hono/zod-openapi";
import { endedKey, tagOf } from "@jangteo/shared/denylist";
import { AppError } from "@jangteo/shared/problem";
import type { ChainableCommander, Redis } from "ioredis";

import type { Session } from "./contract.ts";

const day = 86_400_000;
/** Milliseconds without a refresh, and in all, after which a session is over. */
export const idle = 14 * day;
const absolute = 30 * day;
/** As long as a service takes any token: until then an ended session is remembered. */
export const rememberEnded = 16 * 60_000;
const mostDevices = 20;

const words = z.string().transform((text) => text.split(" ").filter(Boolean));
const whole = z.coerce.number().int();
const Fields = z.object({
  memberId: z.uuid(),
  clientId: z.string(),
  generation: whole,
  rotatedAt: whole,
  createdAt: whole,
  lastSeenAt: whole,
  /** The absolute end, never extended. */
  endsAt: whole,
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
export type Stored = z.infer<typeof Fields> & { tag: string; sid: string };

export const keysOf = (tag: string, sid: string) => ({
  session: `a:{${tag}}:s:${sid}`,
  all: `a:{${tag}}:u`,
  ended: endedKey(tag, sid),
});

/** Runs a transaction; its results, or the first failure. */
const settled = async (transaction: ChainableCommander) => {
  const replies = (await transaction.exec()) ?? [];
  const failed = replies.find(([error]) => error)?.[0];
  if (failed) throw failed;
  return replies.map(([, reply]) => reply);
};

const asText = (value: string | number | string[]) =>
  Array.isArray(value) ? value.join(" ") : String(value);

type NewSession = Pick<
  Stored,
  "memberId" | "clientId" | "epoch" | "acr" | "amr" | "roles" | "scope" | "userAgent" | "ipAddress"
>;

/** Begins a session; the member's least used one ends when there are too many. */
export const createSession = async (redis: Redis, session: NewSession, now: Date) => {
  const at = now.getTime();
  const tag = tagOf(session.memberId);
  const sid = randomBytes(16).toString("base64url");
  const { session: key, all } = keysOf(tag, sid);
  const fields = {
    ...session,
    generation: 1,
    rotatedAt: at,
    createdAt: at,
    lastSeenAt: at,
    endsAt: at + absolute,
    checkedAt: at,
    authTime: Math.floor(at / 1000),
  };
  const replies = await settled(
    redis
      .multi()
      .hset(
        key,
        Object.entries(fields).flatMap(([name, value]) => [name, asText(value)]),
      )
      .pexpire(key, idle)
      .zremrangebyscore(all, "-inf", at - idle)
      .zadd(all, at, sid)
      .pexpire(all, absolute)
      .zrange(all, 0, -mostDevices - 1),
  );
  const superfluous = z.array(z.string()).parse(replies.at(-1));
  await endSessions(redis, tag, superfluous);
  return { ...fields, tag, sid } satisfies Stored;
};

export const endOf = ({ endsAt, lastSeenAt }: Stored) => Math.min(endsAt, lastSeenAt + idle);

/** The session, unless it is over. */
export const findSession = async (redis: Redis, tag: string, sid: string, now: Date) => {
  const fields = await redis.hgetall(keysOf(tag, sid).session);
  if (fields["memberId"] === undefined) return undefined;
  const session: Stored = { ...Fields.parse(fields), tag, sid };
  return endOf(session) > now.getTime() ? session : undefined;
};

/** Ends sessions at once: what is left of their access tokens' lives is refused as well. */
const endSessions = async (redis: Redis, tag: string, sids: string[]) => {
  if (sids.length === 0) return;
  const transaction = redis.multi();
  for (const sid of sids) {
    const { session, all, ended } = keysOf(tag, sid);
    transaction.del(session).zrem(all, sid).set(ended, 1, "PX", rememberEnded);
  }
  await settled(transaction);
};

export const endSession = (redis: Redis, tag: string, sid: string) =>
  endSessions(redis, tag, [sid]);

/** Ends all sessions of a member, but for one that stays. */
export const endAllSessions = async (redis: Redis, memberId: string, except?: string) => {
  const tag = tagOf(memberId);
  const sids = await redis.zrange(keysOf(tag, "").all, 0, -1);
  await endSessions(
    redis,
    tag,
    sids.filter((sid) => sid !== except),
  );
};

const shown = (session: Stored, current: string): Session => ({
  id: session.sid,
  current: session.sid === current,
  userAgent: session.userAgent,
  ipAddress: session.ipAddress,
  createdAt: new Date(session.createdAt).toISOString(),
  lastSeenAt: new Date(session.lastSeenAt).toISOString(),
  expiresAt: new Date(endOf(session)).toISOString(),
});

/** The member's sessions, the newest first. */
export const listSessions = async (redis: Redis, memberId: string, current: string, now: Date) => {
  const tag = tagOf(memberId);
  const sids = await redis.zrange(keysOf(tag, "").all, 0, -1);
  const sessions = await Promise.all(sids.map((sid) => findSession(redis, tag, sid, now)));
  return sessions
    .filter((session) => session !== undefined)
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map((session) => shown(session, current));
};

export const getCurrentSession = async (redis: Redis, memberId: string, sid: string, now: Date) => {
  const session = await findSession(redis, tagOf(memberId), sid, now);
  if (!session) throw new AppError("not_found", "The session is over");
  return shown(session, sid);
};
