import { expect, test } from "bun:test";

import { AppError } from "@jangteo/shared/problem";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { promotions } from "@jangteo/shared/schema/order/pricing";
import { eq } from "drizzle-orm";

import { recover } from "./background.ts";
import type { Checkout } from "./contract.ts";
import { createSaga } from "./saga.ts";
import { testOrderService } from "./testing.ts";
import { newCode, promotionRow } from "./testing/promotions.ts";
import { refusal } from "./testing/said.ts";
import type { Shopper } from "./testing/shopper.ts";

const minute = 60_000;
const moved = { by: 0 };
const clock = () => new Date(Date.now() + moved.by);
const service = await testOrderService({ clock });
const { db, goods, shopper, left, saga, payments, stock } = service;

const read = async (reply: Response | Promise<Response>) =>
  (await (await reply).json()) as Checkout;
/** Somebody on the way to pay for the last two bowls. */
const paying = async () => {
  const { variant } = await goods.sell({ won: 60_000, units: 2 });
  const mina = await shopper();
  await mina.add(variant, 2);
  return { mina, variant, waiting: await mina.begin() };
};
const paymentOf = async (id: string) => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id));
  return payments.inquire(row?.paymentId ?? "");
};

test("who pays after the hold ran out gets what is still there", async () => {
  const { mina, variant, waiting } = await paying();
  await goods.runOut(waiting.id);
  expect(await left(variant)).toBe(2);
  await mina.pay(waiting);
  expect((await read(mina.complete(waiting))).state).toBe("completed");
  expect(await left(variant)).toBe(0);
}, 30_000);

test("who pays after the hold ran out, for what others bought, gets the money back", async () => {
  const { mina, variant, waiting } = await paying();
  await goods.runOut(waiting.id);
  const june = await shopper();
  await june.add(variant, 1);
  expect((await june.buy()).state).toBe("completed");
  await mina.pay(waiting);
  expect(await read(mina.complete(waiting))).toMatchObject({
    ...{ state: "failed", order: null },
    failure: { code: "out_of_stock" },
  });
  expect(await paymentOf(waiting.id)).toMatchObject({ state: "voided", captured: 0 });
  expect(await left(variant)).toBe(1);
  expect((await mina.cart()).lines).toMatchObject([{ quantity: 2, problem: "too_many" }]);
}, 30_000);

test("what was held twice is given back whole when the payment is gone in the end", async () => {
  const { mina, variant, waiting } = await paying();
  await goods.runOut(waiting.id);
  await mina.pay(waiting);
  const asked = { times: 0 };
  const going: typeof payments = {
    ...payments,
    inquire: async (id) => {
      asked.times += 1;
      if (asked.times === 2) await payments.cancel(id, crypto.randomUUID());
      return payments.inquire(id);
    },
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await createSaga({ db, stock, payments: going, clock, log, lease: 30_000 }).advance(waiting.id);
  expect(await mina.checkout(waiting.id)).toMatchObject({
    state: "failed",
    failure: { code: "payment_abandoned" },
  });
  expect(await left(variant)).toBe(2);
}, 30_000);

test("money that is gone before it is taken cancels the order: nothing is sent, all can be sold again", async () => {
  const { mina, variant, waiting } = await paying();
  await mina.pay(waiting);
  const gone: typeof payments = {
    ...payments,
    capture: async (id) => {
      await payments.cancel(id, crypto.randomUUID());
      return payments.inquire(id);
    },
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await createSaga({ db, stock, payments: gone, clock, log, lease: 30_000 }).advance(waiting.id);
  const { order } = await mina.checkout(waiting.id);
  const placed = await mina.order(order?.id ?? "");
  expect(placed).toMatchObject({ state: "cancelled", paymentState: "voided" });
  expect(placed.events.map(({ type }) => type)).toEqual(["placed", "cancelled"]);
  expect(await left(variant)).toBe(2);
}, 30_000);

test("who paid while the goods' service is away is not sent to pay again, and has the order afterwards", async () => {
  const { mina, waiting } = await paying();
  await mina.pay(waiting);
  const away: typeof stock = {
    ...stock,
    turn: async () => {
      throw new AppError("unavailable", "Nobody answers");
    },
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await createSaga({ db, stock: away, payments, clock, log, lease: 30_000 }).advance(waiting.id);
  expect(await mina.checkout(waiting.id)).toMatchObject({ state: "processing", nextAction: null });
  expect((await read(mina.complete(waiting))).state).toBe("completed");
}, 30_000);

test("what nobody pays within half an hour is let go, and can be bought again", async () => {
  const { mina, variant, waiting } = await paying();
  moved.by += 31 * minute;
  expect(await recover(db, saga, clock())).toBeGreaterThan(0);
  expect(await mina.checkout(waiting.id)).toMatchObject({
    state: "failed",
    failure: { code: "expired" },
  });
  expect((await paymentOf(waiting.id)).state).toBe("voided");
  expect(await left(variant)).toBe(2);
  expect((await mina.buy()).state).toBe("completed");
}, 30_000);

test("who paid in time and never came back has an order all the same", async () => {
  const { mina, waiting } = await paying();
  await mina.pay(waiting);
  moved.by += 31 * minute;
  await recover(db, saga, clock());
  expect(await mina.checkout(waiting.id)).toMatchObject({ state: "completed", failure: null });
}, 30_000);

test("a coupon that ran out before 'buy' is not counted, and the shopper is told the new total", async () => {
  const { variant } = await goods.sell({ won: 60_000 });
  const code = newCode();
  const endsAt = new Date(clock().getTime() + minute);
  await db.insert(promotions).values(promotionRow({ code, endsAt }));
  const mina = await shopper();
  await mina.add(variant);
  expect((await mina.useCoupon(code)).status).toBe(200);
  const ready = await mina.ready();
  expect(ready.totals.total.amount).toBe(54_000);
  moved.by += 2 * minute;
  expect(await refusal(mina.complete(ready), 409)).toEqual(["/total price_changed"]);
  const now = await mina.checkout(ready.id);
  expect(now).toMatchObject({
    coupons: [{ code, applied: false, reason: "expired" }],
    totals: { total: { amount: 60_000 } },
  });
  expect((await mina.complete(now)).status).toBe(202);
}, 30_000);

const numberOf = ({ order }: Checkout) => Number(order?.number.replace("JT-", ""));

test("thirty who buy at once, some of whom fail, have order numbers without a gap", async () => {
  const { variant } = await goods.sell({ won: 60_000, units: 200 });
  const buyer = async () => {
    const mina = await shopper();
    await mina.add(variant);
    return mina;
  };
  const first = numberOf(await (await buyer()).buy());
  const decline = async (mina: Shopper) => {
    const waiting = await mina.begin();
    await mina.pay(waiting, "4000000000000002");
    return read(mina.complete(waiting));
  };
  const crowd = await Promise.all(Array.from({ length: 36 }, buyer));
  const ended = await Promise.all(
    crowd.map((mina, at) => (at % 6 === 0 ? decline(mina) : mina.buy())),
  );
  const bought = ended.filter(({ state }) => state === "completed");
  expect(ended.filter(({ state }) => state === "failed")).toHaveLength(6);
  const numbers = bought.map(numberOf).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, at) => first + 1 + at));
  expect(numberOf(await (await buyer()).buy())).toBe(first + 31);
  expect(service.errors).toEqual([]);
}, 120_000);
