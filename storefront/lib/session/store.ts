import { randomUUID } from "node:crypto";

import type { Redis } from "ioredis";
import { z } from "zod";

const Stored = z.object({
  access: z.string(),
  /** When the access token ends, in milliseconds since 1970. */
  accessUntil: z.number(),
  /** Sealed: reading the store does not give the long-lived token away. */
  refresh: z.string(),
  /** When the session ends unless it is renewed, in milliseconds since 1970. */
  until: z.number(),
});
export type Stored = z.infer<typeof Stored>;

const sessionKey = (hid: string) => `b:{${hid}}:s`;
const keptKey = (hid: string, name: string) => `b:{${hid}}:k:${name}`;
const lockKey = (hid: string) => `b:{${hid}}:lk`;

const unlock = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end return 0`;

/** Browser sessions, by the hash of their handle. Every call rejects while Redis is away. */
export const createStore = (redis: Redis, now: () => number = Date.now) => ({
  read: async (hid: string): Promise<Stored | undefined> => {
    const found = await redis.get(sessionKey(hid));
    // What an older version wrote and this one cannot read is over: its shopper comes in again.
    return found === null ? undefined : Stored.safeParse(JSON.parse(found)).data;
  },
  create: async (hid: string, session: Stored) => {
    await redis.set(sessionKey(hid), JSON.stringify(session), "PX", session.until - now());
  },
  /** False when the session was ended meanwhile: a refresh never brings one back. */
  update: async (hid: string, session: Stored) =>
    (await redis.set(
      sessionKey(hid),
      JSON.stringify(session),
      "PX",
      session.until - now(),
      "XX",
    )) === "OK",
  end: async (hid: string) => {
    await redis.del(sessionKey(hid));
  },
  /** Keeps a text for this browser, for so many milliseconds. */
  keep: async (hid: string, name: string, text: string, milliseconds: number) => {
    await redis.set(keptKey(hid, name), text, "PX", milliseconds);
  },
  kept: (hid: string, name: string) => redis.get(keptKey(hid, name)),
  /** undefined when another process holds it. */
  lock: async (hid: string, milliseconds: number) => {
    const owner = randomUUID();
    const got = await redis.set(lockKey(hid), owner, "PX", milliseconds, "NX");
    if (got !== "OK") return undefined;
    return async () => {
      await redis.eval(unlock, 1, lockKey(hid), owner);
    };
  },
});
export type Store = ReturnType<typeof createStore>;
