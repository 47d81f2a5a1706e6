import { createLog } from "@jangteo/shared/log";
import { loop } from "@jangteo/shared/loop";
import { createMetrics, gauge } from "@jangteo/shared/metrics";
import { connectBlocking, connectRedis } from "@jangteo/shared/redis";
import { serve } from "@jangteo/shared/serve";
import { startConsumer } from "@jangteo/shared/stream";

import { createApp } from "./app.ts";
import { readClients, serviceClient, storefront } from "./clients.ts";
import { env } from "./env.ts";
import { createEvents } from "./events.ts";
import { openKeys } from "./keys.ts";
import { createMemberEvents } from "./member-events.ts";

const main = async () => {
  const { PORT, HOST, ISSUER, REDIS_URL, MEMBER_URL, ...rest } = env();
  const log = createLog("auth");
  const redis = connectRedis(REDIS_URL, log);
  const keys = await openKeys(rest.KEYS_FILE);
  const metrics = createMetrics("auth");
  gauge(
    metrics,
    "signing_keys_changed_timestamp_seconds",
    "When the signing keys were last replaced, since 1970",
    () => keys.changedAt / 1000,
  );
  const app = createApp({
    redis,
    issuer: ISSUER,
    keys,
    secret: rest.TOKEN_SECRET,
    clients: [
      storefront(rest.STOREFRONT_CLIENT_SECRET),
      serviceClient("order", rest.ORDER_CLIENT_SECRET),
      serviceClient("payment", rest.PAYMENT_CLIENT_SECRET),
      ...(await readClients(rest.CLIENTS_FILE)),
    ],
    member: { url: MEMBER_URL },
    maxInFlight: rest.MAX_REQUESTS_IN_FLIGHT,
    metrics,
    log,
  });
  const followMembers = () =>
    startConsumer({
      redis: connectBlocking(REDIS_URL, log),
      service: "member",
      group: "auth",
      handle: createMemberEvents({ redis, emit: createEvents(redis, log) }),
      log,
    });
  const readKeys = async () => {
    await keys.reload();
    return 0;
  };

  serve({
    name: "auth",
    fetch: app.fetch,
    port: PORT,
    hostname: HOST,
    log,
    begin: () => [followMembers(), loop(readKeys, 2000, log)],
    close: async () => redis.disconnect(),
  });
};
void main();
