import { describe, expect, setDefaultTimeout, test } from "bun:test";

import type { SalesOrder } from "../../order/src/contract.ts";
import { both, type Case, casesOf } from "./cases.ts";
import { insist, openStand, stands } from "./testing.ts";

setDefaultTimeout(120_000);
const stand = await openStand();
const { arm, begin, freeOf } = casesOf(stand);
const bearer = await stand.issuer.tokens.access({
  ...{ sub: crypto.randomUUID(), scope: "orders:write refunds:write", roles: ["manager"] },
});

const cancellations: Case[] = [
  ...both("order", ["refund", "commit"]),
  ...both("payment", ["refund", "give"]),
  ...both("product", ["commit"]),
  ...both("sandbox", ["give"]),
  ...both("postgres", ["refund", "commit"]),
];
const parcels: Case[] = [...both("order", ["send"]), ...both("product", ["send"])];
const returned: Case[] = [
  ...both("order", ["take_back", "refund"]),
  ...both("payment", ["refund", "give"]),
  ...both("product", ["take_back"]),
  ...both("sandbox", ["give"]),
  ...both("postgres", ["take_back", "refund"]),
];

/** An order that is paid, and whose it is. */
const buy = async (wish = {}) => {
  const { bowl, guest, ready } = await begin(wish);
  const asked = await insist(() => guest.complete(ready).then(stands));
  await guest.pay(asked);
  const id = await insist(async () => {
    const now = await stands(await guest.complete(ready));
    return now?.order?.id;
  });
  await insist(async () => ((await guest.order(id)).state === "confirmed" ? true : undefined));
  return { bowl, guest, id, checkout: ready.id, cost: ready.totals.total.amount };
};
type Bought = Awaited<ReturnType<typeof buy>>;

/** What staff do, asked for under one key until it is answered. */
const staff = (path: string, body: object, settled: () => Promise<void> = async () => {}) => {
  const key = crypto.randomUUID();
  return insist(async () => {
    await settled();
    const reply = await stand.ask(`/v1/sales/orders${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${bearer}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
    });
    return reply.status === 200 ? ((await reply.json()) as SalesOrder) : undefined;
  });
};
const ship = async ({ id, guest }: Bought, quantity: number, settled?: () => Promise<void>) => {
  const { lines } = await guest.order(id);
  const plan = { lines: [{ lineId: lines[0]?.id, quantity }] };
  const { fulfilments } = await staff(`/${id}/fulfilments`, plan);
  const path = `/${id}/fulfilments/${fulfilments.at(-1)?.id}`;
  await staff(`${path}/shipment`, { carrier: "CJ", trackingNumber: "1234-5678" }, settled);
  return path;
};

/** Until the order says that so much was given back, and the provider says so too. */
const givenBack = async ({ id, guest, checkout }: Bought, amount: number) => {
  await stand.atRest();
  const told = await insist(async () => (await guest.order(id)).payment.refunded.amount);
  expect(told).toBe(amount);
  const charges = await stand.chargesOf(checkout);
  expect(charges.map(({ refunded }) => refunded)).toEqual([amount]);
};

describe("an order that is cancelled gives its money back once, and its bowl to the next", () => {
  test.each(cancellations)("when %s is killed %s the call %s", async (...given: Case) => {
    const bought = await buy();
    const { guest, id, bowl, cost } = bought;
    const { settled, hasSprung } = arm(given);
    const headers = { "idempotency-key": crypto.randomUUID() };
    await insist(async () => {
      await settled();
      const reply = await guest.call(`/v1/orders/${id}/cancellation`, { body: {}, headers });
      return reply.status === 200 ? true : undefined;
    });
    await insist(async () => (hasSprung() ? true : undefined));
    await settled();
    await givenBack(bought, cost);
    expect(await insist(async () => (await guest.order(id)).state)).toBe("cancelled");
    expect(await freeOf(bowl.variant)).toBe(2);
  });
});

describe("a parcel leaves the shelf once", () => {
  test.each(parcels)("when %s is killed %s the call %s", async (...given: Case) => {
    const bought = await buy({ units: 3, wanted: 2 });
    const { settled, hasSprung } = arm(given);
    await ship(bought, 1, settled);
    await insist(async () => (hasSprung() ? true : undefined));
    await settled();
    await stand.atRest();
    const lines = await insist(async () => (await bought.guest.order(bought.id)).lines);
    expect(lines.map(({ shipped }) => shipped)).toEqual([1]);
    expect(await freeOf(bought.bowl.variant)).toBe(1);
  });
});

describe("a bowl that comes back is on the shelf once, and paid back once", () => {
  test.each(returned)("when %s is killed %s the call %s", async (...given: Case) => {
    const bought = await buy({ units: 3, wanted: 2 });
    const { guest, id, bowl } = bought;
    await staff(`${await ship(bought, 2)}/delivery`, {});
    const lines = [
      { lineId: (await guest.order(id)).lines[0]?.id, quantity: 1, reason: "Chipped" },
    ];
    const { returns } = await guest.read<{ returns: { id: string }[] }>(
      guest.call(`/v1/orders/${id}/returns`, { body: { lines } }),
    );
    const path = `/${id}/returns/${returns[0]?.id}`;
    await staff(`${path}/approval`, {});
    const { settled, hasSprung } = arm(given);
    await staff(`${path}/receipt`, { sellable: true }, settled);
    await staff(`${path}/refund`, {}, settled);
    await insist(async () => (hasSprung() ? true : undefined));
    await settled();
    await givenBack(bought, 38_000);
    expect(await freeOf(bowl.variant)).toBe(2);
  });
});

test("after all of that, everything that was promised holds", async () => {
  await stand.atRest();
  await stand.expectNoViolation();
});
