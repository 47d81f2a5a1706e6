import { remoteKeys } from "@jangteo/shared/auth";
import { systemClock } from "@jangteo/shared/clock";
import { connect } from "@jangteo/shared/database";
import { createLog } from "@jangteo/shared/log";
import { createMetrics } from "@jangteo/shared/metrics";
import { connectRedis } from "@jangteo/shared/redis";
import { outbox } from "@jangteo/shared/schema/payment/schema";
import { serve } from "@jangteo/shared/serve";
import { createServiceTokens } from "@jangteo/shared/service-tokens";
import { startRelay } from "@jangteo/shared/stream";

import { createApp } from "./app.ts";
import { startBackground } from "./background.ts";
import { env } from "./env.ts";
import { createOrders } from "./orders.ts";
import { providersOf } from "./providers.ts";

const log = createLog("payment");
const db = connect(env.DATABASE_URL, { prepare: true });
const redis = connectRedis(env.REDIS_URL, log);
const desk = {
  db,
  providers: providersOf(env),
  secret: env.IDEMPOTENCY_SECRET,
  clock: systemClock,
  log,
  lease: 3 * env.PROVIDER_DEADLINE_SECONDS * 1000,
};
const app = createApp({
  desk,
  rules: { keys: remoteKeys(env.JWKS_URL), issuer: env.ISSUER },
  metrics: createMetrics("payment"),
  maxInFlight: env.MAX_REQUESTS_IN_FLIGHT,
});
const tokens = createServiceTokens({
  authUrl: env.AUTH_URL,
  clientId: "payment",
  secret: env.SERVICE_CLIENT_SECRET,
});
const orders = createOrders({ url: env.ORDER_URL, tokens });
const begin = () => [
  startRelay(db, outbox, redis, "payment", log),
  ...startBackground(desk, { orders, every: env.RECONCILE_SECONDS * 1000 }),
];

serve({
  name: "payment",
  fetch: app.fetch,
  port: env.PORT,
  hostname: env.HOST,
  log,
  begin,
  close: async () => {
    redis.disconnect();
    await db.$client.end({ timeout: 5 });
  },
});
