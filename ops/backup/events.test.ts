import { expect, test } from "bun:test";

import { startConsumer } from "@jangteo/shared/stream";
import { testRedis } from "@jangteo/shared/testing/redis";

import { withSql } from "../local/database.ts";
import { eventually } from "../local/testing.ts";
import { testShop } from "../verify/testing.ts";
import { appliedUntil, forgetStreams, nothingApplied, sendAgain } from "./events.ts";
import { readManifest } from "./manifest.ts";
import { backUp, shopFolder, testPlace } from "./testing.ts";

const { adminUrl } = await testShop();
const { redis, url } = await testRedis();
const place = testPlace();
const manifest = readManifest(
  await backUp(place, { DATABASE_URL: adminUrl, JANGTEO_DIR: shopFolder(place).dir }),
);
const log = { info: () => {}, warn: () => {}, error: () => {} };
const stream = "events:{order}";
const send = (id: string) =>
  redis.xadd(stream, "*", "id", id, "type", "order.x", "payload", "{}", "traceparent", "");

const consume = (group: string, handle: () => Promise<void>) =>
  startConsumer({
    ...{ redis: redis.duplicate({ maxRetriesPerRequest: null, commandTimeout: 60_000 }) },
    ...{ service: "order", group, log, handle, retryAfter: 60_000 },
  });

test("what one reader has not applied counts as applied by nobody, however far the others are", async () => {
  expect(await appliedUntil(url)).toEqual(nothingApplied);
  const quick = consume("quick", async () => {});
  const failing = { on: false };
  const slow = consume("slow", async () => {
    if (failing.on) throw new Error("the mail server is away");
  });
  await send("first");
  const untilNow = async () => Date.parse((await appliedUntil(url))["order"] ?? "");
  const asked = Date.now();
  await eventually(async () => (await untilNow()) >= asked);
  failing.on = true;
  const entry = await send("second");
  await eventually(async () => {
    const [pending] = await redis.xpending(stream, "slow");
    return pending === 1;
  });
  await send("third");
  expect(await untilNow()).toBe(Number(entry?.split("-")[0]));
  expect(await appliedUntil(url)).toMatchObject({ member: null });
  await Promise.all([quick.stop(), slow.stop()]);
});

test("a restore sends again what may not have been applied, and remembers of that what was", async () => {
  const ids = await withSql(adminUrl, async (sql) => {
    const made = await sql<{ id: string; type: string }[]>`
      insert into "order".outbox (type, payload, sent_at) values
        ('long ago', '{}', now() - interval '9 days'),
        ('before', '{}', now() - interval '8 days 2 minutes'),
        ('about then', '{}', now() - interval '8 days 30 seconds'),
        ('after', '{}', now() - interval '7 days'),
        ('never', '{}', null)
      returning id, type`;
    for (const { id } of made)
      await sql`insert into member.inbox (consumer, event_id, applied_at)
        values ('test', ${id}, now() - interval '8 days')`;
    return made.map(({ id }) => id);
  });
  const then = new Date(Date.now() - 8 * 86_400_000).toISOString();
  const applied = { ...manifest.applied, order: then, payment: then, product: then, member: then };
  await withSql(adminUrl, (sql) => sendAgain(sql, { ...manifest, applied }));
  const rows = await withSql(
    adminUrl,
    (sql) => sql<{ type: string; sent: boolean; kept: boolean }[]>`
      select type, sent_at is not null as sent, applied_at > now() - interval '1 hour' as kept
      from "order".outbox join member.inbox on event_id = id
      where id = any(${ids}) order by id`,
  );
  expect([...rows]).toEqual([
    { type: "long ago", sent: true, kept: false },
    { type: "before", sent: true, kept: false },
    { type: "about then", sent: false, kept: true },
    { type: "after", sent: false, kept: true },
    { type: "never", sent: false, kept: true },
  ]);
});

test("what services told each other goes out of Redis, and sessions stay", async () => {
  await redis.set("a:{m}:s:1", "a session");
  await redis.xadd(`${stream}:dead:mail`, "*", "id", "x");
  await redis.xadd("events:{auth}", "*", "id", "x");
  await forgetStreams(url);
  const left = await redis.keys("*");
  expect(left.toSorted()).toEqual(["a:{m}:s:1", "events:{auth}"]);
});
