import { expect, test } from "bun:test";

import { outbox } from "@jangteo/shared/schema/product/schema";
import { and, eq, sql } from "drizzle-orm";

import { seed } from "./seed.ts";
import { bowl, expectLedgerAddsUp, shelf, testProductService } from "./testing.ts";
import { testCheckouts } from "./testing/checkouts.ts";

const service = await testProductService();
const { db, app, tokens } = service;
await seed(db, {
  categories: [shelf("bowls")],
  products: [bowl(1, {}, 10), bowl(2, {}, 5), bowl(3, {}, 40), bowl(4, {}, 400), bowl(5, {}, 7)],
});
const { find, variantOf, stockOf, hold, turn } = testCheckouts(service);

test("what is held is no more for sale; all lines are held or none, and the short one is named", async () => {
  const held = await hold([[1, 4]]);
  expect(held).toMatchObject({ status: 201, body: { lines: [{ state: "held", quantity: 4 }] } });
  expect(await stockOf(1)).toBe(6);
  const refused = await hold([
    [2, 1],
    [1, 7],
  ]);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    errors: [{ pointer: "/lines/1/quantity", rule: "out_of_stock", detail: "6 left" }],
  });
  expect([await stockOf(1), await stockOf(2)]).toEqual([6, 5]);
  await expectLedgerAddsUp(db);
});

test("a checkout that asks again holds nothing more; with other lines it is refused", async () => {
  const { checkoutId } = await hold([[2, 2]]);
  expect((await hold([[2, 2]], checkoutId)).status).toBe(201);
  expect((await hold([[2, 1]], checkoutId)).status).toBe(409);
  expect(await stockOf(2)).toBe(3);
  await expectLedgerAddsUp(db);
});

test("a line leaves each state once: released it comes back, shipped it is gone, asked again nothing moves", async () => {
  const one = await hold([[5, 2]]);
  const two = await hold([[5, 3]]);
  expect(await turn(one.checkoutId, "shipped")).toBe(409);
  expect([await turn(one.checkoutId, "released"), await turn(one.checkoutId, "released")]).toEqual([
    200, 200,
  ]);
  expect(await turn(one.checkoutId, "committed")).toBe(409);
  expect(await stockOf(5)).toBe(4);
  for (const to of ["committed", "committed", "shipped", "shipped"])
    expect(await turn(two.checkoutId, to)).toBe(200);
  expect(await turn(two.checkoutId, "cancelled")).toBe(409);
  expect(await stockOf(5)).toBe(4);
  const three = await hold([[5, 4]]);
  await turn(three.checkoutId, "committed");
  expect(await turn(three.checkoutId, "cancelled")).toBe(200);
  expect(await stockOf(5)).toBe(4);
  expect(await turn(crypto.randomUUID(), "committed")).toBe(404);
  await expectLedgerAddsUp(db);
});

test("others are told when the goods run low, of the last ones each, and when they run out and come back", async () => {
  const { id } = await find(3);
  const told = async () =>
    (
      await db
        .select()
        .from(outbox)
        .where(
          and(
            eq(outbox.type, "product.stock_changed"),
            sql`${outbox.payload} ->> 'productId' = ${id}`,
          ),
        )
        .orderBy(outbox.id)
    ).map(({ payload }) => (payload as { availability: string }).availability);
  await hold([[3, 10]]);
  await hold([[3, 28]]);
  await hold([[3, 1]]);
  const last = await hold([[3, 1]]);
  await turn(last.checkoutId, "released");
  expect(await told()).toEqual(["low_stock", "low_stock", "sold_out", "low_stock"]);
});

test("staff tell what came, went and was counted, once for one key; never below what is reserved", async () => {
  const variant = await variantOf(1);
  const token = await tokens.access({
    sub: crypto.randomUUID(),
    scope: "catalogue:write",
    roles: ["manager"],
  });
  const adjust = async (body: unknown, key: string = crypto.randomUUID()) =>
    app.request(`/v1/variants/${variant}/stock-adjustments`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": key,
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
  const before = await stockOf(1);
  const held = await hold([[1, 1]]);
  const key = crypto.randomUUID();
  for (let again = 0; again < 3; again += 1)
    expect((await adjust({ kind: "received", quantity: 5 }, key)).status).toBe(201);
  expect(await stockOf(1)).toBe(before + 4);
  expect((await adjust({ kind: "counted", quantity: 0 })).status).toBe(409);
  expect((await adjust({ kind: "lost", quantity: 100_000 })).status).toBe(409);
  const counted = await adjust({ kind: "counted", quantity: 12 });
  expect(await counted.json()).toMatchObject({
    levels: [{ location: "main", onHand: 12 }],
    movements: [{ kind: "corrected" }, { kind: "received", quantity: 5 }, { kind: "received" }],
  });
  const elsewhere = await adjust({ kind: "received", quantity: 1, location: "the-moon" });
  expect(elsewhere.status).toBe(400);
  await turn(held.checkoutId, "released");
  await expectLedgerAddsUp(db);
});

test("what was moved cannot be unsaid: the service may neither change nor remove a movement", async () => {
  for (const rewrite of [
    sql`update product.stock_movements set quantity = 1`,
    sql`delete from product.stock_movements`,
    sql`truncate product.stock_movements`,
    sql`alter table product.stock_movements disable trigger all`,
    sql`drop table product.stock_movements`,
  ]) {
    const { cause } = await db.execute(rewrite).then(
      () => new Error("done"),
      (error: Error) => error,
    );
    expect(cause).toMatchObject({ code: "42501" });
  }
});
