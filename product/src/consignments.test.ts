import { expect, test } from "bun:test";

import { seed } from "./seed.ts";
import { bowl, expectLedgerAddsUp, shelf, testProductService } from "./testing.ts";
import { testCheckouts } from "./testing/checkouts.ts";

const service = await testProductService();
const { db } = service;
await seed(db, {
  categories: [shelf("bowls")],
  products: [bowl(1, {}, 10), bowl(2, {}, 5), bowl(3, {}, 40)],
});
const { stockOf, hold, turn, tell } = testCheckouts(service);

const committed = async (lines: [n: number, quantity: number][]) => {
  const { checkoutId } = await hold(lines);
  await turn(checkoutId, "committed");
  return checkoutId;
};

test("a checkout leaves in parts: each part once, never more than was bought, and the ledger adds up", async () => {
  const checkout = await committed([
    [1, 4],
    [2, 2],
  ]);
  const part = crypto.randomUUID();
  const first = await Promise.all(
    Array.from({ length: 5 }, () => tell("shipments", checkout, [[1, 3]], part)),
  );
  expect(first).toEqual([200, 200, 200, 200, 200]);
  expect(await stockOf(1)).toBe(6);
  await expectLedgerAddsUp(db);
  const tooMany: [number, number][] = [
    [2, 1],
    [1, 2],
  ];
  expect(await tell("shipments", checkout, tooMany)).toBe(409);
  expect(await turn(checkout, "cancelled")).toBe(200); // nothing of the other line was sent
  await expectLedgerAddsUp(db);
  expect(await tell("shipments", checkout, [[1, 1]])).toBe(200);
  expect(await tell("shipments", checkout, [[1, 1]])).toBe(409);
  expect(await turn(checkout, "shipped")).toBe(200);
  expect([await stockOf(1), await stockOf(2)]).toEqual([6, 5]);
  await expectLedgerAddsUp(db);
});

test("what came back is for sale again, once and never more than was sent", async () => {
  const checkout = await committed([[3, 3]]);
  expect(await tell("returns", checkout, [[3, 1]])).toBe(409);
  await tell("shipments", checkout, [[3, 2]]);
  const back = crypto.randomUUID();
  expect(await tell("returns", checkout, [[3, 1]], back)).toBe(200);
  expect(await tell("returns", checkout, [[3, 1]], back)).toBe(200);
  expect(await stockOf(3)).toBe(38);
  await expectLedgerAddsUp(db);
  const racing = await Promise.all(
    Array.from({ length: 4 }, () => tell("returns", checkout, [[3, 1]])),
  );
  expect(racing.filter((status) => status === 200).length).toBe(1);
  expect(await stockOf(3)).toBe(39);
  await expectLedgerAddsUp(db);
});

test("of a checkout that never held anything, nothing is sent", async () => {
  expect(await tell("shipments", crypto.randomUUID(), [[1, 1]])).toBe(404);
  const held = await hold([[1, 1]]);
  expect(await tell("shipments", held.checkoutId, [[1, 1]])).toBe(409);
  expect(await tell("shipments", held.checkoutId, [])).toBe(400);
});
