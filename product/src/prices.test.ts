import { expect, test } from "bun:test";

import { prices } from "@jangteo/shared/schema/product/price";
import { eq } from "drizzle-orm";

import { refreshStale } from "./cards.ts";
import { testProductService } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const time = { now: new Date() };
const service = await testProductService({ clock: () => time.now });
const { db, staff } = service;
const { sell, shown } = await testStaff(service);
const day = 86_400_000;
const after = (days: number) => new Date(Date.now() + days * day);

test("a sale begins and ends by itself, and tells the lowest price of the thirty days before", async () => {
  const { slug, variant } = await sell();
  const set = (price: unknown) => staff("POST", `/v1/variants/${variant}/prices`, price);
  await db
    .update(prices)
    .set({ startsAt: after(-90), endsAt: after(-20) })
    .where(eq(prices.variantId, variant));
  await db.insert(prices).values({
    variantId: variant,
    currency: "KRW",
    list: "regular",
    amount: 28_000,
    startsAt: after(-20),
    endsAt: after(-10),
  });
  await db.insert(prices).values({
    variantId: variant,
    currency: "KRW",
    list: "regular",
    amount: 35_000,
    startsAt: after(-10),
  });
  const sale = {
    ...{ currency: "KRW", list: "sale", amount: 21_000 },
    ...{ startsAt: after(1).toISOString(), endsAt: after(3).toISOString() },
  };
  expect((await set(sale)).status).toBe(201);
  expect(await shown(slug)).toMatchObject({ price: { amount: 35_000 }, listPrice: null });
  expect(await refreshStale(db, after(2))).toBe(1);
  expect(await shown(slug)).toMatchObject({
    ...{ price: { amount: 21_000 }, listPrice: { amount: 35_000 } },
    lowestPriorPrice: { amount: 28_000 },
  });
  await refreshStale(db, after(4));
  expect(await shown(slug)).toMatchObject({ price: { amount: 35_000 }, listPrice: null });
  const tier = { currency: "KRW", minQuantity: 10, amount: 25_000 };
  expect((await set(tier)).status).toBe(201);
  const product = await shown(slug);
  expect(product.variants[0]?.tiers).toEqual([
    { quantity: 10, price: { amount: 25_000, currency: "KRW" } },
  ]);
  for (const wrong of [
    { ...sale, startsAt: after(-1).toISOString() },
    { ...sale, endsAt: after(0.5).toISOString() },
    { currency: "KRW", amount: 1, endsAt: after(3).toISOString() },
  ])
    expect((await set(wrong)).status).toBe(400);
});

test("what a thing cost is never lost: a new price ends the one before", async () => {
  const { variant } = await sell();
  time.now = after(1);
  await staff("POST", `/v1/variants/${variant}/prices`, { currency: "KRW", amount: 32_000 });
  time.now = new Date();
  const history = await db
    .select()
    .from(prices)
    .where(eq(prices.variantId, variant))
    .orderBy(prices.id);
  expect(history.map(({ amount, endsAt }) => [amount, endsAt !== null])).toEqual([
    [30_000, true],
    [32_000, false],
  ]);
});
