import { Redis } from "ioredis";

import type { Log } from "./log.ts";

/** A connection that fails fast: a command waits 300 ms at most, and never in a queue while Redis is away. */
export const connectRedis = (url: string, log: Log) => {
  const redis = new Redis(url, {
    commandTimeout: 300,
    connectTimeout: 1000,
    maxRetriesPerRequest: 1,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 2000),
  });
  reportOnce(redis, log);
  return redis;
};

/** A connection for blocking reads, which may take as long as they ask for. */
export const connectBlocking = (url: string, log: Log) => {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 2000),
  });
  reportOnce(redis, log);
  return redis;
};

const reportOnce = (redis: Redis, log: Log) => {
  const seen = { down: false };
  redis.on("error", (error: Error) => {
    if (!seen.down) log.warn("Redis is away", { error: error.message });
    seen.down = true;
  });
  redis.on("ready", () => {
    if (seen.down) log.info("Redis is back");
    seen.down = false;
  });
};
