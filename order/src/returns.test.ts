import { expect, test } from "bun:test";

import { orders } from "@jangteo/shared/schema/order/orders";
import { eq } from "drizzle-orm";

import { runErrands } from "./background.ts";
import { noticeRefund } from "./comparing.ts";
import { createCourier } from "./courier.ts";
import { refundOrder } from "./refunding.ts";
import { testOrderService } from "./testing.ts";
import { testBooks } from "./testing/books.ts";
import { ruleOf, testSales } from "./testing/sales.ts";

const day = 86_400_000;
const skew = { days: 0 };
const clock = () => new Date(Date.now() + skew.days * day);
const service = await testOrderService({ clock });
const books = testBooks(service);
const { bearerOf, call, read, act, bought, ship, deliver, ask } = await testSales(service);

test("a bowl goes back: asked, approved, received, refunded by its share, and for sale again", async () => {
  const { id, line, guest, variant } = await bought({ units: 3, won: 9_999 });
  await deliver(id, line, 3);
  const { status, path } = await ask(guest, id, line, 1);
  expect(status).toBe(201);
  expect(await guest.order(id)).toMatchObject({
    ...{ can: ["return"], lines: [{ returned: 0, returnable: 2 }] },
    returns: [{ state: "requested", lines: [{ quantity: 1, reason: "Too small" }] }],
  });
  expect(await ruleOf(await call(`${path}/receipt`, { sellable: true }))).toEqual([
    409,
    "requested",
  ]);
  await act(`${path}/approval`);
  await act(`${path}/receipt`, { sellable: true });
  expect(await books.shelf(variant)).toEqual({ onHand: 7, reserved: 0 });
  await act(`${path}/refund`);
  expect(await guest.order(id)).toMatchObject({
    ...{ state: "completed", paymentState: "partially_refunded" },
    ...{ lines: [{ returned: 1 }], returns: [{ state: "refunded" }] },
    payment: { refunded: { amount: 9_999 } },
  });
  expect(await books.refunds(id)).toEqual([9_999]);
  expect(service.errors).toEqual([]);
}, 60_000);

test("refunded by however many staff at once, a return is refunded once; what is not sellable stays away", async () => {
  const { id, line, guest, variant } = await bought({ units: 2 });
  await deliver(id, line, 2);
  const { path } = await ask(guest, id, line, 2);
  await act(`${path}/approval`);
  await act(`${path}/receipt`, { sellable: false });
  const replies = await Promise.all(Array.from({ length: 6 }, () => call(`${path}/refund`, {})));
  expect(replies.filter(({ status }) => status === 200).length).toBe(1);
  await books.settle();
  expect(await books.refunds(id)).toEqual([76_000]);
  expect(await books.shelf(variant)).toEqual({ onHand: 7, reserved: 0 });
}, 60_000);

