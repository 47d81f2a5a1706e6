import { remoteKeys } from "@jangteo/shared/auth";
import { systemClock } from "@jangteo/shared/clock";
import { connect } from "@jangteo/shared/database";
import { createLog } from "@jangteo/shared/log";
import { openPost, startMailing } from "@jangteo/shared/mailer";
import { createMetrics, gauge } from "@jangteo/shared/metrics";
import { connectBlocking, connectRedis } from "@jangteo/shared/redis";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { serve } from "@jangteo/shared/serve";
import { createServiceTokens } from "@jangteo/shared/service-tokens";
import { startRelay } from "@jangteo/shared/stream";

import { createApp } from "./app.ts";
import { startBackground } from "./background.ts";
import { createCatalogue } from "./catalogue.ts";
import { createCourier } from "./courier.ts";
import { env } from "./env.ts";
import { sendLetters } from "./letters.ts";
import { followCatalogue, followMembers, followPayments } from "./news.ts";
import { createPayments, createStock } from "./peers.ts";
import { createSaga } from "./saga.ts";
import { oldestUnfinished } from "./steps.ts";
import { startDeliveries } from "./webhooks/delivering.ts";
import { recordEvents } from "./webhooks/recording.ts";
import { createSealing } from "./webhooks/sealing.ts";
import { systemResolve } from "./webhooks/targets.ts";

const log = createLog("order");
const db = connect(env.DATABASE_URL, { prepare: true });
const redis = connectRedis(env.REDIS_URL, log);
const clock = systemClock;
const token = createServiceTokens({
  authUrl: env.AUTH_URL,
  clientId: "order",
  secret: env.SERVICE_CLIENT_SECRET,
});
const catalogue = createCatalogue({ url: env.PRODUCT_URL, token, clock });
const stock = createStock({ url: env.PRODUCT_URL, token });
const payments = createPayments({ url: env.PAYMENT_URL, token });
const lease = env.LEASE_SECONDS * 1000;
const parts = { db, stock, payments, clock, log, lease };
const saga = createSaga(parts);
const courier = createCourier(parts);
const sealing = createSealing(env.WEBHOOK_SECRET);
const targets = { resolve: systemResolve, privateHosts: env.WEBHOOK_PRIVATE_HOSTS };
const metrics = createMetrics("order");
gauge(
  metrics,
  "checkout_oldest_unfinished_seconds",
  "For how long the oldest purchase has waited for the shop, not for its payer",
  async () => (await oldestUnfinished(db, clock())) / 1000,
);
const app = createApp({
  db,
  rules: { keys: remoteKeys(env.JWKS_URL), issuer: env.ISSUER },
  idempotencySecret: env.IDEMPOTENCY_SECRET,
  ...{ clock, catalogue, saga, courier, sealing, targets, log },
  shop: new URL(env.STOREFRONT_URL).origin,
  metrics,
  maxInFlight: env.MAX_REQUESTS_IN_FLIGHT,
});
const transport = openPost(env.SMTP_URL);
const desk = { db, log, transport, from: env.MAIL_FROM, storefrontUrl: env.STOREFRONT_URL };
const begin = () => [
  startRelay(db, outbox, redis, "order", log),
  followCatalogue(connectBlocking(env.REDIS_URL, log), catalogue, log),
  followPayments(connectBlocking(env.REDIS_URL, log), db, clock, log),
  followMembers(connectBlocking(env.REDIS_URL, log), db, clock, log),
  startMailing(
    connectBlocking(env.REDIS_URL, log),
    "order",
    (event) => sendLetters(desk, event),
    log,
  ),
  ...["order", "payment", "product"].map((service) =>
    recordEvents(connectBlocking(env.REDIS_URL, log), service, db, clock, log),
  ),
  startDeliveries({ db, clock, log, sealing, targets, lease }),
  ...startBackground({ db, saga, courier, clock, log }),
];

serve({
  name: "order",
  fetch: app.fetch,
  port: env.PORT,
  hostname: env.HOST,
  log,
  begin,
  close: async () => {
    redis.disconnect();
    await transport.close();
    await db.$client.end({ timeout: 5 });
  },
});
