import { expect, test } from "bun:test";

import { testOrderService } from "./testing.ts";
import { testBooks } from "./testing/books.ts";
import { ruleOf, testSales } from "./testing/sales.ts";

const service = await testOrderService();
const books = testBooks(service);
const { bearerOf, call, read, act, bought, plan, ship, carried } = await testSales(service);

test("an order leaves in two parts: shelf, timeline and states follow, and with the last arrival it is completed", async () => {
  const { id, line, guest, variant } = await bought({ units: 3 });
  const first = await ship(id, line, 2);
  expect(await books.shelf(variant)).toEqual({ onHand: 7, reserved: 1 });
  expect(await guest.order(id)).toMatchObject({
    ...{ state: "fulfilling", fulfilmentState: "partially_shipped", can: [] },
    ...{ lines: [{ shipped: 2 }], fulfilments: [{ state: "shipped", ...carried }] },
  });
  await act(`${first}/delivery`);
  const second = await ship(id, line, 1);
  expect((await guest.order(id)).fulfilmentState).toBe("shipped");
  const done = await act(`${second}/delivery`);
  expect(done).toMatchObject({ state: "completed", fulfilmentState: "delivered" });
  expect(await books.shelf(variant)).toEqual({ onHand: 6, reserved: 0 });
  const { events, can } = await guest.order(id);
  expect(can).toEqual(["return"]);
  expect(events.map(({ type }) => type)).toEqual([
    ...["placed", "paid", "shipped", "delivered", "shipped", "delivered", "completed"],
  ]);
  expect(events[2]?.detail).toBe("CJ 1234-5678");
  expect(service.errors).toEqual([]);
}, 60_000);

test("from the first shipment on neither its owner nor staff can cancel; before, staff can", async () => {
  const sent = await bought();
  await ship(sent.id, sent.line, 1);
  const late = await sent.guest.call(`/v1/orders/${sent.id}/cancellation`, { body: {} });
  expect(await ruleOf(late)).toEqual([409, "fulfilling"]);
  expect(await ruleOf(await call(`/${sent.id}/cancellation`, {}))).toEqual([409, "fulfilling"]);
  const kept = await bought();
  await plan(kept.id, kept.line, 2);
  const cancelled = await act(`/${kept.id}/cancellation`, { reason: "Broken in the store" });
  expect(cancelled).toMatchObject({ state: "cancelled", fulfilments: [{ state: "cancelled" }] });
  expect(await read(kept.id)).toMatchObject({ paymentState: "refunded", refundable: 0 });
  expect(await books.shelf(kept.variant)).toEqual({ onHand: 9, reserved: 0 });
}, 60_000);

test("cancelled and shipped at once, an order is one or the other, and its shelf agrees", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id, line, guest, variant } = await bought({ units: 1 });
    const path = await plan(id, line, 1);
    const replies = await Promise.all([
      guest.call(`/v1/orders/${id}/cancellation`, { body: {} }),
      call(`${path}/shipment`, carried),
    ]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await books.settle();
    const { state } = await read(id);
    expect(await books.shelf(variant)).toEqual(
      state === "cancelled" ? { onHand: 9, reserved: 0 } : { onHand: 8, reserved: 0 },
    );
  }
}, 60_000);

test("no unit is sent twice, however many staff pack at once; what is not sent may be packed anew", async () => {
  const { id, line } = await bought({ units: 3 });
  const pack = () => call(`/${id}/fulfilments`, { lines: [{ lineId: line, quantity: 2 }] });
  const replies = await Promise.all([pack(), pack(), pack()]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  const [refused] = replies.filter(({ status }) => status === 409);
  if (refused) expect(await ruleOf(refused)).toEqual([409, "too_many"]);
  const path = `/${id}/fulfilments/${(await read(id)).fulfilments[0]?.id}`;
  await act(`${path}/cancellation`);
  expect(await ruleOf(await call(`${path}/shipment`, carried))).toEqual([409, "cancelled"]);
  await ship(id, line, 3);
  expect((await read(id)).lines[0]?.shipped).toBe(3);
}, 60_000);

test("staff find orders by number, e-mail, name, state and day; pages do not overlap", async () => {
  const { id } = await bought();
  const { number, email, placedAt } = await read(id);
  const list = async (query: object) => {
    const reply = await call(`?${new URLSearchParams({ limit: "100", ...query }).toString()}`);
    const page = (await reply.json()) as { items: { id: string }[]; next: string | null };
    return { ids: page.items.map((one) => one.id), next: page.next };
  };
  for (const found of [
    ...[{ q: number }, { q: email.slice(2, 9) }, { q: "민아" }, { state: "confirmed" }],
    ...[{ payment: "captured" }, { fulfilment: "unfulfilled" }, { from: placedAt }],
  ])
    expect([found, (await list(found)).ids]).toEqual([found, expect.arrayContaining([id])]);
  for (const other of [{ q: "%" }, { state: "completed" }, { to: placedAt }, { payment: "voided" }])
    expect((await list(other)).ids).not.toContain(id);
  const first = await list({ limit: "1" });
  expect((await list({ after: first.next ?? "", limit: "1" })).ids).not.toEqual(first.ids);
}, 60_000);

test("staff's notes are for staff; strangers to an order, and those without the scope, get nowhere", async () => {
  const { id, guest } = await bought();
  const noted = await act(`/${id}/notes`, { text: "Call before delivery" });
  expect(noted.events.at(-1)).toMatchObject({ type: "note", detail: "Call before delivery" });
  expect((await guest.order(id)).events.map(({ type }) => type)).not.toContain("note");
  const nowhere = crypto.randomUUID();
  const lines = [{ lineId: nowhere, quantity: 1 }];
  expect((await call(`/${nowhere}`)).status).toBe(404);
  expect((await call(`/${nowhere}/notes`, { text: "x" })).status).toBe(404);
  expect((await call(`/${id}/fulfilments/${nowhere}/shipment`, carried)).status).toBe(404);
  expect((await call(`/${id}/fulfilments`, { lines })).status).toBe(400);
  expect((await call(`/${id}/fulfilments`, { lines: [] })).status).toBe(400);
  expect((await call(`/${id}/notes`, { text: "x" }, { key: "short" })).status).toBe(400);
  for (const [token, status] of [
    ["", 401],
    [await bearerOf("catalogue:write"), 403],
    [guest.bearer, 403],
  ] as const) {
    expect((await call(`/${id}`, undefined, { token })).status).toBe(status);
    expect((await call("", undefined, { token })).status).toBe(status);
    expect((await call(`/${id}/notes`, { text: "x" }, { token })).status).toBe(status);
  }
  const key = crypto.randomUUID();
  expect((await call(`/${id}/notes`, { text: "once" }, { key })).status).toBe(200);
  expect((await call(`/${id}/notes`, { text: "other" }, { key })).status).toBe(422);
}, 60_000);
