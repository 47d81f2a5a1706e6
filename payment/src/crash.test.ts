import { expect, test } from "bun:test";
import { join } from "node:path";

import { operations } from "@jangteo/shared/schema/payment/payments";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { eq } from "drizzle-orm";

import { eventually, testPaymentService, testSecret } from "./testing.ts";

const here = await testPaymentService();
const { db, read, wish, authorised, captured, sandbox, tokens } = here;
const { url: redisUrl } = await testRedis();
const keys = Bun.serve({ port: 0, fetch: async () => Response.json(await tokens.jwks()) });

const service = await testProcess(join(import.meta.dir, "main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: keys.url.href,
  DATABASE_URL: here.url,
  REDIS_URL: redisUrl,
  IDEMPOTENCY_SECRET: testSecret,
  AUTH_URL: "http://127.0.0.1:9",
  SERVICE_CLIENT_SECRET: testSecret,
  ORDER_URL: "http://127.0.0.1:9",
  PROVIDER_DEADLINE_SECONDS: "0.5",
  RECONCILE_SECONDS: "0.2",
  SANDBOX_URL: sandbox.url,
  SANDBOX_API_KEY: sandbox.access.apiKey,
  SANDBOX_WEBHOOK_SECRET: sandbox.access.webhookSecret,
});
const ask = async (path: string, body: object) =>
  fetch(`${service.url}/internal/payments${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await tokens.service("payment")) },
    body: JSON.stringify(body),
  });
const stepsOf = (id: string) => db.select().from(operations).where(eq(operations.paymentId, id));
const isWrittenDown = (id: string, kind: string) => async () =>
  (await stepsOf(id)).some((step) => step.kind === kind && step.state === "started");

/** Dies after a step was written down, before its result was stored. */
const dieDuring = async (id: string, kind: string, path: string) => {
  const asked = ask(`/${id}/${path}`, { key: crypto.randomUUID() }).catch(() => undefined);
  await eventually(isWrittenDown(id, kind));
  await service.kill();
  await asked;
  await sandbox.behave({});
  await service.start();
  await eventually(async () => (await stepsOf(id)).every(({ state }) => state === "done"));
};

test.each([
  ["before the provider did it", { delay: 400 }],
  ["after the provider did it", { lose: ["capture", "refund"] }],
])("killed %s, a capture and a refund are finished by the next process, once", async (_, how) => {
  const payment = await authorised();
  await sandbox.behave(how);
  await dieDuring(payment.id, "capture", "captures");
  expect(await read(payment.id)).toMatchObject({ state: "captured", captured: 38_000 });
  await sandbox.behave(how);
  await dieDuring(payment.id, "refund", "refunds");
  expect(await read(payment.id)).toMatchObject({ state: "refunded", refunded: 38_000 });
  const [charge, ...others] = await sandbox.charges(payment.id);
  expect(charge).toMatchObject({ captured: 38_000, refunded: 38_000 });
  expect(others).toEqual([]);
  expect((await here.eventsOf(payment.id)).slice(1)).toEqual([
    ...["payment.captured", "payment.refunded"],
  ]);
});

test("killed while it begins, a payment has one charge, and its payer a page to go to", async () => {
  const wanted = wish();
  await sandbox.behave({ lose: ["create"] });
  const asked = ask("", wanted).catch(() => undefined);
  const begun = async () =>
    (await db.select().from(operations)).find(({ state }) => state === "started");
  await eventually(async () => (await begun()) !== undefined);
  const id = (await begun())?.paymentId ?? "";
  await eventually(async () => (await sandbox.charges(id)).length === 1);
  await service.kill();
  await asked;
  await sandbox.behave({});
  await service.start();
  await eventually(async () => (await read(id)).state === "requires_action");
  expect((await read(id)).nextAction?.url).toContain("/pay/");
  expect((await sandbox.charges(id)).length).toBe(1);
});

test("a secret of a provider reaches no log", async () => {
  await captured();
  for (const secret of [sandbox.access.apiKey, sandbox.access.webhookSecret, testSecret])
    expect(service.logged()).not.toContain(secret);
});
