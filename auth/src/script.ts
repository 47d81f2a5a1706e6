import { createHash } from "node:crypto";

import type { Redis } from "ioredis";

const unknownScript = (error: unknown) =>
  error instanceof Error && error.message.startsWith("NOSCRIPT");

/** A Lua script: sent by its hash, and whole when Redis does not know it yet. */
export const luaScript = (source: string) => {
  const hash = createHash("sha1").update(source).digest("hex");
  return async (redis: Redis, keys: string[], args: (string | number)[]): Promise<unknown> => {
    try {
      return await redis.evalsha(hash, keys.length, ...keys, ...args);
    } catch (error) {
      if (!unknownScript(error)) throw error;
      return redis.eval(source, keys.length, ...keys, ...args);
    }
  };
};
