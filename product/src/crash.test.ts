import { expect, test } from "bun:test";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { reservations } from "@jangteo/shared/schema/product/stock";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testServer } from "@jangteo/shared/testing/server";
import { eq } from "drizzle-orm";

import type { Product } from "./contract.ts";
import { expireReservations } from "./expiring.ts";
import { seed } from "./seed.ts";
import { bowl, expectLedgerAddsUp, shelf, testProductService, testSecret } from "./testing.ts";

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const { db, url: databaseUrl, get, tokens } = await testProductService();
await seed(db, {
  categories: [shelf("bowls")],
  products: [bowl(2, {}, 50), bowl(4, {}, 400), bowl(5, {}, 7), bowl(6, {}, 300)],
});
const find = async (n: number) => (await (await get(`/v1/products/bowl-${n}`)).json()) as Product;
const variantOf = async (n: number) => (await find(n)).variants[0]?.id ?? "";
const stockOf = async (n: number) => (await find(n)).stock;

const { url: redisUrl } = await testRedis();
const keys = testServer(async () => Response.json(await tokens.jwks()));
const processOf = () =>
  testProcess(join(import.meta.dirname, "main.ts"), {
    ISSUER: tokens.rules.issuer,
    JWKS_URL: keys.url,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    IDEMPOTENCY_SECRET: testSecret,
    MAX_REQUESTS_IN_FLIGHT: "1000",
  });
const ask = async (service: string, path: string, body: unknown) =>
  fetch(`${service}/internal/reservations${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await tokens.service("product")) },
    body: JSON.stringify(body),
  });

test("a hundred shoppers at two processes get exactly the units there are", async () => {
  const services = await Promise.all([processOf(), processOf()]);
  const variantId = await variantOf(5);
  const free = await stockOf(5);
  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      ask(services[at % 2]?.url ?? "", "", {
        checkoutId: crypto.randomUUID(),
        lines: [{ variantId, quantity: 1 }],
      }),
    ),
  );
  const statuses = replies.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201).length).toBe(free);
  expect(statuses.filter((status) => status === 409).length).toBe(100 - free);
  expect(await stockOf(5)).toBe(0);
  await expectLedgerAddsUp(db);
  await Promise.all(services.map((service) => service.stop()));
}, 60_000);

test("killed in the middle again and again, the ledger adds up and no unit is lost or sold twice", async () => {
  const service = await processOf();
  const [variantId, other] = [await variantOf(4), await variantOf(2)];
  const shopper = async (at: number) => {
    const checkoutId = crypto.randomUUID();
    const lines = [
      { variantId, quantity: 1 + (at % 3) },
      { variantId: other, quantity: 1 },
    ].slice(at % 2);
    await ask(service.url, "", { checkoutId, lines });
    await ask(service.url, `/${checkoutId}/transitions`, { to: "committed" });
    const end = at % 3 === 0 ? "cancelled" : "shipped";
    await ask(service.url, `/${checkoutId}/transitions`, { to: end });
  };
  for (let round = 0; round < 4; round += 1) {
    const answered = Promise.withResolvers<void>();
    const shoppers = Promise.allSettled(
      Array.from({ length: 30 }, async (_, at) => {
        await shopper(at);
        if (at > round * 3) answered.resolve();
      }),
    );
    await answered.promise;
    await service.kill();
    const broken = (await shoppers).filter(({ status }) => status === "rejected");
    expect(broken.length).toBeGreaterThan(0);
    await service.start();
    await expectLedgerAddsUp(db);
  }
  await service.stop();
  await expireReservations(db, later(60));
  await expectLedgerAddsUp(db);
}, 60_000);

test("what is held too long comes back once, though several processes sweep and one is killed", async () => {
  const variantId = await variantOf(6);
  const free = await stockOf(6);
  const [one, other] = await Promise.all([processOf(), processOf()]);
  const held = await Promise.all(
    Array.from({ length: free }, () =>
      ask(one.url, "", {
        checkoutId: crypto.randomUUID(),
        lines: [{ variantId, quantity: 1 }],
      }),
    ),
  );
  expect(new Set(held.map(({ status }) => status))).toEqual(new Set([201]));
  await db.update(reservations).set({ expiresAt: new Date() });
  while ((await stockOf(6)) === 0) await pause(1);
  await one.kill();
  while ((await stockOf(6)) < free) await pause(20);
  expect(await db.$count(reservations, eq(reservations.state, "expired"))).toBeGreaterThanOrEqual(
    free,
  );
  expect(await db.$count(reservations, eq(reservations.state, "held"))).toBe(0);
  await expectLedgerAddsUp(db);
  await other.stop();
}, 60_000);
