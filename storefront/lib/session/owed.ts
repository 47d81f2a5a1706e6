import type { Redis } from "ioredis";

const minute = 60_000;
/** As long as a guest's list is kept. */
const life = 30 * 24 * 60 * minute;
const late = "late:";

const keyOf = (memberId: string) => `b:{${memberId}}:guests`;

/** An entry of the book: which guest it is about. */
export const guestIdIn = (entry: string) => entry.slice(-36);

/**
 * The guests whose lists are to become a member's, until it has happened, whoever is down and
 * whether the session goes on or not. Every call rejects while Redis is away.
 */
export const createOwed = (redis: Redis, now: () => number = Date.now) => {
  const put = async (memberId: string, entry: string, due: number) => {
    const key = keyOf(memberId);
    await Promise.all([redis.zadd(key, due, entry), redis.pexpire(key, life)]);
  };
  return {
    add: (memberId: string, guestId: string) => put(memberId, guestId, now()),
    due: (memberId: string) => redis.zrangebyscore(keyOf(memberId), "-inf", now()),
    /** A piece may still have been on its way while its guest came in: one more look, a minute later. */
    settled: async (memberId: string, entry: string) => {
      if (!entry.startsWith(late))
        await put(memberId, `${late}${guestIdIn(entry)}`, now() + minute);
      await redis.zrem(keyOf(memberId), entry);
    },
  };
};
export type Owed = ReturnType<typeof createOwed>;
