import { expect, test } from "bun:test";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { uuidv7 } from "@jangteo/shared/id";
import { ratings } from "@jangteo/shared/schema/product/card";
import { sendTo } from "@jangteo/shared/stream";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testServer } from "@jangteo/shared/testing/server";
import { eq } from "drizzle-orm";

import type { ProductSummary } from "./contract.ts";
import { testProductService, testSecret } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { db, url, get, tokens } = service;
const { sell, shown } = await testStaff(service);
const { redis, url: redisUrl } = await testRedis();
const keys = testServer(async () => Response.json(await tokens.jwks()));
await testProcess(join(import.meta.dirname, "main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: keys.url,
  DATABASE_URL: url,
  REDIS_URL: redisUrl,
  IDEMPOTENCY_SECRET: testSecret,
});

type Totals = { productId: string; reviews: number; points: number; version: number };
const send = sendTo(redis, "order");
const tell = (payload: Totals) =>
  send([{ id: uuidv7(), type: "product.rated", payload, traceparent: null }]);
const heard = async ({ productId, version }: Totals): Promise<void> => {
  const [known] = await db.select().from(ratings).where(eq(ratings.productId, productId));
  if ((known?.version ?? 0) >= version) return;
  await pause(20);
  await heard({ productId, version, reviews: 0, points: 0 });
};
const list = async (query: string) => {
  const reply = await get(`/v1/products?${query}`);
  expect(reply.status).toBe(200);
  return (await reply.json()) as { items: ProductSummary[]; next: string | null };
};

test("a piece shows what its latest reviews come to, whatever comes twice, late or of another shop", async () => {
  const { id: productId, slug } = await sell();
  expect((await shown(slug)).rating).toBeUndefined();
  const [first, second, third] = [
    { productId, reviews: 1, points: 3, version: 1 },
    { productId, reviews: 2, points: 8, version: 2 },
    { productId, reviews: 3, points: 13, version: 3 },
  ];
  for (const told of [second, first, third, second, third, first]) await tell(told);
  await tell({ productId: uuidv7(), reviews: 1, points: 5, version: 1 });
  const other = await sell();
  const last = { productId: other.id, reviews: 1, points: 5, version: 1 };
  await tell(last);
  await heard(last);
  expect((await shown(slug)).rating).toEqual({ average: 4.3, reviews: 3 });
  const { items } = await list(`id=${productId}`);
  expect(items.map(({ rating }) => rating)).toEqual([{ average: 4.3, reviews: 3 }]);
  const gone = { productId, reviews: 0, points: 0, version: 4 };
  await tell(gone);
  await heard(gone);
  expect((await shown(slug)).rating).toBeUndefined();
}, 30_000);

test("the best rated come first, many good ratings before a single full one, and what nobody rated last", async () => {
  const pieces = [await sell(), await sell(), await sell(), await sell()];
  const [unknown, alone, loved, poor] = pieces.map(({ id }) => id);
  const told = [
    { productId: alone ?? "", reviews: 1, points: 5, version: 1 },
    { productId: loved ?? "", reviews: 20, points: 96, version: 1 },
    { productId: poor ?? "", reviews: 4, points: 8, version: 1 },
  ];
  for (const one of told) {
    await tell(one);
    await heard(one);
  }
  const all = pieces.map(({ id }) => `id=${id}`).join("&");
  const pages = async (after = ""): Promise<string[]> => {
    const { items, next } = await list(`${all}&sort=-rating&limit=2${after}`);
    const ids = items.map(({ id }) => id);
    return next === null ? ids : [...ids, ...(await pages(`&after=${next}`))];
  };
  expect(await pages()).toEqual([loved, alone, poor, unknown].map((id) => id ?? ""));
}, 30_000);
