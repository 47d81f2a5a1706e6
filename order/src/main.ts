import { remoteKeys } from "@jangteo/shared/auth";
import { systemClock } from "@jangteo/shared/clock";
import { connect } from "@jangteo/shared/database";
import { createLog } from "@jangteo/shared/log";
import { createMetrics } from "@jangteo/shared/metrics";
import { connectRedis } from "@jangteo/shared/redis";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { serve } from "@jangteo/shared/serve";
import { startRelay } from "@jangteo/shared/stream";

import { createApp } from "./app.ts";
import { env } from "./env.ts";

const log = createLog("order");
const db = connect(env.DATABASE_URL);
const redis = connectRedis(env.REDIS_URL, log);
const app = createApp({
  db,
  rules: { keys: remoteKeys(env.JWKS_URL), issuer: env.ISSUER },
  idempotencySecret: env.IDEMPOTENCY_SECRET,
  clock: systemClock,
  log,
  metrics: createMetrics("order"),
});
const running = [startRelay(db, outbox, redis, "order", log)];

serve({
  name: "order",
  fetch: app.fetch,
  port: env.PORT,
  hostname: env.HOST,
  log,
  close: async () => {
    await Promise.all(running.map((one) => one.stop()));
    redis.disconnect();
    await db.$client.end({ timeout: 5 });
  },
});
