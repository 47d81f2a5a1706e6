import { remoteKeys } from "@jangteo/shared/auth";
import { systemClock } from "@jangteo/shared/clock";
import { connect } from "@jangteo/shared/database";
import { createDenylist } from "@jangteo/shared/denylist";
import { createLog } from "@jangteo/shared/log";
import { openPost, startMailing } from "@jangteo/shared/mailer";
import { createMetrics } from "@jangteo/shared/metrics";
import { connectBlocking, connectRedis } from "@jangteo/shared/redis";
import { outbox } from "@jangteo/shared/schema/member";
import { serve } from "@jangteo/shared/serve";
import { startConsumer, startRelay } from "@jangteo/shared/stream";

import { createApp } from "./app.ts";
import { startCleaning } from "./cleaning.ts";
import { env } from "./env.ts";
import { createSessionReader } from "./exports.ts";
import { sendLetters } from "./mailer.ts";
import { createOneTimeTokens } from "./one-time-tokens.ts";
import { siteOf } from "./passkey-challenges.ts";
import { createPasswords } from "./passwords.ts";
import { createSealing } from "./sealing.ts";
import { recordSignInEvent } from "./sign-in-events.ts";

const log = createLog("member");
const metrics = createMetrics("member");
const db = connect(env.DATABASE_URL, { prepare: true });
const redis = connectRedis(env.REDIS_URL, log);
const tokens = createOneTimeTokens(env.ONE_TIME_TOKEN_SECRET);
const sealing = createSealing(env.SECOND_FACTOR_SECRET);
const transport = openPost(env.SMTP_URL);

const app = createApp({
  db,
  rules: {
    keys: remoteKeys(env.JWKS_URL),
    issuer: env.ISSUER,
    isEnded: createDenylist(redis),
  },
  passwords: createPasswords(env.PASSWORD_PEPPER, { previous: env.PASSWORD_PEPPER_PREVIOUS }),
  tokens,
  sealing,
  site: siteOf(env.STOREFRONT_URL),
  readSessions: createSessionReader(env.AUTH_URL),
  idempotencySecret: env.IDEMPOTENCY_SECRET,
  clock: systemClock,
  log,
  metrics,
  maxInFlight: env.MAX_REQUESTS_IN_FLIGHT,
});
const desk = {
  db,
  log,
  transport,
  tokens,
  sealing,
  from: env.MAIL_FROM,
  storefrontUrl: env.STOREFRONT_URL,
};
const begin = () => [
  startRelay(db, outbox, redis, "member", log),
  ...["member", "auth"].map((service) =>
    startMailing(
      connectBlocking(env.REDIS_URL, log),
      service,
      (event) => sendLetters(desk, event),
      log,
    ),
  ),
  startConsumer({
    redis: connectBlocking(env.REDIS_URL, log),
    service: "auth",
    group: "member",
    handle: (event) => recordSignInEvent(db, event),
    log,
    tries: 5000,
  }),
  startCleaning(db, log),
];

serve({
  name: "member",
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
