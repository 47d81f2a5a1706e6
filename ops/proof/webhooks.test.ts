import { expect, setDefaultTimeout, test } from "bun:test";

import type { Order } from "../../order/src/contract.ts";
import { withSql } from "../local/database.ts";
import { casesOf } from "./cases.ts";
import { insist, openStand, stands, type Shopper } from "./testing.ts";

setDefaultTimeout(120_000);
const stand = await openStand();
const { chargesOf, cluster, parts } = stand;
const { begin, ordersOf, freeOf } = casesOf(stand);

const sandbox = async (path: string, method: string, body?: object) => {
  const reply = await fetch(`${parts.sandbox.url}/v1/test${path}`, {
    ...{ method, headers: { authorization: `Bearer ${stand.sandboxKey}` } },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`the sandbox answered ${reply.status}`);
  return (await reply.json().catch(() => ({}))) as { released?: number };
};
const behave = (switches: object) => sandbox("/switches", "PUT", { scope: "*", switches });
/** Sends what was held: the latest first, and again, as a provider does that lost the answer. */
const release = async () => {
  await behave({ webhooks: "twice" });
  return (await sandbox("/webhooks/release", "POST")).released ?? 0;
};

const buy = async () => {
  const { bowl, guest, ready } = await begin();
  const asked = await stands(await guest.complete(ready));
  if (!asked) throw new Error("the purchase could not begin");
  await guest.pay(asked);
  const done = await insist(async () => {
    const now = await stands(await guest.complete(ready));
    return now?.state === "completed" ? now : undefined;
  });
  return { bowl, guest, id: done.order?.id ?? "", checkout: ready };
};
type Bought = Awaited<ReturnType<typeof buy>>;

const settled = (guest: Shopper, id: string, state: Order["paymentState"]) =>
  insist(async () => {
    const order = await guest.order(id);
    return order.paymentState === state ? order : undefined;
  });
/** How often each thing was told of an order, to its timeline and to other services. */
const toldOf = async (id: string) => {
  const rows = await withSql(
    cluster.adminUrl,
    (sql) => sql<{ type: string; times: number }[]>`
      select type, count(*)::int as times from (
        select type from "order".order_events where order_id = ${id} union all
        select type from "order".outbox where payload ->> 'orderId' = ${id}
      ) as told group by type`,
  );
  return Object.fromEntries(rows.map(({ type, times }) => [type, times]));
};
const expectOnce = async ({ bowl, guest, id, checkout }: Bought) => {
  await settled(guest, id, "captured");
  expect(await ordersOf(guest.owner)).toHaveLength(1);
  const charges = await chargesOf(checkout.id);
  const kept = charges.filter(({ captured, refunded }) => captured > refunded);
  expect(kept.map(({ captured }) => captured)).toEqual([checkout.totals.total.amount]);
  expect(await freeOf(bowl.variant)).toBe(1);
  expect(await toldOf(id)).toEqual({
    ...{ placed: 1, paid: 1, "order.placed": 1, "order.confirmed": 1 },
  });
};

test.each(["sent", "twice", "lost"])(
  "webhooks that are %s change nothing twice",
  async (webhooks) => {
    await behave({ webhooks });
    const bought = await Promise.all(Array.from({ length: 4 }, buy));
    for (const one of bought) await expectOnce(one);
  },
);

test("webhooks that come late, the latest first and twice, change nothing any more", async () => {
  await behave({ webhooks: "held" });
  const bought = await Promise.all(Array.from({ length: 4 }, buy));
  for (const one of bought) await expectOnce(one);
  expect(await release()).toBeGreaterThanOrEqual(8);
  await stand.atRest();
  for (const one of bought) await expectOnce(one);
});

test("webhooks of a payment that come after its order was cancelled bring nothing back", async () => {
  await behave({ webhooks: "held" });
  const { bowl, guest, id, checkout } = await buy();
  await settled(guest, id, "captured");
  const reply = await guest.call(`/v1/orders/${id}/cancellation`, { body: { reason: null } });
  expect(reply.status).toBe(200);
  await settled(guest, id, "refunded");
  expect(await release()).toBeGreaterThan(2);
  await stand.atRest();
  const order = await guest.order(id);
  expect([order.state, order.paymentState]).toEqual(["cancelled", "refunded"]);
  const charges = await chargesOf(checkout.id);
  expect(charges.map(({ captured, refunded }) => captured - refunded)).toEqual([0]);
  expect(await freeOf(bowl.variant)).toBe(2);
  expect((await toldOf(id))["order.refunded"]).toBe(1);
});

test("after all of that, everything that was promised holds", async () => {
  await behave({ webhooks: "sent" });
  await stand.atRest();
  await stand.expectNoViolation();
});
