import type { Redis } from "ioredis";

import { describeError, type Log } from "./log.ts";

/** Something that runs until it is told to stop, and stops between two rounds. */
export type Loop = { stop: () => Promise<void> };

/** Milliseconds after which a round that neither ends nor fails, such as on a lost connection, is left behind. */
const longest = 300_000;

const within = async (round: () => Promise<number>, limit: number) => {
  const late = Promise.withResolvers<number>();
  const timer = setTimeout(() => late.reject(new Error(`no end after ${limit} ms`)), limit);
  try {
    return await Promise.race([round(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Rounds one after another until stopped; every one may overlap with one that was left behind. */
export const loop = (
  round: () => Promise<number>,
  idle: number,
  log: Log,
  limit = longest,
): Loop => {
  const stopping = new AbortController();
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      if (stopping.signal.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        stopping.signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      stopping.signal.addEventListener("abort", end);
    });
  const run = async () => {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        const done = await within(round, limit);
        failures = 0;
        if (done === 0 && idle > 0) await pause(idle);
      } catch (error) {
        if (failures === 0) log.warn("A background round failed", describeError(error));
        failures += 1;
        await pause(Math.min(100 * 2 ** failures, 5000));
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

/** A loop over blocking reads, with the connection that they wait on. */
export const readingLoop = (redis: Redis, round: () => Promise<number>, log: Log): Loop => {
  const running = loop(round, 0, log);
  return {
    stop: async () => {
      // Longer than a read blocks: what still waits then waits for a Redis that is away.
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, 2000);
      await Promise.race([running.stop(), late.promise]);
      clearTimeout(timer);
      redis.disconnect();
    },
  };
};