test("nothing can be returned before it arrives, later than fourteen days, twice, or by strangers", async () => {
  const { id, line, guest } = await bought({ units: 2 });
  const lines = (quantity: number, lineId = line) => [{ lineId, quantity, reason: "Too small" }];
  const wish = (quantity: number, who = guest, lineId = line) =>
    who.call(`/v1/orders/${id}/returns`, { body: { lines: lines(quantity, lineId) } });
  expect(await ruleOf(await wish(1))).toEqual([409, "not_delivered"]);
  const sent = await ship(id, line, 1);
  expect(await ruleOf(await wish(1))).toEqual([409, "not_delivered"]);
  await act(`${sent}/delivery`);
  expect(await ruleOf(await wish(2))).toEqual([409, "too_many"]);
  const racing = await Promise.all([wish(1), wish(1), wish(1)]);
  expect(racing.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  const stranger = await service.shopper();
  expect((await wish(1, stranger)).status).toBe(404);
  expect((await wish(1, guest, crypto.randomUUID())).status).toBe(400);
  expect((await wish(0)).status).toBe(400);
  const path = `/${id}/returns/${(await read(id)).returns[0]?.id}`;
  const rejected = await act(`${path}/rejection`, { note: "It was used" });
  expect(rejected.returns).toMatchObject([{ state: "rejected", note: "It was used" }]);
  expect(await ruleOf(await call(`${path}/approval`, {}))).toEqual([409, "rejected"]);
  expect((await guest.order(id)).can).toEqual(["return"]);
  skew.days = 14.5;
  expect((await guest.order(id)).can).toEqual([]);
  expect(await ruleOf(await wish(1))).toEqual([409, "too_late"]);
  skew.days = 0;
}, 60_000);

test("staff give back a part with a reason, never more than was paid, and only with the right to", async () => {
  const { id, guest } = await bought({ units: 1 });
  const refund = (amount: number, token?: string) =>
    call(`/${id}/refunds`, { amount, reason: "Chipped" }, token === undefined ? {} : { token });
  const replies = await Promise.all(Array.from({ length: 5 }, () => refund(12_000)));
  expect(replies.filter(({ status }) => status === 200).length).toBe(3);
  await books.settle();
  expect(await books.refunds(id)).toEqual([12_000, 12_000, 12_000]);
  expect((await read(id)).refundable).toBe(5000);
  expect(await ruleOf(await refund(5001))).toEqual([409, "too_much"]);
  expect((await refund(0)).status).toBe(400);
  expect((await refund(1, await bearerOf("orders:write"))).status).toBe(403);
  const { events } = await guest.order(id);
  expect(events.at(-1)).toMatchObject({ type: "refunded", detail: "Chipped" });
  const cancelled = await guest.call(`/v1/orders/${id}/cancellation`, { body: {} });
  expect(cancelled.status).toBe(200);
  expect((await guest.order(id)).payment.refunded.amount).toBe(41_000);
}, 60_000);

test("a process that dies after the refund leaves one refund; one that the payment refuses is told to staff", async () => {
  const { id, guest } = await bought({ units: 1 });
  const { db, payments, stock, courier } = service;
  const gift = { id, amount: 1000, reason: "Late", actor: crypto.randomUUID() };
  await db.transaction((tx) => refundOrder(tx, gift, clock()));
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const dying = createCourier({
    ...{ db, stock, clock, log: quiet, lease: 30_000 },
    payments: {
      ...payments,
      refund: async (...asked) => {
        await payments.refund(...asked);
        throw new Error("the process died after the answer");
      },
    },
  });
  await dying.advanceOrder(id);
  const later = new Date(Date.now() + 60_000);
  await Promise.all([runErrands(db, courier, later), runErrands(db, courier, later)]);
  expect(await books.refunds(id)).toEqual([1000]);
  const { payment } = await guest.order(id);
  await payments.refund(payment.id, crypto.randomUUID(), 39_000);
  await act(`/${id}/refunds`, { amount: 2000, reason: "Late" });
  const order = await read(id);
  expect(order.events.at(-1)).toMatchObject({ type: "refund_refused" });
  expect((await guest.order(id)).events.at(-1)?.type).toBe("refunded");
}, 60_000);

test("what is given back at the payment itself is seen at the order, once, and beside its own refunds", async () => {
  const { id, guest } = await bought({ units: 1 });
  const { db, payments, courier } = service;
  const { payment } = await guest.order(id);
  const [row] = await db.select().from(orders).where(eq(orders.id, id));
  const checkoutId = row?.checkoutId ?? "";
  await payments.refund(payment.id, crypto.randomUUID(), 3000);
  const eventId = crypto.randomUUID();
  const gift = { id, amount: 1000, reason: "Late", actor: crypto.randomUUID() };
  await db.transaction((tx) => refundOrder(tx, gift, clock()));
  const notice = () => noticeRefund(db, { eventId, checkoutId }, clock());
  await Promise.all([notice(), notice()]);
  const due = async () => (await runErrands(db, courier, new Date(Date.now() + 3_600_000))) > 0;
  while (await due()) await notice();
  await noticeRefund(db, { eventId: crypto.randomUUID(), checkoutId }, clock());
  while (await due()) await notice();
  const order = await read(id);
  const told = order.events.filter(({ type }) => type === "refunded");
  expect(told).toHaveLength(2);
  expect((await guest.order(id)).payment.refunded.amount).toBe(4000);
  expect(order.refundable).toBe(37_000);
  expect(await books.refunds(id)).toEqual([3000, 1000]);
}, 60_000);
