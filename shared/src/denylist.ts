import { createHash } from "node:crypto";

import type { Redis } from "ioredis";

/** The hash tag that keeps all keys of one subject in one slot of a Redis cluster. */
export const tagOf = (subject: string) =>
  createHash("sha256").update(subject).digest("base64url").slice(0, 16);

/** The key that stands for as long as tokens of an ended session may still run. */
export const endedKey = (tag: string, sid: string) => `a:{${tag}}:rev:${sid}`;

/** Tells whether a session has ended though its token still runs. Auth writes it, services read it. */
export const createDenylist = (redis: Redis) => async (subject: string, sid: string) =>
  (await redis.exists(endedKey(tagOf(subject), sid))) === 1;
export type IsEnded = ReturnType<typeof createDenylist>;
