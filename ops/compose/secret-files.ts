import { randomBytes } from "node:crypto";

import { urlForService } from "../local/database.ts";
import { redisUsers, urlForUser } from "../local/redis-users.ts";
import type { Secrets } from "../local/secrets.ts";

const database = "postgres://postgres@postgres:5432/jangteo";
const redis = "redis://redis-state:6379";

const ownerUrl = (password: string) => {
  const url = new URL(database);
  url.password = password;
  return url.href;
};

const secret = () => randomBytes(32).toString("base64url");

/** What the operator may write, and what is drawn once beside the shop's own secrets: kept as it is. */
export const onceFiles = () => ({
  "smtp-url": "smtp://mail:1025",
  "password-pepper-previous": "",
  "stripe-secret-key": "",
  "stripe-webhook-secret": "",
  "toss-secret-key": "",
  "toss-client-key": "",
  "grafana-password": secret(),
});

/** What follows from the shop's secrets: a file for each value that a container reads. */
export const secretFiles = (secrets: Secrets) => ({
  "postgres-password": secrets.databaseOwner,
  "postgres-url": ownerUrl(secrets.databaseOwner),
  "member-database-url": urlForService(database, "member", secrets.databaseMember),
  "product-database-url": urlForService(database, "product", secrets.databaseProduct),
  "order-database-url": urlForService(database, "order", secrets.databaseOrder),
  "payment-database-url": urlForService(database, "payment", secrets.databasePayment),
  "monitor-password": secrets.databaseMonitor,
  "redis-password": secrets.redisOwner,
  "redis-users": redisUsers(secrets),
  "redis-monitor": JSON.stringify({ [redis]: secrets.redisMonitor }),
  "storefront-redis-url": urlForUser(redis, "storefront", secrets),
  "auth-redis-url": urlForUser(redis, "auth", secrets),
  "member-redis-url": urlForUser(redis, "member", secrets),
  "product-redis-url": urlForUser(redis, "product", secrets),
  "order-redis-url": urlForUser(redis, "order", secrets),
  "payment-redis-url": urlForUser(redis, "payment", secrets),
  "gateway-redis-password": secrets.redisGateway,
  "storefront-client-secret": secrets.storefrontClient,
  "order-client-secret": secrets.orderClient,
  "payment-client-secret": secrets.paymentClient,
  "sandbox-api-key": secrets.sandboxApi,
  "sandbox-webhook-secret": secrets.sandboxWebhook,
  "session-secret": secrets.storefrontSession,
  "token-secret": secrets.token,
  "password-pepper": secrets.pepper,
  "idempotency-secret": secrets.idempotency,
  "one-time-token-secret": secrets.oneTimeToken,
  "second-factor-secret": secrets.secondFactor,
  "webhook-secret": secrets.webhook,
});
