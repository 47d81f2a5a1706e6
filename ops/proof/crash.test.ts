import { describe, expect, setDefaultTimeout, test } from "bun:test";

import type { Checkout } from "../../order/src/contract.ts";
import { withSql } from "../local/database.ts";
import type { Moment } from "./door.ts";
import { insist, openStand, stands, type Part, type Shopper } from "./testing.ts";

setDefaultTimeout(120_000);
const stand = await openStand();
const { parts, doors, goods, shopper, chargesOf, cluster } = stand;

/** Every call of a purchase between services: a step ends on one side of it, and begins on the other. */
const calls = {
  hold: ["product", "POST", /^\/internal\/reservations$/],
  commit: ["product", "POST", /\/transitions$/],
  begin: ["payment", "POST", /^\/internal\/payments$/],
  inquire: ["payment", "POST", /\/inquiries$/],
  capture: ["payment", "POST", /\/captures$/],
  let_go: ["payment", "POST", /\/voids$/],
  charge: ["sandbox", "POST", /^\/v1\/charges$/],
  take: ["sandbox", "POST", /^\/v1\/charges\/[^/]+\/captures$/],
  void: ["sandbox", "POST", /^\/v1\/charges\/[^/]+\/voids$/],
} as const;
type Call = keyof typeof calls;
type Case = [victim: Part, moment: Moment, call: Call];

const both = (victim: Part, names: Call[]): Case[] =>
  names.flatMap((call): Case[] => [
    [victim, "before", call],
    [victim, "after", call],
  ]);

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

/** Kills the victim when the call comes, and starts it again; `settled` waits until it runs. */
const arm = ([victim, moment, call]: Case) => {
  const [door, method, path] = calls[call];
  const state = { again: Promise.resolve() };
  doors[door].set({
    ...{ method, path, moment },
    act: async () => {
      await parts[victim].kill();
      state.again = parts[victim].start();
    },
  });
  return { settled: () => state.again, hasSprung: () => doors[door].hasSprung() };
};

/** A guest with a full checkout and one bowl of two; asked for until all that was killed before is back. */
const begin = () =>
  insist(async () => {
    if (!(await stand.isOpen())) return undefined;
    const bowl = await goods.sell({ won: 38_000, units: 2 });
    const guest = await shopper();
    await guest.add(bowl.variant);
    const ready = await guest.ready();
    return ready.missing.length === 0 ? { bowl, guest, ready } : undefined;
  });

const untilAsked = (guest: Shopper, ready: Checkout, settled: () => Promise<void>) =>
  insist(async () => {
    await settled();
    const now = await stands(await guest.complete(ready));
    return now?.state === "requires_action" || now?.state === "completed" ? now : undefined;
  });

const ordersOf = (owner: string) =>
  withSql(
    cluster.adminUrl,
    (sql) => sql<{ number: number }[]>`select number from "order".orders where owner = ${owner}`,
  );
const freeOf = (variant: string) =>
  withSql(cluster.adminUrl, async (sql) => {
    const [row] = await sql<{ free: number }[]>`
      select on_hand - reserved as free from product.stock where variant_id = ${variant}`;
    return row?.free;
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
