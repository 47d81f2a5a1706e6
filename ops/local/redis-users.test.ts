import { afterAll, expect, test } from "bun:test";
import { chmodSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { startRedis } from "@jangteo/shared/embedded/redis";
import { own } from "@jangteo/shared/testing/place";
import { Redis } from "ioredis";

import { folderAt } from "./folder.ts";
import { redisUsers, urlForUser, type RedisUser } from "./redis-users.ts";
import { readSecrets } from "./secrets.ts";
import { temporaryFolder } from "./testing.ts";

const place = temporaryFolder();
chmodSync(place.path, 0o700);
const secrets = readSecrets(folderAt(place.path));
const server = await startRedis({
  dir: join(place.path, "redis"),
  port: await freePort(),
  kind: "state",
  users: { acl: redisUsers(secrets), password: secrets.redisOwner },
  onLaunch: ({ identity }) => own(identity),
});
const connections: Redis[] = [];
const connect = (url: string) => {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  redis.on("error", () => {});
  connections.push(redis);
  return redis;
};
const as = (user: RedisUser) => connect(urlForUser(server.url, user, secrets));
const users = {
  storefront: as("storefront"),
  auth: as("auth"),
  member: as("member"),
  product: as("product"),
  order: as("order"),
  payment: as("payment"),
  gateway: as("gateway"),
  monitor: as("monitor"),
};
afterAll(async () => {
  for (const redis of connections) redis.disconnect();
  await server.stop();
  place.remove();
});

const keys = {
  storefront: "b:{h}:s",
  auth: "a:{t}:s:1",
  throttle: "rl:{x}",
  ended: "a:{t}:rev:1",
  member: "events:{member}",
  product: "events:{product}",
  order: "events:{order}",
  payment: "events:{payment}",
  sessions: "events:{auth}",
  gateway: "gw:rl:{member-me:x}:0",
  other: "anything",
};
type Keys = keyof typeof keys;
const write = "return redis.call('SET', KEYS[1], 1)";

const refusal = async (answer: Promise<unknown>) => {
  const outcome = await answer.then(
    () => "allowed",
    (error: Error) => error.message,
  );
  return outcome.replace(/^.*NOPERM.*$|^.*No permissions.*$|^.*can't access.*$/i, "refused");
};

/** Each with what it may read or write, if only in part; all else is foreign to it. */
const touched: [RedisUser, Keys[]][] = [
  ["storefront", ["storefront"]],
  ["auth", ["auth", "throttle", "ended", "member", "sessions"]],
  ["member", ["ended", "member", "sessions"]],
  ["product", ["product"]],
  ["order", ["order"]],
  ["payment", ["payment"]],
  ["gateway", ["gateway"]],
  ["monitor", []],
];

test.each(touched)("%s can neither read nor write what belongs to others", async (user, names) => {
  const redis = users[user];
  const foreign = Object.entries(keys).filter(([name]) => !names.some((one) => one === name));
  for (const [name, key] of foreign) {
    const seen = {
      get: await refusal(redis.get(key)),
      set: await refusal(redis.set(key, "1")),
      delete: await refusal(redis.del(key)),
      read: await refusal(redis.xrange(key, "-", "+")),
      append: await refusal(redis.xadd(key, "*", "a", "b")),
      script: await refusal(redis.eval(write, 1, key)),
    };
    expect({ name, outcomes: [...new Set(Object.values(seen))] }).toEqual({
      name,
      outcomes: ["refused"],
    });
  }
});

test.each(Object.entries(users))(
  "%s cannot look around, change the server or stop it",
  async (_name, redis) => {
    const commands = [
      ["KEYS", "*"],
      ["SCAN", "0"],
      ["RANDOMKEY"],
      ["DBSIZE"],
      ["FLUSHALL"],
      ["CONFIG", "GET", "*"],
      ["ACL", "LIST"],
      ["MONITOR"],
      ["SHUTDOWN", "NOSAVE"],
      ["CLIENT", "LIST"],
      ["SCRIPT", "FLUSH"],
      ["SWAPDB", "0", "1"],
      ["REPLICAOF", "NO", "ONE"],
    ] as const;
    for (const [command, ...rest] of commands)
      expect([command, await refusal(redis.call(command, ...rest))]).toEqual([command, "refused"]);
    expect(await redis.ping()).toBe("PONG");
  },
);

test("each can do its own work", async () => {
  const { storefront, auth, member, product, order, payment, gateway } = users;
  expect(await storefront.set(keys.storefront, "1", "PX", 1000, "NX")).toBe("OK");
  expect(await storefront.eval(write, 1, keys.storefront)).toBe("OK");
  expect(await auth.hset(keys.auth, "a", 1)).toBe(1);
  expect(await auth.eval(write, 1, keys.throttle)).toBe("OK");
  expect(await auth.set(keys.ended, "1", "PX", 60_000)).toBe("OK");
  expect(await auth.xadd(keys.sessions, "*", "id", "1")).toBeString();
  expect(await member.xadd(keys.member, "*", "id", "1")).toBeString();
  expect(await product.xadd(keys.product, "*", "id", "1")).toBeString();
  expect(await order.xadd(keys.order, "*", "id", "1")).toBeString();
  expect(await payment.xadd(keys.payment, "*", "id", "1")).toBeString();
  for (const [reader, stream] of [
    [auth, keys.member],
    [member, keys.sessions],
    [member, keys.member],
    [order, keys.payment],
    [order, keys.product],
  ] as const) {
    expect(await reader.xgroup("CREATE", stream, "readers", "0", "MKSTREAM").catch(String)).toMatch(
      /OK|BUSYGROUP/,
    );
    const read = await reader.xreadgroup("GROUP", "readers", "me", "STREAMS", stream, ">");
    expect(read ?? []).toBeArray();
    expect(await reader.xadd(`${stream}:dead:readers`, "*", "id", "1")).toBeString();
  }
  const counted = await gateway.multi().incr(keys.gateway).expire(keys.gateway, 60).exec();
  expect(counted?.map(([error]) => error)).toEqual([null, null]);
});

test("member learns which sessions ended, and cannot change it, nor speak in auth's name", async () => {
  const { member, auth } = users;
  expect(await member.exists(keys.ended)).toBe(1);
  expect(await refusal(member.del(keys.ended))).toBe("refused");
  expect(await refusal(member.set(keys.ended, "1"))).toBe("refused");
  expect(await refusal(member.xadd(keys.sessions, "*", "id", "1"))).toBe("refused");
  expect(await refusal(auth.xadd(keys.member, "*", "id", "1"))).toBe("refused");
});

test("the storefront follows what the catalogue says, and cannot speak in its name or hold it up", async () => {
  const { product, storefront: reader } = users;
  const id = await product.xadd(keys.product, "*", "id", "2");
  expect(await reader.xrevrange(keys.product, "+", "-", "COUNT", 1)).toEqual([
    [String(id), ["id", "2"]],
  ]);
  expect(await reader.xread("COUNT", 9, "STREAMS", keys.product, "0-0")).not.toBeNull();
  const group = ["CREATE", keys.product, "readers", "0", "MKSTREAM"] as const;
  expect(await refusal(reader.xgroup(...group))).toBe("refused");
  expect(await refusal(reader.xdel(keys.product, String(id)))).toBe("refused");
  expect(await refusal(reader.xtrim(keys.product, "MAXLEN", 0))).toBe("refused");
});

test("order takes what the catalogue says one by one, and cannot speak in its name", async () => {
  const { product, order: reader } = users;
  const id = await product.xadd(keys.product, "*", "id", "3");
  expect(await reader.xread("COUNT", 9, "STREAMS", keys.product, "0-0")).not.toBeNull();
  expect(await refusal(reader.xadd(keys.product, "*", "id", "4"))).toBe("refused");
  expect(await refusal(reader.xdel(keys.product, String(id)))).toBe("refused");
  expect(await refusal(reader.xtrim(keys.product, "MAXLEN", 0))).toBe("refused");
});

test("nobody comes in without a password", async () => {
  const nobody = connect(server.url);
  expect(await nobody.get(keys.storefront).catch(String)).toContain("NOAUTH");
});
