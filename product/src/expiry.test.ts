import { expect, test } from "bun:test";

import { reservations } from "@jangteo/shared/schema/product/stock";
import { eq } from "drizzle-orm";

import { expireReservations } from "./expiring.ts";
import { seed } from "./seed.ts";
import { bowl, expectLedgerAddsUp, shelf, testProductService } from "./testing.ts";
import { testCheckouts } from "./testing/checkouts.ts";

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
/** So many that a sweep does not take them at once. */
const many = Array.from({ length: 150 }, (_, at) => 100 + at);
const service = await testProductService();
const { db } = service;
await seed(db, {
  categories: [shelf("bowls")],
  products: [bowl(2, {}, 5), bowl(6, {}, 3), ...many.map((n) => bowl(n, {}, 2))],
});
const { variantOf, stockOf, call, hold, turn } = testCheckouts(service);

test("what nobody pays for comes back once, also when several sweep, and a committed one stays", async () => {
  const kept = await hold([[6, 1]]);
  await turn(kept.checkoutId, "committed");
  await hold([[6, 2]]);
  expect(await stockOf(6)).toBe(0);
  expect(await expireReservations(db, new Date())).toBe(0);
  const swept = await Promise.all(
    Array.from({ length: 6 }, () => expireReservations(db, later(20))),
  );
  expect(swept.reduce((sum, lines) => sum + lines, 0)).toBeGreaterThan(0);
  expect(await stockOf(6)).toBe(2);
  await expectLedgerAddsUp(db);
});

test("a checkout of many lines runs out as a whole: none of it is committed afterwards", async () => {
  const variantIds = await Promise.all(many.map(variantOf));
  const checkoutId = crypto.randomUUID();
  const lines = variantIds.map((variantId) => ({ variantId, quantity: 1 }));
  expect((await call("", { checkoutId, lines })).status).toBe(201);
  await expireReservations(db, later(20));
  expect(await turn(checkoutId, "committed")).toBe(409);
  expect(await stockOf(many[0] ?? 0)).toBe(2);
  await expectLedgerAddsUp(db);
});

test("paid for in the moment it runs out, a checkout keeps all its lines or none", async () => {
  const variantIds = await Promise.all(many.slice(0, 40).map(variantOf));
  const ended = await Promise.all(
    [0, 1].map(async (shift) => {
      const checkoutId = crypto.randomUUID();
      const lines = variantIds
        .slice(shift * 20, shift * 20 + 20)
        .map((variantId) => ({ variantId, quantity: 1 }));
      await call("", { checkoutId, lines });
      return { checkoutId, lines: lines.length };
    }),
  );
  const racing = ended.map(({ checkoutId }) => turn(checkoutId, "committed"));
  const sweeps = Array.from({ length: 4 }, () => expireReservations(db, later(20)));
  const [statuses] = [await Promise.all(racing), await Promise.all(sweeps)];
  for (const [at, { checkoutId, lines }] of ended.entries()) {
    const rows = await db
      .select()
      .from(reservations)
      .where(eq(reservations.checkoutId, checkoutId));
    const state = statuses[at] === 200 ? "committed" : "expired";
    expect(rows.map((row) => row.state)).toEqual(Array.from({ length: lines }, () => state));
  }
  await expectLedgerAddsUp(db);
});

test("a hold ends in its moment, not before; committed late it still counts, released twice it counts once", async () => {
  const held = await hold([[2, 1]]);
  const [line] = held.body.lines;
  const end = new Date(line?.expiresAt ?? "");
  const before = await stockOf(2);
  expect(await expireReservations(db, new Date(end.getTime() - 1))).toBe(0);
  expect(await stockOf(2)).toBe(before);
  const late = await hold([[2, 1]]);
  await db
    .update(reservations)
    .set({ expiresAt: later(-1) })
    .where(eq(reservations.checkoutId, late.checkoutId));
  expect(await turn(late.checkoutId, "committed")).toBe(200);
  expect(await expireReservations(db, end)).toBe(1);
  expect(await turn(held.checkoutId, "committed")).toBe(409);
  expect(await turn(held.checkoutId, "released")).toBe(200);
  expect(await stockOf(2)).toBe(before);
  await turn(late.checkoutId, "cancelled");
  await expectLedgerAddsUp(db);
});
