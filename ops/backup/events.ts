import { streamOf } from "@jangteo/shared/stream";
import { Redis } from "ioredis";
import type postgres from "postgres";
import { z } from "zod";

import type { Manifest } from "./manifest.ts";
import { quoted, schemas } from "./tables.ts";

/** What an outbox sends goes through these streams; what auth tells has no other copy. */
const streams = schemas.map((service) => [service, streamOf(service)] as const);

/** Seconds by which the clocks of PostgreSQL and Redis may differ. */
const skew = 60;

const withRedis = async <T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 3000,
    commandTimeout: 10_000,
    retryStrategy: () => null,
  });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

/** A reply of names and values in turn. */
const Fields = z
  .array(z.unknown())
  .transform(
    (flat) =>
      new Map(
        flat.flatMap((name, index): [string, unknown][] =>
          index % 2 === 0 ? [[String(name), flat[index + 1]]] : [],
        ),
      ),
  );
const Pending = z.tuple([z.number(), z.string().nullable()]).rest(z.unknown());
const timeOf = (entryId: unknown) => Number(String(entryId).split("-")[0]);

const isMissing = (error: unknown) => error instanceof Error && /no such key/.test(error.message);

const settledOf = async (redis: Redis, stream: string): Promise<number | null> => {
  const [seconds, micros] = await redis.time();
  const now = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
  try {
    const last = Fields.parse(await redis.xinfo("STREAM", stream)).get("last-generated-id");
    const groups = z.array(Fields).parse(await redis.xinfo("GROUPS", stream));
    const times = await Promise.all(
      groups.map(async (group) => {
        const oldest = Pending.parse(await redis.xpending(stream, String(group.get("name"))))[1];
        const delivered = group.get("last-delivered-id");
        if (oldest !== null) return timeOf(oldest);
        return delivered === last ? now : timeOf(delivered);
      }),
    );
    return groups.length === 0 ? null : Math.min(...times);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** Up to when what each service sent has been applied by everybody; of nothing, if nobody has read it. */
export const appliedUntil = (url: string): Promise<Manifest["applied"]> =>
  withRedis(url, async (redis) => {
    const found: Manifest["applied"] = {};
    for (const [service, stream] of streams) {
      const time = await settledOf(redis, stream);
      found[service] = time === null ? null : new Date(time).toISOString();
    }
    return found;
  });

/** When no Redis could be asked: every event that is still there counts as not applied. */
export const nothingApplied: Manifest["applied"] = Object.fromEntries(
  schemas.map((service) => [service, null]),
);

/**
 * Has every event sent again that somebody may not have applied, and keeps the notes of those who have:
 * they would otherwise go after a week, counted from the backup.
 */
export const sendAgain = (sql: postgres.Sql, { applied }: Manifest): Promise<number> =>
  sql.begin(async (tx) => {
    for (const service of schemas)
      await tx.unsafe(
        `update ${quoted(service, "outbox")} set sent_at = null, claimed_until = null
        where sent_at is null or $1::timestamptz is null
          or sent_at >= $1::timestamptz - make_interval(secs => ${skew})`,
        [applied[service] ?? null],
      );
    const waiting = schemas
      .map((service) => `select id from ${quoted(service, "outbox")} where sent_at is null`)
      .join(" union all ");
    for (const service of schemas)
      await tx.unsafe(
        `update ${quoted(service, "inbox")} set applied_at = now() where event_id in (${waiting})`,
      );
    const [row] = await tx.unsafe<{ count: number }[]>(
      `select count(*)::int as count from (${waiting}) as events`,
    );
    return row?.count ?? 0;
  });

/** Takes out of Redis what services told each other: it may tell of what the restored shop does not know. */
export const forgetStreams = (url: string): Promise<number> =>
  withRedis(url, async (redis) => {
    const keys = new Set<string>();
    for (const [, stream] of streams)
      for await (const found of redis.scanStream({ match: `${stream}*`, count: 1000 }))
        for (const key of z.array(z.string()).parse(found)) keys.add(key);
    for (const key of keys) await redis.unlink(key);
    return keys.size;
  });
