import { expect, test } from "bun:test";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { products } from "@jangteo/shared/schema/product/catalogue";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { stock, stockMovements } from "@jangteo/shared/schema/product/stock";
import { testProcess } from "@jangteo/shared/testing/process";
import { testServer } from "@jangteo/shared/testing/server";
import { sql } from "drizzle-orm";

import { columns } from "./csv/row.ts";
import { expectLedgerAddsUp, testProductService, testSecret } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const shop = await testProductService();
const { db, url: databaseUrl, tokens, asStaff } = shop;
await testStaff(shop);
const keys = testServer(async () => Response.json(await tokens.jwks()));
const service = await testProcess(join(import.meta.dirname, "main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: keys.url,
  DATABASE_URL: databaseUrl,
  REDIS_URL: "redis://127.0.0.1:1",
  IDEMPOTENCY_SECRET: testSecret,
});

const rowOf = (at: number) =>
  [
    ...[`taken-${at}`, "active", "bowls", "1", "그릇", "Bowl", "", "", "", "", "", "", "", "", ""],
    ...[`TAKEN-${at}`, "0", "", "100", "60", "100", "250", "", "30000", "", "5"],
  ].join(",");
const count = 1200;
const rows = Array.from({ length: count }, (_, at) => rowOf(at));
const header = columns.join(",");
const csv = [header, ...rows].join("\r\n");
const headers = { ...asStaff, "content-type": "text/csv" };
const path = `${service.url}/v1/product-imports`;
/** Sends most of the file, and then waits. */
const sendMost = () => {
  const length = Buffer.byteLength(csv);
  const asked = request(path, {
    method: "POST",
    headers: { ...headers, "content-length": length },
  });
  const ended = Promise.withResolvers<string>();
  asked.once("error", () => ended.resolve("broken off"));
  asked.once("response", ({ statusCode }) => ended.resolve(String(statusCode)));
  asked.write(csv.slice(0, csv.indexOf(rowOf(900))));
  return ended.promise;
};

const stored = async () => [
  await db.$count(products),
  await db.$count(stock),
  await db.$count(stockMovements),
  await db.$count(outbox),
];
/** Whether somebody else has written what nobody sees yet. */
const isWriting = async () => {
  const found = await db.execute(sql`select 1 from pg_stat_activity
    where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`);
  return found.length > 0;
};

test("killed in the middle, an import of all or nothing has taken in nothing; sent again, all", async () => {
  const before = await stored();
  const answer = sendMost();
  while (!(await isWriting())) await pause(1);
  await service.kill();
  expect(await answer).toBe("broken off");
  while (await isWriting()) await pause(5);
  expect(await stored()).toEqual(before);
  await service.start();
  const reply = await fetch(path, { method: "POST", keepalive: false, headers, body: csv });
  expect(await reply.json()).toMatchObject({ rows: count, changed: count, errors: [] });
  expect(await db.$count(products)).toBe((before[0] ?? 0) + count);
  await expectLedgerAddsUp(db);
}, 60_000);
