import { describe, expect, setDefaultTimeout, test } from "bun:test";

import type { Checkout } from "../../order/src/contract.ts";
import { both, type Case, casesOf } from "./cases.ts";
import { insist, openStand, stands, type Shopper } from "./testing.ts";

setDefaultTimeout(120_000);
const stand = await openStand();
const { chargesOf } = stand;
const { arm, begin, ordersOf, freeOf } = casesOf(stand);

const purchases: Case[] = [
  ...both("order", ["hold", "begin", "inquire", "commit", "capture"]),
  ...both("payment", ["begin", "charge", "capture", "take"]),
  ...both("product", ["hold", "commit"]),
  ...both("sandbox", ["charge", "take"]),
  ...both("postgres", ["hold", "begin", "commit", "capture"]),
];
const withdrawals: Case[] = [
  ...both("order", ["let_go", "commit"]),
  ...both("payment", ["let_go", "void"]),
  ...both("product", ["commit"]),
  ...both("sandbox", ["void"]),
  ...both("postgres", ["let_go", "commit"]),
];

const untilAsked = (guest: Shopper, ready: Checkout, settled: () => Promise<void>) =>
  insist(async () => {
    await settled();
    const now = await stands(await guest.complete(ready));
    return now?.state === "requires_action" || now?.state === "completed" ? now : undefined;
  });

describe("a purchase becomes one order with one charge", () => {
  test.each(purchases)("when %s is killed %s the call %s", async (...given: Case) => {
    const { bowl, guest, ready } = await begin();
    const { settled, hasSprung } = arm(given);
    const asked = await untilAsked(guest, ready, settled);
    const done = await insist(async () => {
      await settled();
      if (asked.state !== "completed") await guest.pay(asked);
      const now = await stands(await guest.complete(ready));
      return now && ["completed", "failed"].includes(now.state) ? now : undefined;
    });
    expect(done.state).toBe("completed");
    await insist(async () => {
      await settled();
      const order = await guest.order(done.order?.id ?? "");
      return order.paymentState === "captured" ? order : undefined;
    });
    expect(hasSprung()).toBe(true);
    expect(await ordersOf(guest.owner)).toHaveLength(1);
    const charges = await chargesOf(ready.id);
    const kept = charges.filter(({ captured, refunded }) => captured > refunded);
    expect(kept.map(({ captured }) => captured)).toEqual([ready.totals.total.amount]);
    expect(await freeOf(bowl.variant)).toBe(1);
  });
});

describe("a purchase that is called off leaves neither order nor charge, and the cart as it was", () => {
  test.each(withdrawals)("when %s is killed %s the call %s", async (...given: Case) => {
    const { bowl, guest, ready } = await begin();
    await untilAsked(guest, ready, async () => {});
    const { settled, hasSprung } = arm(given);
    const path = `/v1/checkouts/${ready.id}`;
    const done = await insist(async () => {
      await settled();
      const now = await stands(await guest.call(path, { method: "DELETE" }));
      return now?.state === "cancelled" ? now : undefined;
    });
    expect(done.order).toBeNull();
    expect(hasSprung()).toBe(true);
    expect(await ordersOf(guest.owner)).toHaveLength(0);
    const charges = await chargesOf(ready.id);
    expect(charges.filter(({ captured, refunded }) => captured > refunded)).toEqual([]);
    expect(await freeOf(bowl.variant)).toBe(2);
    const cart = await insist(async () => {
      const now = await guest.cart();
      return now.units === 1 ? now : undefined;
    });
    expect(cart.checkoutId).toBeNull();
    expect((await guest.add(bowl.variant)).status).toBe(200);
  });
});

test("after all of that, everything that was promised holds", async () => {
  await stand.atRest();
  await stand.expectNoViolation();
});
