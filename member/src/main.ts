import { remoteKeys } from "@jangteo/shared/auth";
import { systemClock } from "@jangteo/shared/clock";
import { connect } from "@jangteo/shared/database";
import { createLog } from "@jangteo/shared/log";
import { createMetrics } from "@jangteo/shared/metrics";
import { connectBlocking, connectRedis } from "@jangteo/shared/redis";
import { outbox } from "@jangteo/shared/schema/member";
import { serve } from "@jangteo/shared/serve";
import { startConsumer, startRelay } from "@jangteo/shared/stream";
import { createTransport } from "nodemailer";

import { createApp } from "./app.ts";
import { startCleaning } from "./cleaning.ts";
import { env } from "./env.ts";
import { mailConsumer, sendLetter } from "./mailer.ts";
import { createOneTimeTokens } from "./one-time-tokens.ts";
import { createPasswords } from "./passwords.ts";

const log = createLog("member");
const metrics = createMetrics("member");
const db = connect(env.DATABASE_URL);
const redis = connectRedis(env.REDIS_URL, log);
const tokens = createOneTimeTokens(env.ONE_TIME_TOKEN_SECRET);
const transport = createTransport(env.SMTP_URL);

const app = createApp({
  db,
  rules: { keys: remoteKeys(env.JWKS_URL), issuer: env.ISSUER },
  passwords: createPasswords(env.PASSWORD_PEPPER),
  tokens,
  idempotencySecret: env.IDEMPOTENCY_SECRET,
  clock: systemClock,
  log,
  metrics,
});
const relay = startRelay(db, outbox, redis, "member", log);
const letters = startConsumer({
  redis: connectBlocking(env.REDIS_URL, log),
  service: "member",
  group: mailConsumer,
  handle: (event) =>
    sendLetter(
      { db, transport, tokens, from: env.MAIL_FROM, storefrontUrl: env.STOREFRONT_URL },
      event,
    ),
  log,
  tries: 5000,
  retryAfter: 10_000,
});
const cleaning = startCleaning(db, log);

serve({
  name: "member",
  fetch: app.fetch,
  port: env.PORT,
  hostname: env.HOST,
  log,
  close: async () => {
    await Promise.all([relay.stop(), letters.stop(), cleaning.stop()]);
    redis.disconnect();
    transport.close();
    await db.$client.end({ timeout: 5 });
  },
});
