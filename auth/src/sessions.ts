import { randomBytes } from "node:crypto";

import { z } from "@hono/zod-openapi";
import { tagOf } from "@jangteo/shared/denylist";
import { AppError } from "@jangteo/shared/problem";
import type { Redis } from "ioredis";

import type { Session } from "./contract.ts";
import type { Emit } from "./events.ts";
import { endSessions } from "./session-ends.ts";
import {
  endOf,
  findSession,
  idsOf,
  keysOf,
  longest,
  settled,
  toFields,
  type Stored,
} from "./session-store.ts";

const mostDevices = 20;

type NewSession = Pick<
  Stored,
  "memberId" | "clientId" | "epoch" | "acr" | "amr" | "roles" | "scope" | "userAgent" | "ipAddress"
>;

/** Begins a session; the member's least used one ends when there are too many. */
export const createSession = async (
  { redis, emit }: { redis: Redis; emit: Emit },
  newSession: NewSession,
  newDevice: boolean,
  now: Date,
) => {
  const at = now.getTime();
  const { memberId, userAgent, ipAddress } = newSession;
  const tag = tagOf(memberId);
  const sid = randomBytes(16).toString("base64url");
  const { session: key, all } = keysOf(tag, sid);
  const fields = {
    ...newSession,
    generation: 1,
    rotatedAt: at,
    createdAt: at,
    lastSeenAt: at,
    checkedAt: at,
    authTime: Math.floor(at / 1000),
  };
  const session: Stored = { ...fields, tag, sid };
  const transaction = redis
    .multi()
    .hset(key, toFields(fields))
    .pexpire(key, endOf(session) - at)
    .zremrangebyscore(all, "-inf", at - longest.idle)
    .zadd(all, at, sid)
    .pexpire(all, longest.absolute)
    .zrange(all, 0, -mostDevices - 1);
  const [replies] = await Promise.all([
    settled(transaction),
    emit("auth.signed_in", { memberId, sid, userAgent, ipAddress, newDevice }),
  ]);
  const superfluous = z.array(z.string()).parse(replies.at(-1));
  await endSessions({ redis, emit }, memberId, superfluous, "replaced");
  return session;
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
  const sids = await idsOf(redis, tag);
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
