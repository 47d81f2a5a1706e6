import { expect, test } from "bun:test";

import { createOrders } from "./orders.ts";
import { reconcile } from "./reconciler.ts";
import { settleStrangers } from "./strangers.ts";
import { eventually, testPaymentService } from "./testing.ts";
import { testOrders } from "./testing/orders.ts";

const service = await testPaymentService();
const { begin, read, operate, authorised, captured, eventsOf, sandbox, desk } = service;
const { orders, end } = testOrders();
const settle = () => reconcile(desk, { orders, patience: -60_000 });
/** Looks again and again: a payment that somebody is at this very moment is left for the next look. */
const settled = (id: string, state: string) =>
  eventually(async () => {
    await settle();
    return (await read(id)).state === state;
  });
const chargeOf = async (id: string) => (await sandbox.charges(id))[0];

test("a payment whose webhook never came and whose payer never returned is found out", async () => {
  await sandbox.behave({ webhooks: "lost" });
  const payment = await begin();
  await sandbox.payer(payment).pay("4242424242424242");
  await sandbox.behave({});
  end(payment, "processing");
  await settled(payment.id, "authorised");
});

test("what was paid for a checkout that failed or was cancelled is given back, all of it", async () => {
  const [held, taken, begun] = [await authorised(), await captured(), await begin()];
  await operate(taken.id, "refunds", { amount: 5000 });
  end(held, "cancelled");
  end(taken, "failed");
  end(begun, "failed");
  await Promise.all([settle(), settle()]);
  await settled(held.id, "voided");
  await settled(taken.id, "refunded");
  await settled(begun.id, "voided");
  expect(await chargeOf(taken.id)).toMatchObject({ captured: 38_000, refunded: 38_000 });
  expect(await eventsOf(held.id)).toEqual(["payment.authorised", "payment.voided"]);
});

test("what an order came of stays, and is not asked about for ever", async () => {
  const [held, taken] = [await authorised(), await captured()];
  end(held, "completed", { ordered: true });
  end(taken, "completed", { ordered: true });
  await settle();
  await settle();
  expect((await read(held.id)).state).toBe("authorised");
  expect((await read(taken.id)).state).toBe("captured");
});

test("a checkout that is still going on is left alone", async () => {
  const payment = await authorised();
  end(payment, "processing");
  await settle();
  expect((await read(payment.id)).state).toBe("authorised");
});

test("an order that another payment paid for gives this one back", async () => {
  const spare = await captured();
  end(spare, "completed", { ordered: true, by: crypto.randomUUID() });
  await settled(spare.id, "refunded");
});

test("a checkout that the order service does not know is left to people", async () => {
  const payment = await captured();
  await settle();
  expect((await read(payment.id)).state).toBe("captured");
  end(payment, "failed");
  await settled(payment.id, "refunded");
});

test("while the order service is away nothing is given back", async () => {
  const payment = await captured();
  const away = createOrders({
    url: "http://127.0.0.1:9",
    tokens: async () => "a token",
  });
  await reconcile(desk, { orders: away, patience: -60_000 });
  expect((await read(payment.id)).state).toBe("captured");
  end(payment, "completed", { ordered: true });
});

test("the order service is asked with a token meant for it", async () => {
  const asked: [string, string | null][] = [];
  const peer = createOrders({
    url: "http://order.test",
    tokens: async (name) => `token-for-${name}`,
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push([url, new Headers(init?.headers).get("authorization")]);
      return new Response(null, { status: 404 });
    },
  });
  const id = crypto.randomUUID();
  expect(await peer.outcomeOf(id)).toBeUndefined();
  expect(asked).toEqual([[`http://order.test/internal/checkouts/${id}`, "Bearer token-for-order"]]);
});

const strange = async (shop: string) => {
  const reply = await sandbox.api("/charges", {
    method: "POST",
    headers: { "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({
      ...{ shop, reference: crypto.randomUUID(), amount: 900, currency: "KRW" },
      ...{ description: "?", email: "payer@example.com", language: "ko" },
      returnUrl: "http://shop.test/",
    }),
  });
  const charge = (await reply.json()) as { reference: string; url: string };
  await sandbox.payer({ nextAction: { url: charge.url } }).pay("4242424242424242");
  return charge.reference;
};

test("a charge that the provider knows and we do not is given back; another shop's is left alone", async () => {
  const known = await authorised();
  const ours = await strange(sandbox.access.shop);
  const theirs = await strange("http://another-shop.test");
  expect(await settleStrangers(desk)).toBe(1);
  expect(await settleStrangers(desk)).toBe(0);
  expect((await chargeOf(ours))?.state).toBe("voided");
  expect((await chargeOf(theirs))?.state).toBe("authorised");
  expect((await chargeOf(known.id))?.state).toBe("authorised");
});

test("after everything, each charge is held for an order, or was given back whole", async () => {
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? captured() : authorised())),
  );
  const ordered = all.slice(0, 4);
  for (const payment of all)
    end(payment, ordered.includes(payment) ? "completed" : "failed", {
      ordered: ordered.includes(payment),
    });
  for (const { id, state } of all.slice(4))
    await settled(id, state === "captured" ? "refunded" : "voided");
  for (const { id, state } of ordered) expect((await read(id)).state).toBe(state);
});
