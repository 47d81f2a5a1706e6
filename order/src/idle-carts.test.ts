import { expect, test } from "bun:test";

import { forgetIdleCarts } from "./idle-carts.ts";
import { testOrderService } from "./testing.ts";

const { db, goods, shopper } = await testOrderService();
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000);

test("a cart waits as long as its guest can come back; a member's waits for ever", async () => {
  const bowl = await goods.sell();
  const [guest, member] = [await shopper(), await shopper(crypto.randomUUID())];
  await guest.add(bowl.variant);
  await member.add(bowl.variant);
  expect(await forgetIdleCarts(db, daysOn(31))).toBe(0);
  expect((await guest.cart()).units).toBe(1);
  expect(await forgetIdleCarts(db, daysOn(61))).toBe(1);
  expect((await guest.cart()).units).toBe(0);
  expect((await member.cart()).units).toBe(1);
  expect((await guest.add(bowl.variant)).status).toBe(200);
});
