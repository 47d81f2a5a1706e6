import { expect, test } from "bun:test";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { connectBlocking } from "@jangteo/shared/redis";
import { reservations } from "@jangteo/shared/schema/product/stock";
import { startConsumer } from "@jangteo/shared/stream";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testServer } from "@jangteo/shared/testing/server";

import { testProductService, testSecret } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { db, url, staff, tokens } = service;
const { sell, change, shown } = await testStaff(service);
const { url: redisUrl } = await testRedis();
const log = { info: () => {}, warn: () => {}, error: () => {} };
const keys = testServer(async () => Response.json(await tokens.jwks()));
const running = await testProcess(join(import.meta.dirname, "main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: keys.url,
  DATABASE_URL: url,
  REDIS_URL: redisUrl,
  IDEMPOTENCY_SECRET: testSecret,
});

test("who keeps a copy is told of a change and of the last unit; what was held too long comes back by itself", async () => {
  const told: unknown[] = [];
  const done = Promise.withResolvers<void>();
  const product = await sell();
  const mine = { productId: product.id, slug: product.slug };
  const consumer = startConsumer({
    ...{ redis: connectBlocking(redisUrl, log), service: "product", group: "test", log },
    handle: async ({ type, payload }) => {
      if ((payload as typeof mine).productId !== product.id) return;
      told.push([type, payload]);
      if (type === "product.stock_changed" && JSON.stringify(payload).includes("in_stock"))
        done.resolve();
    },
  });
  const receive = { kind: "received", quantity: 4 };
  await staff("POST", `/v1/variants/${product.variant}/stock-adjustments`, receive);
  await done.promise;
  expect(told).toContainEqual(["product.changed", mine]);
  expect(told.at(-1)).toEqual(["product.stock_changed", { ...mine, availability: "in_stock" }]);
  expect((await change(product, { position: 3 })).status).toBe(200);

  const checkoutId = crypto.randomUUID();
  const held = await fetch(`${running.url}/internal/reservations`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await tokens.service("product")) },
    body: JSON.stringify({ checkoutId, lines: [{ variantId: product.variant, quantity: 4 }] }),
  });
  expect(held.status).toBe(201);
  expect((await shown(product.slug)).stock).toBe(0);
  await db.update(reservations).set({ expiresAt: new Date() });
  while ((await shown(product.slug)).stock !== 4) await pause(20);
  await consumer.stop();
  await running.stop();
}, 30_000);
