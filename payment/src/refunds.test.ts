import { expect, test } from "bun:test";

import { testPaymentService } from "./testing.ts";

const service = await testPaymentService();
const { operate, read, authorised, captured, asPayment, sandbox, eventsOf } = service;
const statuses = (replies: Response[]) => replies.map(({ status }) => status);

test("however many give back at once, never more is given back than was taken", async () => {
  const payment = await captured({ amount: 10_000 });
  const replies = await Promise.all(
    Array.from({ length: 30 }, () => operate(payment.id, "refunds", { amount: 900 })),
  );
  expect(statuses(replies).filter((status) => status === 200).length).toBe(11);
  expect(new Set(statuses(replies))).toEqual(new Set([200, 409]));
  expect((await read(payment.id)).refunded).toBe(9900);
  expect((await sandbox.charges(payment.id))[0]?.refunded).toBe(9900);
  expect((await operate(payment.id, "refunds", { amount: 101 })).status).toBe(409);
  expect((await asPayment(operate(payment.id, "refunds"))).state).toBe("refunded");
});

test("asked again under the same key, it is done once; another amount under it is refused", async () => {
  const payment = await captured();
  const key = crypto.randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => operate(payment.id, "refunds", { key, amount: 500 })),
  );
  expect(statuses(replies)).toContain(200);
  for (const status of statuses(replies)) expect([200, 409]).toContain(status);
  expect((await operate(payment.id, "refunds", { key, amount: 500 })).status).toBe(200);
  expect((await operate(payment.id, "refunds", { key, amount: 501 })).status).toBe(409);
  expect((await sandbox.charges(payment.id))[0]?.refunded).toBe(500);
  expect((await eventsOf(payment.id)).filter((type) => type === "payment.refunded").length).toBe(1);
});

test("twenty captures at once take the money once", async () => {
  const payment = await authorised();
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => operate(payment.id, "captures")),
  );
  for (const status of statuses(replies)) expect([200, 409]).toContain(status);
  expect((await read(payment.id)).captured).toBe(38_000);
  expect((await eventsOf(payment.id)).filter((type) => type === "payment.captured").length).toBe(1);
});

test("taken and let go of at once, a payment is one or the other", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await authorised();
    await Promise.all([operate(id, "captures"), operate(id, "voids")]);
    const [{ state }, [charge]] = [await read(id), await sandbox.charges(id)];
    expect(["captured", "voided"]).toContain(state);
    expect(charge?.state).toBe(state);
  }
});

test("before it was taken nothing is given back, and more than was authorised is never taken", async () => {
  const payment = await authorised();
  expect((await operate(payment.id, "refunds")).status).toBe(409);
  expect((await operate(payment.id, "captures", { amount: 38_001 })).status).toBe(409);
  await operate(payment.id, "captures");
  expect((await operate(payment.id, "voids")).status).toBe(409);
  expect((await operate(payment.id, "captures")).status).toBe(200);
  expect((await operate(payment.id, "captures", { amount: 1 })).status).toBe(409);
});

test("staff give back with their own key, once; without the scope they cannot", async () => {
  const payment = await captured();
  const token = (scope: string) =>
    service.tokens.access({ sub: crypto.randomUUID(), scope, roles: ["manager"] });
  const refund = async (bearer: string, key: string, amount: number) =>
    service.app.request(`/v1/payments/${payment.id}/refunds`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${bearer}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({ amount }),
    });
  const [staff, key] = [await token("refunds:write"), crypto.randomUUID()];
  expect((await asPayment(refund(staff, key, 700))).refunded).toBe(700);
  const replay = await refund(staff, key, 700);
  expect(replay.headers.get("idempotency-replayed")).toBe("true");
  expect((await refund(staff, key, 701)).status).toBe(422);
  expect((await refund(staff, crypto.randomUUID(), 40_000)).status).toBe(409);
  expect((await refund(await token("orders:write"), crypto.randomUUID(), 1)).status).toBe(403);
  expect((await refund(await token("refunds:write"), key, 300)).status).toBe(200);
  expect((await read(payment.id)).refunded).toBe(1000);
});
