import { once } from "node:events";
import type { Server } from "node:http";

import { systemClock, type Clock } from "@jangteo/shared/clock";
import type { Log } from "@jangteo/shared/log";
import { Redis } from "ioredis";

import { createTrust } from "./address.ts";
import { createCacheStore } from "./cache-store.ts";
import { createGateway } from "./gateway.ts";
import { createLua } from "./lua.ts";
import { createMetrics } from "./metrics.ts";
import { createPublicServer } from "./server.ts";
import { createAdminServer, createStatusServer } from "./status-server.ts";
import { createUpstream } from "./upstream.ts";

type Options = {
  config: string;
  edge: string;
  host: string;
  port: number;
  log: Log;
  statusPort?: number | undefined;
  adminPort?: number | undefined;
  redisUrl?: string | undefined;
  trustedIps?: string;
  clock?: Clock;
};

/** A limit is never worth a wait: Redis answers within 100 ms, or nobody is limited. */
const connect = (url: string, log: Log) => {
  const redis = new Redis(url, {
    commandTimeout: 100,
    connectTimeout: 1000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 1000),
  });
  const state = { down: false };
  redis.on("error", ({ message }: Error) => {
    if (!state.down) log.warn("Redis is away: nobody is limited", { error: message });
    state.down = true;
  });
  redis.on("ready", () => (state.down = false));
  return redis;
};

const listen = async (server: Server, port: number, host: string) => {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
};

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Starts the local gateway. `stop` finishes what is in flight, for at most `drain` milliseconds. */
export const startGateway = async (options: Options) => {
  const { config, edge, host, port, log, redisUrl, clock = systemClock } = options;
  const redis = redisUrl === undefined ? undefined : connect(redisUrl, log);
  const metrics = createMetrics();
  const runtime = {
    lua: await createLua(edge),
    redis,
    metrics,
    cache: createCacheStore(),
    counters: new Map<string, number>(),
    clock,
    log,
  };
  const upstream = createUpstream();
  const trusts = createTrust(options.trustedIps ?? "");
  const gateway = createGateway(config, { runtime, upstream, trusts });
  const state = { ready: true };

  const server = createPublicServer(gateway, () => !state.ready);
  const status = createStatusServer(metrics, () => state.ready);
  const admin = createAdminServer(gateway);
  const ports = {
    public: await listen(server, port, host),
    status: await listen(status, options.statusPort ?? 0, host),
    ...(options.adminPort !== undefined && {
      admin: await listen(admin, options.adminPort, "127.0.0.1"),
    }),
  };

  const stop = async (drain = 10_000) => {
    state.ready = false;
    const late = setTimeout(() => server.closeAllConnections(), drain);
    await closed(server);
    clearTimeout(late);
    for (const one of [status, admin]) {
      one.close();
      one.closeAllConnections();
    }
    upstream.close();
    redis?.disconnect();
  };
  return { ports, stop };
};
