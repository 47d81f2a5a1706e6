import { remoteKeys } from "@jangteo/shared/auth";
import { systemClock } from "@jangteo/shared/clock";
import { connect } from "@jangteo/shared/database";
import { createLog } from "@jangteo/shared/log";
import { createMetrics } from "@jangteo/shared/metrics";
import { connectBlocking, connectRedis } from "@jangteo/shared/redis";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { serve } from "@jangteo/shared/serve";
import { startRelay } from "@jangteo/shared/stream";

import { createApp } from "./app.ts";
import { startBackground } from "./background.ts";
import { env } from "./env.ts";
import { followOrders } from "./news.ts";
import { createPictureBucket } from "./picture-bucket.ts";
import { createPictureFolder } from "./picture-folder.ts";

const log = createLog("product");
const db = connect(env.DATABASE_URL);
const redis = connectRedis(env.REDIS_URL, log);
const pictures = env.MEDIA_S3_URL
  ? createPictureBucket({
      url: env.MEDIA_S3_URL,
      name: env.MEDIA_S3_BUCKET,
      region: env.MEDIA_S3_REGION,
      style: env.MEDIA_S3_STYLE,
      accessKeyId: env.MEDIA_S3_ACCESS_KEY_ID,
      secretAccessKey: env.MEDIA_S3_SECRET_ACCESS_KEY,
    })
  : createPictureFolder(env.MEDIA_DIR);
const app = createApp({
  db,
  rules: { keys: remoteKeys(env.JWKS_URL), issuer: env.ISSUER },
  idempotencySecret: env.IDEMPOTENCY_SECRET,
  clock: systemClock,
  pictures,
  log,
  metrics: createMetrics("product"),
  maxInFlight: env.MAX_REQUESTS_IN_FLIGHT,
});
const begin = () => [
  startRelay(db, outbox, redis, "product", log),
  followOrders(connectBlocking(env.REDIS_URL, log), db, log),
  ...startBackground(db, log),
];

serve({
  name: "product",
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
