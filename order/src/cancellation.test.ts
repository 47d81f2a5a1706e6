import { expect, test } from "bun:test";

import { orderEvents } from "@jangteo/shared/schema/order/orders";
import { errands } from "@jangteo/shared/schema/order/sales";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { eq, sql } from "drizzle-orm";

import { runErrands } from "./background.ts";
import { cancelOrder } from "./cancelling.ts";
import type { Order } from "./contract.ts";
import { createCourier } from "./courier.ts";
import { testOrderService } from "./testing.ts";
import { testBooks } from "./testing/books.ts";
import type { Shopper } from "./testing/shopper.ts";

const service = await testOrderService();
const { db, goods, shopper, stock, payments, courier } = service;
const books = testBooks(service);
const clock = () => new Date();
const problemOf = async (reply: Response) =>
  (await reply.json()) as { code: string; errors?: { rule: string }[] };

const bought = async (units = 2) => {
  const bowl = await goods.sell({ units: 5 });
  const guest = await shopper();
  await guest.add(bowl.variant, units);
  const { order } = await guest.buy();
  return { ...bowl, guest, id: order?.id ?? "" };
};
const cancel = (guest: Shopper, id: string, body: object = {}, headers = {}) =>
  guest.call(`/v1/orders/${id}/cancellation`, { body, headers });

test("a guest cancels: the money is back, the units are for sale again, and the timeline tells it", async () => {
  const { guest, id, variant } = await bought();
  expect((await guest.order(id)).can).toEqual(["cancel"]);
  const reply = await cancel(guest, id, { reason: "Ordered twice" });
  expect(reply.status).toBe(200);
  expect((await reply.json()) as Order).toMatchObject({ state: "cancelled", can: [] });
  const order = await guest.order(id);
  expect(order).toMatchObject({
    ...{ state: "cancelled", paymentState: "refunded", can: [] },
    payment: { captured: { amount: 76_000 }, refunded: { amount: 76_000 } },
  });
  expect(order.events.map(({ type, detail }) => [type, detail])).toEqual([
    ["placed", null],
    ["paid", null],
    ["cancelled", "Ordered twice"],
    ["refunded", null],
  ]);
  expect(await books.shelf(variant)).toEqual({ onHand: 5, reserved: 0 });
  const told = await db
    .select()
    .from(outbox)
    .where(sql`payload ->> 'orderId' = ${id}`);
  expect(told.map(({ type }) => type)).toEqual([
    ...["order.placed", "order.confirmed", "order.cancelled", "order.refunded"],
  ]);
  expect(service.errors).toEqual([]);
}, 60_000);

test("however many windows cancel at once, it is cancelled once and refunded once", async () => {
  const { guest, id } = await bought(1);
  const key = { "idempotency-key": crypto.randomUUID() };
  const replies = await Promise.all([
    ...Array.from({ length: 5 }, () => cancel(guest, id)),
    ...Array.from({ length: 5 }, () => cancel(guest, id, {}, key)),
  ]);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
  await books.settle();
  expect((await guest.order(id)).payment.refunded.amount).toBe(41_000);
  expect(await books.refunds(id)).toEqual([41_000]);
  expect((await db.select().from(errands).where(eq(errands.orderId, id))).length).toBe(1);
  const events = await db.select().from(orderEvents).where(eq(orderEvents.orderId, id));
  expect(events.filter(({ type }) => type === "cancelled").length).toBe(1);
}, 60_000);

test("asked again under the same key it answers the same; otherwise it says that it is cancelled", async () => {
  const { guest, id } = await bought(1);
  const key = { "idempotency-key": crypto.randomUUID() };
  const first = await cancel(guest, id, {}, key);
  const again = await cancel(guest, id, {}, key);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.text()).toBe(await first.text());
  expect((await cancel(guest, id, { reason: "other" }, key)).status).toBe(422);
  const late = await cancel(guest, id);
  expect(late.status).toBe(409);
  expect((await problemOf(late)).errors?.[0]?.rule).toBe("cancelled");
}, 60_000);

test("nobody cancels another's order, or without saying who they are, or with nonsense", async () => {
  const { guest, id } = await bought(1);
  const stranger = await shopper(crypto.randomUUID());
  expect((await cancel(stranger, id)).status).toBe(404);
  expect((await cancel(guest, crypto.randomUUID())).status).toBe(404);
  expect((await cancel(guest, id, { why: 1 })).status).toBe(400);
  expect((await cancel(guest, id, {}, { "idempotency-key": "" })).status).toBe(400);
  expect((await cancel(guest, id, {}, { authorization: "" })).status).toBe(401);
  expect((await guest.order(id)).state).toBe("confirmed");
}, 60_000);

test("a process that dies on its way, at every step, leaves one refund and the stock free", async () => {
  for (const fatal of ["inquire", "refund", "turn"] as const) {
    const { guest, id, variant } = await bought(1);
    await db.transaction((tx) =>
      cancelOrder(tx, { id, owner: guest.owner, actor: guest.owner, reason: null }, clock()),
    );
    const dying = async <T>(work: Promise<T>) => {
      await work;
      throw new Error("the process died after the answer");
    };
    const broken = createCourier({
      ...{ db, clock, lease: 30_000, log: { info: () => {}, warn: () => {}, error: () => {} } },
      stock: { ...stock, ...(fatal === "turn" && { turn: (...a) => dying(stock.turn(...a)) }) },
      payments: {
        ...payments,
        ...(fatal === "inquire" && { inquire: (one) => dying(payments.inquire(one)) }),
        ...(fatal === "refund" && { refund: (...a) => dying(payments.refund(...a)) }),
      },
    });
    await broken.advanceOrder(id);
    expect((await guest.order(id)).paymentState).toBe("captured");
    const later = new Date(Date.now() + 60_000);
    await Promise.all([runErrands(db, courier, later), runErrands(db, courier, later)]);
    await books.settle();
    expect((await guest.order(id)).paymentState).toBe("refunded");
    expect(await books.refunds(id)).toEqual([41_000]);
    expect(await books.shelf(variant)).toEqual({ onHand: 5, reserved: 0 });
  }
}, 120_000);
