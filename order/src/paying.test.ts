import { expect, test } from "bun:test";

import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { eq } from "drizzle-orm";

import type { Checkout } from "./contract.ts";
import { createSaga } from "./saga.ts";
import { testOrderService } from "./testing.ts";
import { refusal } from "./testing/said.ts";

const service = await testOrderService();
const { db, goods, saga, shopper, left, payments, stock } = service;

const read = async (reply: Response | Promise<Response>) =>
  (await (await reply).json()) as Checkout;
/** Somebody who wants the last two bowls. */
const wanting = async () => {
  const { variant } = await goods.sell({ won: 60_000, units: 2 });
  const mina = await shopper();
  await mina.add(variant, 2);
  const expectAllBack = async () => {
    expect(await left(variant)).toBe(2);
    expect(await mina.cart()).toMatchObject({
      checkoutId: null,
      lines: [{ variantId: variant, quantity: 2, problem: null, available: 2 }],
    });
  };
  return { ...mina, variant, expectAllBack };
};

test("a card that is declined costs nothing: the cart is there again, and so is the stock", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  expect(await left(mina.variant)).toBe(0);
  // Nobody is told that what their own checkout holds is sold out; nor afterwards, for having looked.
  expect(await mina.cart()).toMatchObject({
    checkoutId: waiting.id,
    lines: [{ variantId: mina.variant, quantity: 2, problem: null, available: 2 }],
  });
  await mina.pay(waiting, "4000000000000002");
  const ended = await mina.complete(waiting);
  expect(ended.status).toBe(200);
  expect(await ended.json()).toMatchObject({
    ...{ state: "failed", order: null, nextAction: null },
    failure: { code: "payment_declined", detail: "card_declined" },
  });
  await mina.expectAllBack();
  const bought = await mina.buy();
  expect(bought).toMatchObject({ state: "completed" });
  expect(bought.id).not.toBe(waiting.id);
}, 30_000);

test("a look at a payment that stands as before leaves the checkout as it was read, and its age", async () => {
  const waiting = await (await wanting()).begin();
  const rowOf = async () => {
    const [row] = await db.select().from(checkouts).where(eq(checkouts.id, waiting.id));
    return row;
  };
  const before = await rowOf();
  const looked = await saga.advance(waiting.id);
  expect(looked).toMatchObject({ waits: true, row: { step: "reserved" } });
  const { dueAt, fencing, ...after } = (await rowOf()) ?? {};
  expect(before).toMatchObject(after);
  expect(dueAt?.getTime()).toBeGreaterThan(before?.dueAt?.getTime() ?? 0);
  expect(fencing).toBe((before?.fencing ?? 0) + 1);
}, 30_000);

test("who gives up on the provider's page has the cart and the stock again", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  await mina.giveUp(waiting);
  expect(await read(mina.complete(waiting))).toMatchObject({
    state: "failed",
    failure: { code: "payment_declined", detail: "cancelled_by_payer" },
  });
  await mina.expectAllBack();
}, 30_000);

test("who cancels before paying is done, and the page takes no money any more", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  const cancelled = await mina.cancel(waiting.id);
  expect(cancelled.status).toBe(200);
  expect(await cancelled.json()).toMatchObject({ state: "cancelled", order: null });
  await mina.expectAllBack();
  await mina.pay(waiting);
  expect((await read(mina.complete(waiting))).state).toBe("cancelled");
  expect((await read(mina.cancel(waiting.id))).state).toBe("cancelled");
  await mina.expectAllBack();
  const open = await mina.start();
  expect((await read(mina.cancel(open.id))).state).toBe("cancelled");
  await mina.expectAllBack();
}, 30_000);

test("who cancels after paying has bought: the order comes, and the money is taken once", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  await mina.pay(waiting);
  const cancelled = await mina.cancel(waiting.id);
  expect(cancelled.status).toBe(200);
  const bought = await read(cancelled);
  expect(bought).toMatchObject({ state: "completed", failure: null });
  expect(await mina.order(bought.order?.id ?? "")).toMatchObject({
    state: "confirmed",
    payment: { captured: { amount: 120_000 }, refunded: { amount: 0 } },
  });
  expect((await read(mina.cancel(waiting.id))).state).toBe("completed");
  expect((await mina.cart()).lines).toEqual([]);
}, 30_000);

