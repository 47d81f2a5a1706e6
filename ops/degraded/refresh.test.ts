import { afterAll, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { becomesReady, isGone, launch } from "@jangteo/shared/embedded/process";
import { own } from "@jangteo/shared/testing/place";
import { Redis } from "ioredis";
import { z } from "zod";

import { openShop } from "../e2e/shop.ts";
import { demoMembers } from "../local/demo-members.ts";
import { eventually } from "../local/testing.ts";
import { leaksOf } from "./leaks.ts";
import { processOf, whileFrozen } from "./processes.ts";
import { cookiesOf, secretsOf, visitorOf } from "./visitor.ts";

const root = resolve(import.meta.dirname, "../..");
const shop = await openShop();
const { at, browse, logIn, secrets } = visitorOf(shop);
const [mina] = demoMembers;

const redis = new Redis(
  `redis://:${secretsOf(shop)["redisOwner"]}@${/Redis .* ([\d.]+:\d+)/.exec(shop.said())?.[1]}`,
);
redis.on("error", () => {});
afterAll(() => redis.disconnect());

/** Another process of the storefront, as a balancer would have it beside the shop's own. */
const second = async () => {
  const environment = readFileSync(
    `/proc/${processOf(shop.dir, "storefront").pid}/environ`,
    "utf8",
  );
  const env = Object.fromEntries(
    environment
      .split("\0")
      .flatMap((line) => [line.split(/=(.*)/s, 2)])
      .filter(([name]) => name),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = launch({
    command: process.execPath,
    args: ["server.ts"],
    cwd: join(root, "storefront"),
    env: { ...env, PORT: String(port) },
    log: join(shop.dir, "logs", `storefront-${port}.log`),
    onLaunch: ({ identity }) => own(identity),
  });
  afterAll(running.stop);
  const answers = async () => (await browse("/livez", {}, url).catch(() => undefined))?.ok ?? false;
  if (!(await becomesReady(running, answers, 30_000))) throw new Error("the second does not start");
  return { url, identity: running.identity };
};

const Stored = z.looseObject({ accessUntil: z.number() });
const visit = async () => {
  const cookie = await cookiesOf(logIn(mina));
  const [, handle = ""] = /\bsid=([\w-]+)/.exec(cookie) ?? [];
  const hid = createHash("sha256").update(handle).digest("hex");
  const key = `b:{${hid}}:s`;
  return {
    read: (origin = shop.origin) => browse("/api/members/me", { headers: { cookie } }, origin),
    isLocked: async () => (await redis.exists(`b:{${hid}}:lk`)) === 1,
    /** The access token that is kept for this browser has run out. */
    expire: async () => {
      const stored = Stored.parse(JSON.parse((await redis.get(key)) ?? ""));
      await redis.set(
        key,
        JSON.stringify({ ...stored, accessUntil: Date.now() - 1000 }),
        "KEEPTTL",
      );
    },
  };
};

const refreshes = async () => {
  const metrics = await (await fetch(at(4000, "/metrics"))).text();
  const counts = [...metrics.matchAll(/duration_seconds_count\{[^}]*oauth\/token[^}]*\} (\d+)/g)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
};
const statusesOf = (replies: readonly Response[]) => [
  ...new Set(replies.map(({ status }) => status)),
];
const times = (count: number, ask: () => Promise<Response>) => Array.from({ length: count }, ask);

test("fifty requests at two processes renew an expired token once, and all are answered", async () => {
  const { url } = await second();
  const { read, expire } = await visit();
  expect(statusesOf(await Promise.all([read(), read(url)]))).toEqual([200]);
  await expire();
  const before = await refreshes();
  const replies = await Promise.all([...times(25, () => read()), ...times(25, () => read(url))]);
  expect(statusesOf(replies)).toEqual([200]);
  expect((await refreshes()) - before).toBe(1);
});

test("a process that dies while it renews a token takes no other request with it", async () => {
  const { url, identity } = await second();
  const { read, isLocked, expire } = await visit();
  await read();
  await expire();
  const replies = await whileFrozen(shop.dir, "auth", async () => {
    const lost = read(url).catch(() => undefined);
    await eventually(isLocked);
    const waiting = times(25, () => read());
    process.kill(identity.pid, "SIGKILL");
    await isGone(identity, 5000);
    expect(await lost).toBeUndefined();
    return waiting;
  });
  expect(statusesOf(await Promise.all(replies))).toEqual([200]);
}, 20_000);

test("while auth cannot confirm a session, its shopper is asked to wait and stays signed in", async () => {
  const { read, expire } = await visit();
  await expire();
  for (const key of await redis.keys("a:*:s:*")) await redis.hset(key, "checkedAt", 0);
  const reply = await whileFrozen(shop.dir, "member", () => read());
  expect([
    reply.status,
    reply.headers.get("content-type"),
    reply.headers.has("retry-after"),
  ]).toEqual([503, "application/problem+json", true]);
  expect(reply.headers.getSetCookie()).toEqual([]);
  await eventually(async () => (await read()).status === 200, 10_000);
});

test("no log of all this holds a password, a token or a cookie", () => {
  expect(secrets.size).toBeGreaterThan(3);
  expect(leaksOf(shop, secrets)).toEqual([]);
});
