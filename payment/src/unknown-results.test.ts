import { expect, test } from "bun:test";

import { operations } from "@jangteo/shared/schema/payment/payments";
import { eq } from "drizzle-orm";

import { completeOperations } from "./operations.ts";
import { testPaymentService } from "./testing.ts";

const service = await testPaymentService({ deadline: 300 });
const { call, wish, begin, read, operate, authorised, captured, asPayment, sandbox } = service;
const { db, desk } = service;
const chargeOf = async (id: string) => (await sandbox.charges(id))[0];

test("an answer that is lost after the effect is looked up, and nothing is done twice", async () => {
  const payment = await authorised();
  await sandbox.behave({ lose: ["capture", "refund"] });
  expect(await asPayment(operate(payment.id, "captures"))).toMatchObject({ state: "captured" });
  const given = await asPayment(operate(payment.id, "refunds", { amount: 1000 }));
  expect(given.refunded).toBe(1000);
  await sandbox.behave({});
  expect(await chargeOf(payment.id)).toMatchObject({ captured: 38_000, refunded: 1000 });
});

test("a beginning whose answer is lost is found again at the provider", async () => {
  await sandbox.behave({ lose: ["create"] });
  const payment = await begin();
  await sandbox.behave({});
  expect(payment.state).toBe("requires_action");
  expect((await sandbox.charges(payment.id)).length).toBe(1);
});

test("while the provider is away the answer is 503, and the same question later does it once", async () => {
  const payment = await captured();
  const key = crypto.randomUUID();
  await sandbox.behave({ down: ["refund", "read"] });
  expect((await operate(payment.id, "refunds", { key, amount: 2000 })).status).toBe(503);
  expect((await call(`/internal/payments/${payment.id}/inquiries`, {})).status).toBe(503);
  await sandbox.behave({});
  const again = await asPayment(operate(payment.id, "refunds", { key, amount: 2000 }));
  expect(again.refunded).toBe(2000);
  expect((await chargeOf(payment.id))?.refunded).toBe(2000);
});

test("nobody asks again: what was left unknown is finished all the same, once", async () => {
  const [one, other] = [await authorised(), await captured()];
  await sandbox.behave({ lose: ["capture"], down: ["refund", "read"] });
  const replies = [await operate(one.id, "captures"), await operate(other.id, "refunds")];
  expect(replies.map(({ status }) => status)).toEqual([503, 503]);
  await sandbox.behave({});
  await Promise.all([completeOperations(desk), completeOperations(desk)]);
  expect((await read(one.id)).state).toBe("captured");
  expect((await read(other.id)).state).toBe("refunded");
  expect((await chargeOf(one.id))?.captured).toBe(38_000);
  const steps = await db.select().from(operations).where(eq(operations.paymentId, other.id));
  expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(["done"]));
});

test("what is unknown counts as given: the rest that may be given back is less by it", async () => {
  const payment = await captured({ amount: 10_000 });
  await sandbox.behave({ down: ["refund", "read"] });
  await operate(payment.id, "refunds", { amount: 6000 });
  await sandbox.behave({});
  expect((await operate(payment.id, "refunds", { amount: 4001 })).status).toBe(409);
  expect((await operate(payment.id, "refunds", { amount: 4000 })).status).toBe(200);
  await completeOperations(desk);
  expect((await read(payment.id)).refunded).toBe(10_000);
});

test("a payment that could not be begun while the provider was away is begun when asked again", async () => {
  const wanted = wish();
  await sandbox.behave({ down: ["create", "read"] });
  expect((await call("/internal/payments", wanted)).status).toBe(503);
  await sandbox.behave({});
  expect(await asPayment(call("/internal/payments", wanted))).toMatchObject({
    state: "requires_action",
  });
});

test("a refusal teaches what the provider knows: a charge let go of there is let go of here", async () => {
  const payment = await authorised();
  const charge = await chargeOf(payment.id);
  await sandbox.behave({ webhooks: "lost" });
  await sandbox.api(`/charges/${charge?.id}/voids`, {
    method: "POST",
    headers: { "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({ reference: "by hand" }),
  });
  await sandbox.behave({});
  expect((await operate(payment.id, "captures")).status).toBe(409);
  expect((await read(payment.id)).state).toBe("voided");
});
