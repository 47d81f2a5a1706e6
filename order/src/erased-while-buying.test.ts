import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { eq } from "drizzle-orm";

import { forgetMember } from "./forgetting.ts";
import { createSaga } from "./saga.ts";
import { testOrderService } from "./testing.ts";

const clock = () => new Date();
const service = await testOrderService({ clock });
const { db, goods, shopper, payments, stock } = service;

const log = { info: () => {}, warn: () => {}, error: () => {} };
const forget = (member: string) => forgetMember(db, member, uuidv7(), clock());
/** A member with a bowl in the cart. */
const wanting = async () => {
  const { variant } = await goods.sell({ won: 60_000 });
  const member = crypto.randomUUID();
  const mina = await shopper(member);
  await mina.add(variant);
  return { ...mina, member };
};

test("who is erased while their order is being placed is forgotten by it as well", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  await mina.pay(waiting);
  const slow: typeof payments = {
    ...payments,
    inquire: async (id) => {
      const payment = await payments.inquire(id);
      await forget(mina.member);
      return payment;
    },
  };
  const parts = { db, stock, payments: slow, clock, log, lease: 30_000 };
  const placed = await createSaga(parts).advance(waiting.id);
  expect(placed?.row.step).toBe("done");
  const [order] = await db.select().from(orders).where(eq(orders.checkoutId, waiting.id));
  expect(order?.owner).toStartWith("erased:");
  expect(order?.placedBy).toBe(order?.owner ?? "");
  expect(order?.forgetAt).not.toBeNull();
  const events = await db
    .select({ actor: orderEvents.actor })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, order?.id ?? ""));
  expect(events.map(({ actor }) => actor)).not.toContain(mina.member);
}, 30_000);
