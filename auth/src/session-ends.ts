import { tagOf } from "@jangteo/shared/denylist";
import type { Redis } from "ioredis";

import type { Emit, Reason } from "./events.ts";
import type { Member } from "./member.ts";
import { idsOf, keysOf, settled } from "./session-store.ts";

type Parts = { redis: Redis; emit: Emit };

/** As long as a service takes any token: until then an ended session is remembered. */
export const rememberEnded = 16 * 60_000;

/** Ends sessions at once: what is left of their access tokens' lives is refused as well. */
export const endSessions = async (
  { redis, emit }: Parts,
  memberId: string,
  sids: string[],
  reason: Reason,
) => {
  if (sids.length === 0) return;
  const tag = tagOf(memberId);
  const transaction = redis.multi();
  for (const sid of sids) {
    const { session, all, ended } = keysOf(tag, sid);
    transaction.set(ended, 1, "PX", rememberEnded).zrem(all, sid).del(session);
  }
  const replies = await settled(transaction);
  const ended = sids.filter((_, n) => replies[n * 3 + 2] === 1);
  await emit("auth.session_ended", ...ended.map((sid) => ({ memberId, sid, reason })));
};

/** Ends all sessions of a member, but for one that stays. */
export const endAllSessions = async (
  parts: Parts,
  memberId: string,
  reason: Reason,
  except?: string,
) => {
  const sids = await idsOf(parts.redis, tagOf(memberId));
  const ending = sids.filter((sid) => sid !== except);
  await endSessions(parts, memberId, ending, reason);
};

/** Ends the sessions that began before the epoch. */
export const endOlderSessions = async (
  parts: Parts,
  memberId: string,
  epoch: number,
  reason: Reason,
) => {
  const tag = tagOf(memberId);
  const sids = await idsOf(parts.redis, tag);
  const epochs = await Promise.all(
    sids.map((sid) => parts.redis.hget(keysOf(tag, sid).session, "epoch")),
  );
  const older = sids.filter((_, n) => Number(epochs[n] ?? -1) < epoch);
  await endSessions(parts, memberId, older, reason);
};

type Caller = { sub: string; sid: string };

/** Ends one of the caller's sessions; `current` is the caller's own. */
export const signOut = (parts: Parts, { sub, sid }: Caller, id: string) => {
  const own = id === "current" || id === sid;
  return endSessions(parts, sub, [own ? sid : id], own ? "signed_out" : "signed_out_elsewhere");
};

/**
 * Ends all of the caller's sessions, or all but the caller's own. The former is for good: the new
 * epoch holds even if Redis forgets, and the own session ends last, so that a failure can be tried
 * again.
 */
export const signOutEverywhere = async (
  parts: Parts & { member: Member },
  { sub, sid }: Caller,
  exceptCurrent: boolean,
) => {
  const reason = exceptCurrent ? "signed_out_elsewhere" : "signed_out_everywhere";
  await endAllSessions(parts, sub, reason, sid);
  if (exceptCurrent) return;
  await parts.member.bumpEpoch(sub);
  await endSessions(parts, sub, [sid], reason);
};