test("who was killed before it wrote down a payment does not keep the money, when others have the goods", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  const own = eq(checkouts.id, waiting.id);
  const [{ paymentId } = { paymentId: null }] = await db.select().from(checkouts).where(own);
  await db
    .update(checkouts)
    .set({ step: "reserving", paymentId: null, actionUrl: null })
    .where(own);
  await mina.pay(waiting);
  const paid = await payments.inquire(paymentId ?? "");
  expect(paid.state).toBe("authorised");
  const june = await shopper();
  const late: typeof stock = {
    ...stock,
    turn: async (id, to) => {
      if (to === "committed") {
        await goods.runOut(id);
        await june.add(mina.variant, 2);
        await june.buy();
      }
      return stock.turn(id, to);
    },
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const clock = () => new Date();
  await createSaga({ db, stock: late, payments, clock, log, lease: 30_000 }).advance(waiting.id);
  expect(await mina.checkout(waiting.id)).toMatchObject({ failure: { code: "out_of_stock" } });
  expect((await payments.inquire(paid.id)).state).toBe("voided");
}, 30_000);

test("while it is paid, nobody changes the cart", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  const { lines, checkoutId, version } = await mina.cart();
  expect(checkoutId).toBe(waiting.id);
  const line = lines[0]?.id ?? "";
  const refused = [" checking_out"];
  const other = await goods.sell();
  expect(await refusal(mina.add(other.variant), 409)).toEqual(refused);
  expect(await refusal(mina.change(line, 1), 409)).toEqual(refused);
  expect(await refusal(mina.remove(line), 409)).toEqual(refused);
  expect(await refusal(mina.payIn("USD"), 409)).toEqual(refused);
  expect(await refusal(mina.useCoupon("ANY"), 409)).toEqual(refused);
  expect(await mina.cart()).toMatchObject({ version, units: 2, currency: "KRW" });
}, 30_000);

test("two windows that begin to buy one cart at once get one checkout", async () => {
  const mina = await wanting();
  const begun = await Promise.all(Array.from({ length: 8 }, () => mina.start()));
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  expect(new Set(begun.map(({ state }) => state))).toEqual(new Set(["open"]));
}, 30_000);

test("ten who say 'buy' at once, before and after paying, get one order that is paid once", async () => {
  const mina = await wanting();
  const ready = await mina.ready();
  const ten = () => Promise.all(Array.from({ length: 10 }, () => mina.complete(ready)));
  for (const { status } of await ten()) expect([200, 202]).toContain(status);
  const waiting = await mina.checkout(ready.id);
  expect(waiting.state).toBe("requires_action");
  await mina.pay(waiting);
  for (const { status } of await ten()) expect([200, 202]).toContain(status);
  const bought = await read(mina.complete(ready));
  expect(bought.state).toBe("completed");
  const order = await mina.order(bought.order?.id ?? "");
  expect(order.payment.captured.amount).toBe(120_000);
  expect(order.events.map(({ type }) => type)).toEqual(["placed", "paid"]);
  expect(await left(mina.variant)).toBe(0);
  expect(service.errors).toEqual([]);
}, 30_000);

test("one click on 'buy' that is sent ten times starts one payment", async () => {
  const mina = await wanting();
  const ready = await mina.ready();
  const key = { "idempotency-key": crypto.randomUUID() };
  const replies = await Promise.all(Array.from({ length: 10 }, () => mina.complete(ready, key)));
  const statuses = replies.map(({ status }) => status);
  expect(statuses).toContain(202);
  expect(statuses.filter((status) => status !== 202 && status !== 409)).toEqual([]);
  await mina.pay(await mina.checkout(ready.id));
  expect((await read(mina.complete(ready, key))).state).toBe("completed");
  const again = await mina.complete(ready, key);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
}, 30_000);
