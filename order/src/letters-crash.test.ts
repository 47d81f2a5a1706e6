import { expect, test } from "bun:test";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { publish } from "@jangteo/shared/outbox";
import { inbox, outbox } from "@jangteo/shared/schema/order/schema";
import { streamOf } from "@jangteo/shared/stream";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";

import { book } from "./testing/booked.ts";
import { testSecret } from "./testing/neighbours.ts";

const away = "http://127.0.0.1:1";
const { db, url: databaseUrl } = await testDatabase("order");
const { redis, url: redisUrl } = await testRedis();
const smtpPort = await freePort();
const letters: string[] = [];
const connected = Promise.withResolvers<void>();
const state = { answers: false };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onMailFrom: (_address, _session, done) => {
    connected.resolve();
    if (state.answers) done();
  },
  onData: (stream, _session, done) => {
    const parts: string[] = [];
    stream.on("data", (part: Buffer) => parts.push(part.toString()));
    stream.on("end", () => {
      letters.push(parts.join(""));
      done();
    });
  },
});
server.on("error", () => {});
await new Promise<void>((resolve) => server.listen(smtpPort, "127.0.0.1", resolve));
const service = await testProcess(join(import.meta.dir, "main.ts"), {
  ...{ ISSUER: "http://issuer.test", JWKS_URL: away, AUTH_URL: away },
  ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, IDEMPOTENCY_SECRET: testSecret },
  ...{ SERVICE_CLIENT_SECRET: testSecret, WEBHOOK_SECRET: testSecret },
  ...{ PRODUCT_URL: away, PAYMENT_URL: away },
  ...{ SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, STOREFRONT_URL: "https://shop.example" },
});

/** As if whoever took it had been gone for long, without waiting for that. */
const forsake = async () => {
  const stream = streamOf("order");
  const [pending] = (await redis.xpending(stream, "mail", "-", "+", 1)) as [string][];
  if (pending) await redis.xclaim(stream, "mail", "gone", 0, pending[0], "IDLE", 60_000);
  return pending !== undefined;
};

test("killed after it took an order's event and before its letter was sent, the letter arrives, once", async () => {
  const { id, email } = await book(db);
  await publish(db, outbox, "order.confirmed", { orderId: id });
  await connected.promise;
  await service.kill();
  expect(letters).toEqual([]);
  state.answers = true;
  expect(await forsake()).toBe(true);
  await service.start();
  while (letters.length === 0) await Bun.sleep(10);
  const isRecorded = async () => (await db.$count(inbox, eq(inbox.consumer, "mail"))) > 0;
  while (!(await isRecorded())) await Bun.sleep(10);
  await service.kill();
  await forsake();
  await service.start();
  await service.stop();
  expect(letters.length).toBe(1);
  expect(letters[0]).toContain(`To: ${email}`);
  expect(letters[0]).toMatch(/Message-ID: <[0-9a-f-]{36}\.0@shop\.example>/);
  expect(service.logged()).not.toContain(email);
  server.close();
}, 60_000);
