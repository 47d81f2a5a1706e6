import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { startPostgres } from "@jangteo/shared/embedded/postgres";
import postgres from "postgres";

import { familyOf, freeOffset, startShop, survivors, temporaryFolder } from "./testing.ts";

const place = temporaryFolder();
const dir = (name: string) => join(place.path, name);
const at = { offset: 0 };

/** What the command says when it refuses; nothing it started may be left. */
const refusal = async (settings: Partial<Parameters<typeof startShop>[0]> & { dir: string }) => {
  const shop = startShop({ offset: at.offset, ...settings });
  const family = familyOf(shop.pid);
  expect(await shop.exited, shop.said()).toBe(1);
  expect(survivors(family)).toEqual([]);
  expect(existsSync(join(settings.dir, "lock.json"))).toBe(false);
  expect(shop.said()).not.toContain(" at ");
  return shop.said();
};

beforeAll(async () => {
  at.offset = await freeOffset();
});
afterAll(place.remove);

describe("the start command refuses, and names the way out, when", () => {
  test("a port is taken", async () => {
    const port = 8000 + at.offset;
    const other = createServer().listen(port, "127.0.0.1");
    const said = await refusal({ dir: dir("port") });
    other.close();
    expect(said).toContain(`Port ${port}, which gateway needs, is taken by`);
    expect(said).toContain(`GATEWAY_PORT=${port + 1}`);
  });

  test("there is no such runtime", async () => {
    const said = await refusal({ dir: dir("runtime"), env: { JANGTEO_RUNTIME: "dino" } });
    expect(said).toContain("There is no runtime dino.");
    expect(said).toContain("JANGTEO_RUNTIME takes bun, or deno");
  });

  test("the data folder is broken, and leaves it as it is", async () => {
    mkdirSync(join(dir("broken"), "postgres"), { recursive: true });
    writeFileSync(join(dir("broken"), "postgres", "precious"), "data");
    const said = await refusal({ dir: dir("broken") });
    expect(said).toContain(join(dir("broken"), "postgres"));
    expect(said).toContain("--reset");
    expect(existsSync(join(dir("broken"), "postgres", "precious"))).toBe(true);
  });

  test("the data was written by another PostgreSQL", async () => {
    mkdirSync(join(dir("old"), "postgres"), { recursive: true });
    writeFileSync(join(dir("old"), "postgres", "PG_VERSION"), "15\n");
    expect(await refusal({ dir: dir("old") })).toContain("written by PostgreSQL 15");
  });

  test("there is no Redis", async () => {
    mkdirSync(dir("bin"));
    symlinkSync(process.execPath, join(dir("bin"), "bun"));
    const said = await refusal({ dir: dir("tools"), env: { PATH: `${dir("bin")}:/bin-less` } });
    expect(said).toContain("apt install redis-server");
    expect(said).toContain("brew install redis");
  });

  test("the Redis of REDIS_URL does not answer", async () => {
    const said = await refusal({
      dir: dir("redis"),
      env: { REDIS_URL: `redis://127.0.0.1:${await freePort()}` },
    });
    expect(said).toContain("The Redis of REDIS_URL cannot be used");
  });

  test("the database cannot hold or search Korean, or cannot be reached", async () => {
    const cluster = await startPostgres({
      dataDir: dir("cluster"),
      port: await freePort(),
      durable: false,
    });
    const sql = postgres(cluster.url, { max: 1 });
    await sql`create database ascii encoding 'SQL_ASCII' locale 'C' template template0`;
    await sql`create database silent encoding 'UTF8' locale 'C' template template0`;
    await sql.end();
    const given = (name: string) => ({
      dir: dir("unicode"),
      env: { DATABASE_URL: cluster.url.replace(/postgres$/, name) },
    });
    expect(await refusal(given("ascii"))).toContain("is SQL_ASCII, not UTF8");
    expect(await refusal(given("silent"))).toContain("cannot be searched");
    await cluster.stop();
    const unreachable = await refusal(given("gone"));
    expect(unreachable).toContain("cannot be used");
    expect(unreachable).not.toContain("postgres:postgres");
  });
});
