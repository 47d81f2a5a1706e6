import { expect, test } from "bun:test";
import { join } from "node:path";

import { uuidv7 } from "@jangteo/shared/id";
import { orders } from "@jangteo/shared/schema/order/orders";
import { sendTo } from "@jangteo/shared/stream";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { eq } from "drizzle-orm";

import { book } from "./testing/booked.ts";
import { testSecret } from "./testing/neighbours.ts";

const away = "http://127.0.0.1:1";
const { db, url: databaseUrl } = await testDatabase("order");
const { redis, url: redisUrl } = await testRedis();
const service = await testProcess(join(import.meta.dir, "main.ts"), {
  ...{ ISSUER: "http://issuer.test", JWKS_URL: away, AUTH_URL: away },
  ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, IDEMPOTENCY_SECRET: testSecret },
  ...{ SERVICE_CLIENT_SECRET: testSecret, WEBHOOK_SECRET: testSecret },
  ...{ PRODUCT_URL: away, PAYMENT_URL: away },
  ...{ SMTP_URL: "smtp://127.0.0.1:1", STOREFRONT_URL: "https://shop.example" },
});

test("a member who was erased while the service was down is forgotten once it is up", async () => {
  const memberId = crypto.randomUUID();
  const { id } = await book(db, { owner: memberId });
  await service.kill();
  const payload = { memberId, farewellId: uuidv7() };
  await sendTo(
    redis,
    "member",
  )([{ id: uuidv7(), type: "member.erased", payload, traceparent: null }]);
  await service.start();
  const isForgotten = async () => (await db.$count(orders, eq(orders.owner, memberId))) === 0;
  while (!(await isForgotten())) await Bun.sleep(10);
  const [order] = await db.select().from(orders).where(eq(orders.id, id));
  expect(order?.owner).toStartWith("erased:");
}, 30_000);
