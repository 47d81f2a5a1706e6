import { expect, test } from "bun:test";

import type { Checkout } from "./contract.ts";
import { testOrderService } from "./testing.ts";

const service = await testOrderService();
const { goods, shopper } = service;

test("a guest buys two bowls: the order is numbered, paid for, and the cart is empty", async () => {
  const bowl = await goods.sell({ won: 38_000, units: 5 });
  const guest = await shopper();
  const added = await guest.add(bowl.variant, 2);
  expect(added.status).toBe(200);
  const ready = await guest.ready();
  expect(ready.missing).toEqual([]);
  expect(ready.totals.total.amount).toBe(76_000);

  const begun = await guest.complete(ready);
  expect(begun.status).toBe(202);
  const waiting = (await begun.json()) as Checkout;
  expect(waiting.state).toBe("requires_action");
  await guest.pay(waiting);
  const done = await guest.complete(waiting);
  expect(done.status).toBe(200);
  const bought = (await done.json()) as Checkout;
  expect(bought).toMatchObject({ state: "completed", failure: null });
  const order = await guest.order(bought.order?.id ?? "");
  expect(order).toMatchObject({
    state: "confirmed",
    paymentState: "captured",
    totals: { total: { amount: 76_000, currency: "KRW" } },
  });
  expect(order.number).toMatch(/^JT-\d{7}$/);
  expect((await guest.cart()).lines).toEqual([]);
  expect(service.errors).toEqual([]);
}, 60_000);
