import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { connect } from "@jangteo/shared/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testServer } from "@jangteo/shared/testing/server";
import { sql } from "drizzle-orm";

import { columns } from "./csv/row.ts";
import { testProductService, testSecret } from "./testing.ts";

const { url: databaseUrl, adminUrl, tokens, asStaff } = await testProductService();
const keys = testServer(async () => Response.json(await tokens.jwks()));
const owner = connect(adminUrl, { max: 1 });
afterAll(() => owner.$client.end());
const service = await testProcess(join(import.meta.dirname, "main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: keys.url,
  DATABASE_URL: databaseUrl,
  REDIS_URL: "redis://127.0.0.1:1",
  IDEMPOTENCY_SECRET: testSecret,
  MAX_REQUESTS_IN_FLIGHT: "2",
});
const { url } = service;

const ask = (path: string, init: RequestInit = {}) =>
  fetch(url + path, { ...init, keepalive: false });
const statusOf = async (path: string) => (await ask(path)).status;
const atWork = async () =>
  Number(/^http_server_active_requests\S* (\d+)$/m.exec(await (await ask("/metrics")).text())?.[1]);
const isAtWork = async (count: number) => {
  while ((await atWork()) !== count) await pause(5);
};

/** While nobody can read a product. */
const whileLocked = (work: () => Promise<void>) =>
  owner.transaction(async (tx) => {
    await tx.execute(sql`lock table product.products, product.listings in access exclusive mode`);
    await work();
  });

test("under overload a shopper is told at once to come back, and is served when they do", async () => {
  const held: Promise<number>[] = [];
  await whileLocked(async () => {
    held.push(statusOf("/v1/products"), statusOf("/v1/products?limit=2"));
    await isAtWork(2);
    const refused = await Promise.all(Array.from({ length: 20 }, () => ask("/v1/categories")));
    for (const reply of refused) {
      expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "1"]);
      expect(await reply.json()).toMatchObject({ code: "unavailable" });
    }
    expect([await statusOf("/livez"), await statusOf("/readyz")]).toEqual([200, 200]);
  });
  expect(await Promise.all(held)).toEqual([200, 200]);
  expect(await statusOf("/v1/categories")).toBe(200);
});

test("files of staff count while they come and go, and no longer", async () => {
  const file = new TransformStream<Uint8Array, Uint8Array>();
  const writer = file.writable.getWriter();
  const leaving = new AbortController();
  const kept: Promise<Response>[] = [];
  await whileLocked(async () => {
    const exported = ask("/v1/product-exports", { headers: asStaff, signal: leaving.signal });
    const left = exported.catch(() => "left");
    const sent = {
      method: "POST",
      headers: { ...asStaff, "content-type": "text/csv" },
      body: file.readable,
      duplex: "half" as const,
    };
    kept.push(ask("/v1/product-imports", sent));
    await writer.write(new TextEncoder().encode(`${columns.join(",")}\r\n`));
    await isAtWork(2);
    leaving.abort();
    expect(await left).toBe("left");
    expect(await statusOf("/v1/categories")).toBe(503);
  });
  await isAtWork(1);
  expect(await statusOf("/v1/categories")).toBe(200);
  await writer.close();
  const [imported] = await Promise.all(kept);
  expect(imported?.status).toBe(200);
  expect(await atWork()).toBe(0);
});

test("a process that is told to end takes nobody new, answers whom it serves, and ends by itself", async () => {
  const held: Promise<unknown>[] = [];
  const takesNew = async () => (await statusOf("/livez").catch(() => 0)) !== 0;
  await whileLocked(async () => {
    const asked = statusOf("/v1/products");
    await isAtWork(1);
    held.push(asked, service.stop());
    while (await takesNew()) await pause(5);
  });
  const [status] = await Promise.all(held);
  expect(status).toBe(200);
  expect(service.logged()).toContain("product stopped");
});
