import { Redis } from "ioredis";

import { watchCommands } from "./commands.ts";
import type { Log } from "./log.ts";

/** Whether Redis could not be reached or could not answer, as opposed to having refused a command. */
export const isRedisAway = (error: unknown) =>
  error instanceof Error &&
  (/^(AbortError|MaxRetriesPerRequestError)$/.test(error.name) ||
    /^(Command timed out|Connection is closed|Stream isn't writeable)/.test(error.message) ||
    /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|OOM) /.test(error.message));

/** A connection that fails fast: a command waits 300 ms at most, and never in a queue while Redis is away. */
export const connectRedis = (url: string, log: Log) => {
  const redis = new Redis(url, {
    commandTimeout: 300,
    connectTimeout: 1000,
    maxRetriesPerRequest: 1,
    enableAutoPipelining: true,
    disableClientInfo: true,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 2000),
  });
  reportOnce(redis, log);
  watchCommands(redis);
  return redis;
};

/**
 * A connection for blocking reads, which may take as long as they ask for, up to seconds; a peer that is
 * silent for `silence` milliseconds, longer than any read, is taken for gone, and called again.
 */
export const connectBlocking = (url: string, log: Log, { silence = 10_000 } = {}) => {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    socketTimeout: silence,
    disableClientInfo: true,
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
