import { expect, test } from "bun:test";
import { join } from "node:path";

import { uuidv7 } from "@jangteo/shared/id";
import { publish } from "@jangteo/shared/outbox";
import { outbox } from "@jangteo/shared/schema/order/schema";
import {
  webhookDeliveries,
  webhookSecrets,
  webhookSubscriptions,
} from "@jangteo/shared/schema/order/webhooks";
import { sendTo } from "@jangteo/shared/stream";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { eq } from "drizzle-orm";

import { shop, testSecret } from "../testing/neighbours.ts";
import { isSigned, testReceiver } from "../testing/webhooks.ts";
import { createSealing } from "./sealing.ts";
import { newSecret } from "./signing.ts";

const away = "http://127.0.0.1:1";
const { db, url: databaseUrl } = await testDatabase("order");
const { redis, url: redisUrl } = await testRedis();
const tokens = await testTokens();
const receiver = testReceiver();
const order = await testProcess(join(import.meta.dir, "../main.ts"), {
  ...{ ISSUER: tokens.rules.issuer, JWKS_URL: away, AUTH_URL: away, PRODUCT_URL: away },
  ...{ PAYMENT_URL: away, STOREFRONT_URL: shop, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl },
  ...{ IDEMPOTENCY_SECRET: testSecret, SERVICE_CLIENT_SECRET: testSecret, LEASE_SECONDS: "1" },
  ...{ WEBHOOK_SECRET: testSecret, WEBHOOK_PRIVATE_HOSTS: "127.0.0.1" },
  SMTP_URL: "smtp://127.0.0.1:1",
});

const subscribe = async (eventTypes: string[]) => {
  const url = receiver.newUrl();
  const [made] = await db.insert(webhookSubscriptions).values({ url, eventTypes }).returning();
  const subscriptionId = made?.id ?? "";
  const [id, secret] = [uuidv7(), newSecret()];
  const sealed = createSealing(testSecret).seal(secret, id);
  await db.insert(webhookSecrets).values({ id, subscriptionId, sealed });
  return { id: subscriptionId, url, secret };
};
const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await Bun.sleep(10);
};
const rowsOf = (id: string) =>
  db.select().from(webhookDeliveries).where(eq(webhookDeliveries.subscriptionId, id));

test("killed while a receiver holds its answer back, the event comes again under the same id, and is one delivery", async () => {
  const { id, url, secret } = await subscribe(["order.placed"]);
  const never = Promise.withResolvers<Response>();
  receiver.answerWith(() => never.promise);
  const orderId = crypto.randomUUID();
  await publish(db, outbox, "order.placed", { orderId, number: 1001 });
  await until(() => receiver.at(url).length > 0);
  await order.kill();
  receiver.answerWith(() => new Response("thanks"));
  await order.start();
  await until(async () => (await rowsOf(id))[0]?.state === "delivered");
  const got = receiver.at(url);
  expect(new Set(got.map(({ headers }) => headers.get("webhook-id"))).size).toBe(1);
  expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  for (const one of got) expect(await isSigned(one, secret)).toBe(true);
  expect(await rowsOf(id)).toHaveLength(1);
}, 30_000);

test("what payments and products tell reaches integrators, each event once though it is told twice", async () => {
  const { id, url } = await subscribe(["payment.captured", "product.changed"]);
  receiver.answerWith(() => new Response(null, { status: 204 }));
  const [paymentId, productId] = [crypto.randomUUID(), crypto.randomUUID()];
  const told = { traceparent: null };
  const captured = { ...told, id: uuidv7(), type: "payment.captured", payload: { paymentId } };
  const changed = { ...told, id: uuidv7(), type: "product.changed", payload: { productId } };
  await sendTo(redis, "payment")([captured, captured]);
  await sendTo(redis, "product")([changed, changed]);
  await until(() => receiver.at(url).length >= 2);
  await until(async () => (await rowsOf(id)).every(({ state }) => state === "delivered"));
  const data = receiver.at(url).map(({ body }) => JSON.parse(body).data as unknown);
  expect(data).toHaveLength(2);
  expect(data).toContainEqual({ paymentId });
  expect(data).toContainEqual({ productId });
}, 30_000);
