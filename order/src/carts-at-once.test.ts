import { expect, test } from "bun:test";

import { carts } from "@jangteo/shared/schema/order/carts";
import { eq } from "drizzle-orm";

import type { Cart } from "./contract.ts";
import { statementsOf, testOrderService } from "./testing.ts";
import { refusal } from "./testing/said.ts";

const { db, goods, shopper } = await testOrderService();
const bowl = await goods.sell({ units: 900 });

const times = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

test("fifty windows that put in at once make one cart that holds what all of them put in", async () => {
  const mina = await shopper();
  const replies = await times(50, () => mina.add(bowl.variant, 2));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await mina.cart()).toMatchObject({ units: 100, version: 50 });
  const stored = await db.select().from(carts).where(eq(carts.owner, mina.owner));
  expect(stored).toHaveLength(1);
}, 30_000);

test("one click that is sent fifty times puts in once; its key with other words is refused", async () => {
  const mina = await shopper();
  const key = { "idempotency-key": crypto.randomUUID() };
  const replies = await times(50, () => mina.add(bowl.variant, 3, key));
  const statuses = replies.map(({ status }) => status);
  expect(statuses).toContain(200);
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
  for (const reply of replies)
    if (reply.status === 409) expect(reply.headers.get("retry-after")).toBe("1");
  const again = await mina.add(bowl.variant, 3, key);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(((await again.json()) as Cart).units).toBe(3);
  await refusal(mina.add(bowl.variant, 4, key), 422);
  expect((await mina.cart()).units).toBe(3);
}, 30_000);

test("of those who change what they read at once, one does", async () => {
  const mina = await shopper();
  const cart = (await (await mina.add(bowl.variant)).json()) as Cart;
  const line = cart.lines[0]?.id ?? "";
  const read = { "if-match": `"${cart.version}"` };
  const replies = await times(8, (at) => mina.change(line, at + 2, read));
  const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
}, 30_000);

test("no cart holds more than a hundred things, however they are put in", async () => {
  const things = await times(4, () => goods.sell());
  const mina = await shopper();
  await mina.add(bowl.variant);
  const [cart] = await db.select().from(carts).where(eq(carts.owner, mina.owner));
  await db.execute(`insert into "order".cart_lines (id, cart_id, variant_id, quantity, item, added_prices)
    select gen_random_uuid(), '${cart?.id}', gen_random_uuid(), 1, item, added_prices
    from "order".cart_lines, generate_series(1, 97) where cart_id = '${cart?.id}'`);
  const replies = await times(4, (at) => mina.add(things[at]?.variant ?? ""));
  const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 200, 409, 409]);
  expect(await refusal(mina.add(things[0]?.variant ?? "", 999), 409)).toHaveLength(1);
  expect((await mina.cart()).lines).toHaveLength(100);
}, 30_000);

test("putting in takes the database four statements at most, beside begin and commit", async () => {
  const mina = await shopper();
  await mina.add(bowl.variant);
  const sent = await statementsOf(db, () => mina.add(bowl.variant));
  const work = sent
    .map(({ text }) => text)
    .filter((text) => !/^\s*(begin|commit|savepoint|release)/i.test(text));
  expect(work.length).toBeGreaterThan(0);
  expect(work.length, work.join("\n")).toBeLessThanOrEqual(4);
});
