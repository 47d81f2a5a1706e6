import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Redis } from "ioredis";
import postgres from "postgres";

import { demoMembers } from "./demo-members.ts";
import {
  eventually,
  familyOf,
  freeOffset,
  ownerPid,
  startShop,
  survivors,
  temporaryFolder,
} from "./testing.ts";
import { watchedTests } from "./watched.ts";

const place = temporaryFolder();
const dir = join(place.path, "shop");
const shop = { offset: 0, started: [] as ReturnType<typeof startShop>[] };

const addresses = [
  [3000, "/ko"],
  [3000, "/en"],
  [8000, "/v1/products"],
  [8000, "/.well-known/jwks.json"],
  [4000, "/docs"],
  [5000, "/readyz"],
  [5100, "/openapi.json"],
  [5200, "/readyz"],
  [5300, "/readyz"],
  [5400, "/readyz"],
  [1080, "/"],
  [4318, "/"],
  [9090, "/-/healthy"],
  [9093, "/-/healthy"],
] as const;

const start = (...flags: string[]) => {
  const running = startShop({ dir, offset: shop.offset, flags });
  shop.started.push(running);
  return running;
};
const open = async (...flags: string[]) => {
  const running = start(...flags);
  await running.says("Ctrl-C stops everything");
  return running;
};
const url = (port: number, path: string) => `http://127.0.0.1:${port + shop.offset}${path}`;
const addressOf = (store: string, said: string) =>
  new RegExp(`${store} .* ([\\d.]+:\\d+)`).exec(said)?.[1] ?? "";
const readSecret = (name: string): string =>
  JSON.parse(readFileSync(join(dir, "secrets.json"), "utf8"))[name];

const withStores = async (
  said: string,
  work: (sql: postgres.Sql, redis: Redis) => Promise<void>,
): Promise<void> => {
  const owner = `postgres:${readSecret("databaseOwner")}`;
  const sql = postgres(`postgres://${owner}@${addressOf("PostgreSQL", said)}/jangteo`, { max: 1 });
  const redis = new Redis(`redis://:${readSecret("redisOwner")}@${addressOf("Redis", said)}`);
  await work(sql, redis);
  await sql.end();
  redis.disconnect();
};
const expectKept = (said: string) =>
  withStores(said, async (sql, redis) => {
    const [row] = await sql`select word from kept`;
    expect(row).toEqual({ word: "한글" });
    expect(await redis.get("kept")).toBe("한글");
  });

beforeAll(async () => {
  shop.offset = await freeOffset();
});
afterAll(async () => {
  for (const running of shop.started) running.signal("SIGTERM");
  await Promise.all(shop.started.map(({ exited }) => exited));
  place.remove();
});

describe("the shop on one machine", () => {
  test("opens from an empty environment, in UTF-8, with every address answering", async () => {
    const { said } = await open("--observe");
    for (const [port, path] of addresses) {
      expect((await fetch(url(port, path))).status, `${port}${path}`).toBe(200);
    }
    await withStores(said(), async (sql, redis) => {
      const [text] = await sql`
        select length('한글') as length, cardinality(show_trgm('한글')) > 0 as searchable`;
      expect(text).toEqual({ length: 2, searchable: true });
      await sql`create table kept (word text)`;
      await sql`insert into kept values ('한글')`;
      await redis.set("kept", "한글");
      expect(await redis.config("GET", "maxmemory-policy")).toContain("noeviction");
    });
    expect(said()).toMatch(/✓ PostgreSQL +\d+\.\d s/);
  }, 300_000);

  test("lets its demo accounts sign in", async () => {
    const client = Buffer.from(`storefront:${readSecret("storefrontClient")}`).toString("base64");
    for (const { email, password } of demoMembers) {
      const { status } = await fetch(url(4000, "/v1/sessions"), {
        method: "POST",
        headers: { authorization: `Basic ${client}`, "content-type": "application/json" },
        body: JSON.stringify({ email, password, ipAddress: "127.0.0.1" }),
      });
      expect(status, email).toBe(201);
    }
  });

  describe("that is watched", () => watchedTests({ url, dir }));

  test("is not started twice on the same data", async () => {
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.said()).toContain("already running (pid");
    expect(second.said()).toContain("JANGTEO_DIR");
  });

  test("starts what crashed again, the stores too, and says so", async () => {
    const [running] = shop.started;
    const children: { name: string; identity: { pid: number } }[] = JSON.parse(
      readFileSync(join(dir, "children.json"), "utf8"),
    );
    for (const name of ["postgres", "redis-state", "product"]) {
      process.kill(children.find((child) => child.name === name)?.identity.pid ?? -1, "SIGKILL");
      await running?.says(`${name} ended by SIGKILL`);
      await running?.says(`${name} is back`);
    }
    await eventually(async () => (await fetch(url(8000, "/v1/products?limit=3"))).ok);
    await expectKept(running?.said() ?? "");
  });

  test("leaves no process and no lock behind when it is killed outright", async () => {
    const owner = ownerPid(dir);
    const family = familyOf(owner);
    expect(family.length).toBeGreaterThan(4);
    process.kill(owner, "SIGKILL");
    await eventually(() => survivors(family).length === 0 && !existsSync(join(dir, "lock.json")));
  });

  test("cleans up after a crash that nothing survived to clean, and keeps the data", async () => {
    const { said } = await open();
    await expectKept(said());
    const family = familyOf(ownerPid(dir));
    const guard = family.find(({ pid }) =>
      readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("guard.ts"),
    );
    process.kill(guard?.pid ?? -1, "SIGKILL");
    process.kill(ownerPid(dir), "SIGKILL");
    expect(survivors(family).length).toBeGreaterThan(2);
    const next = await open();
    expect(next.said()).toContain("Clean up");
    expect(survivors(family)).toEqual([]);
    await expectKept(next.said());
  }, 120_000);

  test("stops everything in order on SIGTERM", async () => {
    const running = shop.started.at(-1);
    const family = familyOf(ownerPid(dir));
    running?.signal("SIGTERM");
    await running?.exited;
    expect(running?.said()).toMatch(/✓ Stop/);
    expect(survivors(family)).toEqual([]);
    expect(existsSync(join(dir, "lock.json"))).toBe(false);
    expect(existsSync(join(dir, "children.json"))).toBe(false);
  });

  test("can be stopped before it has opened", async () => {
    const running = start();
    await running.says("PostgreSQL");
    const family = familyOf(ownerPid(dir));
    running.signal("SIGTERM");
    await running.exited;
    expect(running.said()).not.toContain("Ctrl-C stops everything");
    expect(survivors(family)).toEqual([]);
  });
});
