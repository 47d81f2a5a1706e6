import { afterAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "../embedded/ports.ts";
import { startRedis } from "../embedded/redis.ts";
import { createLog } from "../src/log.ts";
import { connectRedis } from "../src/redis.ts";
import { own } from "./place.ts";

/** A Redis of its own for the calling test file: it may be filled, frozen or killed. */
export const testRedis = async () => {
  const dir = mkdtempSync(join(tmpdir(), "jangteo-redis-"));
  const server = await startRedis({
    dir,
    port: await freePort(),
    kind: "state",
    onLaunch: ({ identity }) => own(identity),
  });
  const redis = connectRedis(server.url, createLog("test"));
  // There the callers share the service's thread over HTTP: on a busy machine they would use up its patience.
  if ("Deno" in globalThis) redis.options.commandTimeout = 3000;
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return { redis, server, url: server.url };
};
