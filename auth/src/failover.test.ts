import { afterAll, expect, test } from "bun:test";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "@jangteo/shared/embedded/ports";
import { stopProcess } from "@jangteo/shared/embedded/process";
import { startRedis } from "@jangteo/shared/embedded/redis";
import { createLog } from "@jangteo/shared/log";
import { connectRedis } from "@jangteo/shared/redis";
import { own } from "@jangteo/shared/testing/place";

import { bearer, testAuth, type Tokens } from "./testing.ts";

const auth = await testAuth();
const quiet = createLog("auth", () => {});

const place = mkdtempSync(join(tmpdir(), "jangteo-failover-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A Redis that can be killed, and started again on its port with what its folder holds. */
const redisIn = async (name: string) => {
  const port = await freePort();
  const dir = join(place, name);
  const begin = () =>
    startRedis({ dir, port, kind: "state", onLaunch: ({ identity }) => own(identity) });
  const state = { server: await begin() };
  const redis = connectRedis(state.server.url, quiet);
  const kill = () => stopProcess(state.server.identity, { signal: "SIGKILL" });
  afterAll(async () => {
    redis.disconnect();
    await kill();
  });
  return {
    redis,
    port,
    dir,
    kill,
    start: async () => {
      state.server = await begin();
      await answers(() => redis.ping());
    },
  };
};

/** Waits for what is on its way; the bound only ends a failure. */
const answers = async (ask: () => Promise<unknown>, tries = 400): Promise<void> => {
  const good = await ask().catch(() => false);
  if (good !== false) return;
  if (tries === 0) throw new Error("It did not happen in time");
  await pause(25);
  return answers(ask, tries - 1);
};

const replicaOf = async (
  master: { port: number; redis: ReturnType<typeof connectRedis> },
  name: string,
) => {
  const replica = await redisIn(name);
  await master.redis.config("SET", "repl-diskless-sync-delay", "0");
  await replica.redis.replicaof("127.0.0.1", master.port);
  await answers(async () => (await master.redis.wait(1, 200)) === 1);
  return replica;
};

const seen = async ({ app }: ReturnType<typeof auth.at>, { access_token }: Tokens) =>
  (await app.request("/v1/sessions", { headers: bearer(access_token) })).status;

test("a promoted replica that has every write goes on where the master died", async () => {
  const master = await redisIn("whole-master");
  const replica = await replicaOf(master, "whole-replica");
  const before = auth.at(master.redis);
  const mina = auth.enrol();
  const first = await before.signedIn(mina);
  const next = await before.refreshed(first.refresh_token);
  const ended = await before.signedIn(mina);
  const headers = bearer(ended.access_token);
  await before.app.request("/v1/sessions/current", { method: "DELETE", headers });
  await answers(async () => (await master.redis.wait(1, 200)) === 1);
  await master.kill();
  await replica.redis.replicaof("NO", "ONE");

  const after = auth.at(replica.redis);
  expect((await after.refreshed(first.refresh_token)).refresh_token).toBe(next.refresh_token);
  await after.refreshed(next.refresh_token);
  expect(await seen(after, ended)).toBe(401);
});

test("a promoted replica that missed the last rotation signs nobody out and takes no thief in", async () => {
  const master = await redisIn("late-master");
  const replica = await replicaOf(master, "late-replica");
  const before = auth.at(master.redis);
  const mina = auth.enrol();
  const first = await before.signedIn(mina);
  const second = await before.refreshed(first.refresh_token);
  await answers(async () => (await master.redis.wait(1, 200)) === 1);
  await replica.redis.replicaof("127.0.0.1", await freePort());
  const third = await before.refreshed(second.refresh_token);
  const lostLogin = await before.signedIn(mina);
  await master.kill();
  await replica.redis.replicaof("NO", "ONE");

  const after = auth.at(replica.redis);
  const fourth = await after.refreshed(third.refresh_token);
  const again = await after.refreshed(third.refresh_token);
  expect(again.refresh_token).toBe(fourth.refresh_token);
  expect((await after.refresh(lostLogin.refresh_token)).status).toBe(400);
  expect((await after.refresh(first.refresh_token)).status).toBe(400);
  expect((await after.refresh(fourth.refresh_token)).status).toBe(400);
});

test("while a replica is not promoted yet, a refresh is asked to come again", async () => {
  const master = await redisIn("waiting-master");
  const replica = await replicaOf(master, "waiting-replica");
  const mina = auth.enrol();
  const { refresh_token } = await auth.at(master.redis).signedIn(mina);
  await answers(async () => (await master.redis.wait(1, 200)) === 1);
  await master.kill();
  const after = auth.at(replica.redis);
  expect((await after.refresh(refresh_token)).status).toBe(503);
  expect((await after.login(mina)).status).toBe(503);
  await replica.redis.replicaof("NO", "ONE");
  await after.refreshed(refresh_token);
});

test("a Redis restored one write back still takes the newest token, and no logout is undone", async () => {
  const store = await redisIn("restored");
  await store.redis.config("SET", "appendfsync", "always");
  const shop = auth.at(store.redis);
  const [mina, juno] = [auth.enrol(), auth.enrol()];
  const first = await shop.signedIn(mina);
  const leaving = await shop.signedIn(juno);
  const backup = join(place, "backup");
  cpSync(store.dir, backup, { recursive: true });
  const second = await shop.refreshed(first.refresh_token);
  const headers = bearer(leaving.access_token);
  await shop.app.request("/v1/sessions", { method: "DELETE", headers });
  await store.kill();
  rmSync(store.dir, { recursive: true });
  cpSync(backup, store.dir, { recursive: true });
  await store.start();

  const third = await shop.refreshed(second.refresh_token);
  expect((await shop.refreshed(second.refresh_token)).refresh_token).toBe(third.refresh_token);
  expect((await shop.refresh(leaving.refresh_token)).status).toBe(400);
});
