import type { Redis } from "ioredis";

import type { Log } from "./log.ts";
import { readingLoop } from "./loop.ts";
import type { Event } from "./outbox.ts";
import { Entries, Read, toEvent } from "./stream-entries.ts";
import { streamOf } from "./stream.ts";

type Follower = {
  /** A connection of its own: reads block. */
  redis: Redis;
  /** Whose events. */
  service: string;
  handle: (event: Event) => void;
  /** Events may have passed unseen: before it began to read, and while Redis was away. */
  missed: () => void;
  log: Log;
};

/**
 * Tells this one process of every event of a service from now on, until stopped. Nothing is kept
 * for it and nothing is read twice, so it fits what can be made anew, such as a cache.
 */
export const followEvents = ({ redis, service, handle, missed, log }: Follower) => {
  const stream = streamOf(service);
  const seen: { last?: string } = {};
  const newest = async () => {
    const [entry] = Entries.parse(await redis.xrevrange(stream, "+", "-", "COUNT", 1));
    return entry?.[0] ?? "0-0";
  };
  redis.on("ready", missed);
  return readingLoop(
    redis,
    async () => {
      if (seen.last === undefined) {
        seen.last = await newest();
        missed();
      }
      const reply = Read.parse(
        await redis.xread("COUNT", 200, "BLOCK", 1000, "STREAMS", stream, seen.last),
      );
      const entries = reply?.[0]?.[1] ?? [];
      for (const entry of entries) {
        seen.last = entry[0];
        handle(toEvent(entry));
      }
      return entries.length;
    },
    log,
  );
};
