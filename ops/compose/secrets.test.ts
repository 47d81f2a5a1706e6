import { afterAll, expect, test } from "bun:test";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";

import { freePort } from "@jangteo/shared/embedded/ports";
import { startRedis } from "@jangteo/shared/embedded/redis";
import { own } from "@jangteo/shared/testing/place";
import { Redis } from "ioredis";

import { temporaryFolder } from "../local/testing.ts";
import { root } from "./compose-file.ts";

const place = temporaryFolder();
const dir = join(place.path, "secrets");
const draw = () =>
  Bun.spawnSync([execPath, "ops/compose/secrets.ts", dir], { cwd: root }).stdout.toString();
const secret = (name: string) => readFileSync(join(dir, name), "utf8");
const modeOf = (path: string) => statSync(path).mode & 0o777;
draw();

test("containers may read what they mount, and nobody else may pass the folder", () => {
  expect(modeOf(dir)).toBe(0o700);
  expect(modeOf(join(dir, "secrets.json"))).toBe(0o600);
  const others = readdirSync(dir).filter((name) => name !== "secrets.json");
  expect(others.filter((name) => modeOf(join(dir, name)) !== 0o444)).toEqual([]);
});

test("drawing again keeps what was drawn, and what the operator wrote", () => {
  const before = [secret("password-pepper"), secret("monitor-password")];
  writeFileSync(join(dir, "stripe-secret-key.new"), "sk_test_1");
  Bun.spawnSync(["mv", "-f", "stripe-secret-key.new", "stripe-secret-key"], { cwd: dir });
  expect(draw()).toContain("secrets are in place");
  expect([secret("password-pepper"), secret("monitor-password")]).toEqual(before);
  expect(secret("stripe-secret-key")).toBe("sk_test_1");
});

test("drawing again gives the logins at Redis the rules of this version, under their passwords", () => {
  const drawn = secret("redis-users");
  const older = drawn.replace(/^(user product .*?) \(.*$/m, "$1");
  expect(older).not.toBe(drawn);
  writeFileSync(join(dir, "redis-users.new"), older);
  Bun.spawnSync(["mv", "-f", "redis-users.new", "redis-users"], { cwd: dir });
  draw();
  expect(secret("redis-users")).toBe(drawn);
});

test("the state Redis takes the users that were drawn, and the exporter sees no key", async () => {
  const server = await startRedis({
    dir: join(place.path, "redis"),
    port: await freePort(),
    kind: "state",
    users: { acl: secret("redis-users"), password: secret("redis-password") },
    onLaunch: ({ identity }) => own(identity),
  });
  afterAll(() => server.stop());
  const as = (username: string, password: string) => {
    const redis = new Redis(server.url, { username, password, maxRetriesPerRequest: 1 });
    afterAll(() => redis.disconnect());
    return redis;
  };
  const { password } = new URL(secret("auth-redis-url"));
  expect(await as("auth", password).set("a:{shop}:test", "kept")).toBe("OK");
  const monitor = as("monitor", String(Object.values(JSON.parse(secret("redis-monitor")))[0]));
  expect(await monitor.info("memory")).toContain("used_memory");
  const refused = monitor.get("a:{shop}:test").then(
    () => "read",
    (error: unknown) => String(error),
  );
  expect(await refused).toContain("NOPERM");
});
