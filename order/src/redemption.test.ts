import { expect, test } from "bun:test";

import { promotions, redemptions } from "@jangteo/shared/schema/order/pricing";
import { eq } from "drizzle-orm";

import type { Cart, Checkout } from "./contract.ts";
import { testOrderService } from "./testing.ts";
import { newCode, promotionRow } from "./testing/promotions.ts";

const service = await testOrderService();
const { db, goods, shopper } = service;

const offer = async (change: Parameters<typeof promotionRow>[0] = {}) => {
  const code = newCode();
  const [row] = await db
    .insert(promotions)
    .values(promotionRow({ code, ...change }))
    .returning();
  return { code, id: row?.id ?? "" };
};
const usedOf = async (id: string) => {
  const [row] = await db.select().from(promotions).where(eq(promotions.id, id));
  const held = await db.select().from(redemptions).where(eq(redemptions.promotionId, id));
  return { used: row?.used, states: held.map(({ state }) => state).toSorted() };
};
/** Somebody with bowls and a coupon in the cart. */
const withCoupon = async (variant: string, code: string) => {
  const one = await shopper();
  await one.add(variant);
  const reply = await one.call(`/v1/carts/current/coupons/${code}`, { method: "PUT" });
  expect(reply.status).toBe(200);
  return { ...one, held: (await reply.json()) as Cart };
};

test("an order is paid less by its coupon, which is used up for whom it is for once", async () => {
  const { variant } = await goods.sell({ won: 40_000 });
  const { code, id } = await offer({ capPerOwner: 1 });
  const mina = await withCoupon(variant, code);
  expect(mina.held).toMatchObject({
    totals: { subtotal: { amount: 40_000 }, discount: { amount: 4000 } },
    coupons: [{ code, applied: true }],
  });
  const bought = await mina.buy();
  const order = await mina.order(bought.order?.id ?? "");
  // Shipping is 3,000 won below 50,000.
  expect(order).toMatchObject({
    totals: { discount: { amount: 4000 }, total: { amount: 39_000 } },
    lines: [{ discounts: [{ amount: { amount: 4000 } }] }],
  });
  expect(await usedOf(id)).toEqual({ used: 1, states: ["used"] });
  await mina.add(variant);
  const again = await mina.call(`/v1/carts/current/coupons/${code}`, { method: "PUT" });
  expect(again.status).toBe(409);
}, 60_000);

test("who lets go of a checkout gets the coupon back", async () => {
  const { variant } = await goods.sell();
  const { code, id } = await offer({ cap: 1 });
  const mina = await withCoupon(variant, code);
  const begun = (await (await mina.complete(await mina.ready())).json()) as Checkout;
  expect(await usedOf(id)).toEqual({ used: 1, states: ["held"] });
  await mina.call(`/v1/checkouts/${begun.id}`, { method: "DELETE" });
  expect((await mina.checkout(begun.id)).state).toBe("cancelled");
  expect(await usedOf(id)).toEqual({ used: 0, states: ["released"] });
  expect((await mina.buy()).state).toBe("completed");
  expect(await usedOf(id)).toEqual({ used: 1, states: ["released", "used"] });
}, 60_000);

test("of six who buy at once by the last two uses of a coupon, two do, and the others keep their carts", async () => {
  const { variant } = await goods.sell({ units: 50 });
  const { code, id } = await offer({ cap: 2 });
  const crowd = await Promise.all(Array.from({ length: 6 }, () => withCoupon(variant, code)));
  const ready = await Promise.all(crowd.map(async (one) => [one, await one.ready()] as const));
  const replies = await Promise.all(ready.map(([one, checkout]) => one.complete(checkout)));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    202, 202, 409, 409, 409, 409,
  ]);
  expect(await usedOf(id)).toEqual({ used: 2, states: ["held", "held"] });
  const carts = await Promise.all(crowd.map((one) => one.cart()));
  expect(carts.map(({ lines }) => lines.length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(service.errors).toEqual([]);
}, 60_000);
