import { expect, test } from "bun:test";

import { prices } from "@jangteo/shared/schema/product/price";
import { and, eq } from "drizzle-orm";

import { refreshCards, refreshStale } from "./cards.ts";
import { testProductService } from "./testing.ts";
import { record, sizes, testStaff } from "./testing/staff.ts";

const time = { now: new Date() };
const service = await testProductService({ clock: () => time.now });
const { db, staff } = service;
const { begin, sell, change, shown } = await testStaff(service);
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
  const kept = await history(variant, "regular");
  expect(kept.map(({ amount, endsAt }) => [amount, endsAt !== null])).toEqual([
    [30_000, true],
    [32_000, false],
  ]);
});

const history = (variant: string, list: "regular" | "sale") =>
  db
    .select()
    .from(prices)
    .where(and(eq(prices.variantId, variant), eq(prices.list, list)))
    .orderBy(prices.startsAt);
const sale = (amount: number, from: number, to: number) => ({
  ...{ currency: "KRW", list: "sale", amount },
  ...{ startsAt: after(from).toISOString(), endsAt: after(to).toISOString() },
});

test("a sale that is over before another begins leaves that one as it was planned", async () => {
  const { variant } = await sell();
  const set = (price: unknown) => staff("POST", `/v1/variants/${variant}/prices`, price);
  expect((await set(sale(20_000, 20, 25))).status).toBe(201);
  expect((await set(sale(25_000, 1, 2))).status).toBe(201);
  expect((await history(variant, "sale")).map(({ amount }) => amount)).toEqual([25_000, 20_000]);
  expect((await set(sale(22_000, 19, 21))).status).toBe(201);
  expect((await history(variant, "sale")).map(({ amount }) => amount)).toEqual([25_000, 22_000]);
});

test("of a regular and a cut price from one quantity on, the lower is told once, and none that is no cheaper", async () => {
  const { slug, variant } = await sell();
  const set = (price: unknown) => staff("POST", `/v1/variants/${variant}/prices`, price);
  const tier = (minQuantity: number, amount: number, list = "regular") =>
    set({ currency: "KRW", list, minQuantity, amount });
  await tier(5, 27_000);
  await tier(5, 26_000, "sale");
  await tier(10, 26_000);
  await tier(20, 24_000);
  const [shownVariant] = (await shown(slug)).variants;
  expect(shownVariant?.tiers.map(({ quantity, price }) => [quantity, price.amount])).toEqual([
    [5, 26_000],
    [20, 24_000],
  ]);
});

test("what has no price yet is on the shelf once its price begins, and what lost it comes back", async () => {
  const draft = await begin();
  const sku = `SKU-${crypto.randomUUID()}`;
  const grown = await record(
    await staff("POST", `/v1/products/${draft.id}/variants`, { sku, ...sizes }),
  );
  const variant = grown.variants[0]?.id ?? "";
  const set = async (price: object) =>
    record(await staff("POST", `/v1/variants/${variant}/prices`, { currency: "KRW", ...price }));
  const priced = await set({ amount: 30_000, startsAt: after(1).toISOString() });
  expect((await change(priced, { status: "active" })).status).toBe(200);
  const status = async () => (await service.get(`/v1/products/${draft.slug}`)).status;
  expect(await status()).toBe(404);
  await refreshStale(db, after(1.1));
  expect(await status()).toBe(200);
  await set({ amount: null, startsAt: after(2).toISOString() });
  await set({ amount: 31_000, startsAt: after(3).toISOString() });
  await refreshStale(db, after(2.1));
  expect(await status()).toBe(404);
  await refreshStale(db, after(3.1));
  expect(await shown(draft.slug)).toMatchObject({ price: { amount: 31_000 } });
  expect(await refreshStale(db, after(3.1))).toBe(0);
});

test("only a price of one piece makes a thing a thing for sale", async () => {
  const draft = await begin();
  const sku = `SKU-${crypto.randomUUID()}`;
  const grown = await record(
    await staff("POST", `/v1/products/${draft.id}/variants`, { sku, ...sizes }),
  );
  const path = `/v1/variants/${grown.variants[0]?.id}/prices`;
  const tier = await staff("POST", path, { currency: "KRW", minQuantity: 10, amount: 30_000 });
  const tried = await change(await record(tier), { status: "active" });
  expect(tried.status).toBe(409);
});

test("the lowest price of the thirty days before a cut is told to the minute, other sales included", async () => {
  const { slug, variant } = await sell();
  const now = Date.now();
  const at = (days: number, minutes = 0) => new Date(now + days * day + minutes * 60_000);
  const row = (list: "regular" | "sale", amount: number, startsAt: Date, endsAt: Date | null) => ({
    ...{ variantId: variant, currency: "KRW" as const, list, amount, startsAt, endsAt },
  });
  const lowestBefore = async (...rows: ReturnType<typeof row>[]) => {
    await db.delete(prices).where(eq(prices.variantId, variant));
    await db.insert(prices).values([row("regular", 40_000, at(-99), null), ...rows]);
    await db.transaction((tx) => refreshCards(tx, [product], new Date(now)));
    return (await shown(slug)).lowestPriorPrice?.amount;
  };
  const { id: product } = await shown(slug);
  const cut = row("sale", 30_000, at(-1), at(1));
  expect(await lowestBefore(cut)).toBe(40_000);
  expect(await lowestBefore(row("sale", 20_000, at(-40), at(-31, 1)), cut)).toBe(20_000);
  expect(await lowestBefore(row("sale", 20_000, at(-40), at(-31)), cut)).toBe(40_000);
  expect(await lowestBefore(row("sale", 25_000, at(-9), at(-1)), cut)).toBe(25_000);
  expect(await lowestBefore(row("sale", 35_000, at(-5), at(5)), cut)).toBe(35_000);
});
