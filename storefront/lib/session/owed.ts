import type { Redis } from "ioredis";

const minute = 60_000;
/** As long as what a guest has is kept. */
const life = 30 * 24 * 60 * minute;
const late = "late:";

/** What a guest has that a login takes along, each at the service that keeps it. */
export type Belonging = "wishlist" | "cart" | "orders";
const books = {
  wishlist: "guests",
  cart: "guest-carts",
  orders: "guest-orders",
} as const satisfies Record<Belonging, string>;
export const belongings = ["wishlist", "cart", "orders"] as const satisfies Belonging[];

const keyOf = (of: Belonging, memberId: string) => `b:{${memberId}}:${books[of]}`;
const newsKey = (memberId: string) => `b:{${memberId}}:came-along`;

/** An entry of a book: which guest it is about. */
export const guestIdIn = (entry: string) => entry.slice(-36);

/** Whoever takes the entry out first looks once more, and says what came along: nobody says it twice. */
const settle = `
if redis.call("zrem", KEYS[1], ARGV[1]) == 0 then return 0 end
if ARGV[2] ~= "" then
  redis.call("zadd", KEYS[1], ARGV[3], ARGV[2])
  redis.call("pexpire", KEYS[1], ARGV[4])
end
if ARGV[5] ~= "" then redis.call("set", KEYS[2], ARGV[5], "px", ARGV[4]) end
return 1`;

/**
 * The guests whose things are to become a member's, until it has happened, whoever is down and
 * whether the session goes on or not. Every call rejects while Redis is away.
 */
export const createOwed = (redis: Redis, now: () => number = Date.now) => ({
  add: async (memberId: string, guestId: string) => {
    const writing = redis.multi();
    for (const of of belongings) {
      const key = keyOf(of, memberId);
      writing.zadd(key, now(), guestId).pexpire(key, life);
    }
    const written = await writing.exec();
    if (written === null) throw new Error("Redis has not written a login of a guest down");
  },
  due: (of: Belonging, memberId: string) => redis.zrangebyscore(keyOf(of, memberId), "-inf", now()),
  /**
   * It has happened, and this is to be told of it, if anything. Something may still have been on its way
   * while its guest came in: one more look, a minute later, of which nothing is told.
   */
  settled: async (of: Belonging, memberId: string, entry: string, news = "") => {
    const isLate = entry.startsWith(late);
    await redis.eval(
      settle,
      2,
      keyOf(of, memberId),
      newsKey(memberId),
      entry,
      isLate ? "" : `${late}${guestIdIn(entry)}`,
      now() + minute,
      life,
      isLate ? "" : news,
    );
  },
  /** What is to be told to the member, once. */
  news: (memberId: string) => redis.getdel(newsKey(memberId)),
});
export type Owed = ReturnType<typeof createOwed>;
