import { expect, test } from "bun:test";

import { eventually, testPaymentService } from "./testing.ts";

const service = await testPaymentService();
const { begin, read, inquire, operate, authorised, captured, eventsOf, asPayment, sandbox } =
  service;

test("a payer goes to the provider's page, pays and comes back; asking the provider is enough to know", async () => {
  await sandbox.behave({ webhooks: "lost" });
  const payment = await begin();
  expect(payment).toMatchObject({ state: "requires_action", nextAction: { type: "redirect" } });
  const payer = sandbox.payer(payment);
  const page = await payer.open();
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await page.text()).toContain("38,000원");
  const back = await payer.pay("4242 4242 4242 4242");
  expect(back.headers.get("location")).toBe("http://shop.test/checkout/return");
  expect(await inquire(payment.id)).toMatchObject({
    ...{ state: "authorised", authorised: 38_000, captured: 0, nextAction: null },
    instrument: { brand: "Visa", last4: "4242" },
  });
  await sandbox.behave({});
});

test("a webhook alone is enough to know that somebody paid", async () => {
  const payment = await begin();
  await sandbox.payer(payment).pay("5555555555554444");
  await eventually(async () => (await read(payment.id)).state === "authorised");
  expect(await eventsOf(payment.id)).toEqual(["payment.authorised"]);
});

test("what was authorised is taken, and given back in parts until nothing is left", async () => {
  const payment = await authorised();
  expect(await asPayment(operate(payment.id, "captures"))).toMatchObject({
    state: "captured",
    captured: 38_000,
  });
  expect(await asPayment(operate(payment.id, "refunds", { amount: 8000 }))).toMatchObject({
    state: "captured",
    refunded: 8000,
  });
  expect(await asPayment(operate(payment.id, "refunds"))).toMatchObject({
    state: "refunded",
    refunded: 38_000,
  });
  expect((await operate(payment.id, "refunds", { amount: 1 })).status).toBe(409);
  expect(await eventsOf(payment.id)).toEqual([
    ...["payment.authorised", "payment.captured", "payment.refunded", "payment.refunded"],
  ]);
});

test("what was authorised can be let go of, and is never taken then", async () => {
  const payment = await authorised();
  expect((await asPayment(operate(payment.id, "voids"))).state).toBe("voided");
  expect((await operate(payment.id, "captures")).status).toBe(409);
  expect((await sandbox.charges(payment.id)).map(({ state }) => state)).toEqual(["voided"]);
});

test("a payment that was only begun can be ended; its page leads back to the shop", async () => {
  const payment = await begin();
  expect((await asPayment(operate(payment.id, "voids"))).state).toBe("voided");
  const page = await sandbox.payer(payment).open();
  expect([page.status, page.headers.get("location")]).toEqual([
    303,
    "http://shop.test/checkout/return",
  ]);
});

test("a part may be taken; the rest is let go of", async () => {
  const payment = await authorised();
  const taken = await asPayment(operate(payment.id, "captures", { amount: 30_000 }));
  expect(taken).toMatchObject({ state: "captured", captured: 30_000 });
  expect((await operate(payment.id, "refunds", { amount: 30_001 })).status).toBe(409);
});

test("a card that is declined fails the payment with the provider's word, and another may follow", async () => {
  for (const [number, failure] of [
    ["4000000000000002", "card_declined"],
    ["4000000000009995", "insufficient_funds"],
  ] as const) {
    const payment = await begin();
    await sandbox.payer(payment).pay(number);
    expect(await inquire(payment.id)).toMatchObject({ state: "failed", failure });
    const next = await begin({ checkoutId: payment.checkoutId });
    expect(next).toMatchObject({ state: "requires_action" });
    expect(next.id).not.toBe(payment.id);
  }
});

test("a payer who cancels on the page fails the payment", async () => {
  const payment = await begin();
  await sandbox.payer(payment).cancel();
  expect(await inquire(payment.id)).toMatchObject({
    state: "failed",
    failure: "cancelled_by_payer",
  });
});

test("a card may ask who is paying: yes authorises, no fails, and nobody gets around the question", async () => {
  const [one, other, third] = [await begin(), await begin(), await begin()];
  expect((await sandbox.payer(third).confirm("yes")).status).toBe(303);
  expect((await inquire(third.id)).state).toBe("requires_action");
  await sandbox.payer(one).pay("4000000000003220");
  expect((await inquire(one.id)).state).toBe("requires_action");
  await sandbox.payer(one).confirm("yes");
  expect((await inquire(one.id)).state).toBe("authorised");
  await sandbox.payer(other).pay("4000000000003220");
  await sandbox.payer(other).confirm("no");
  expect((await inquire(other.id)).failure).toBe("authentication_failed");
});

test("a number that is none of the test's is not taken, and the page says so", async () => {
  const payment = await begin({ language: "en" });
  const page = await sandbox.payer(payment).pay("4111111111111111");
  expect(page.status).toBe(422);
  expect(await page.text()).toContain("not a test number");
  expect((await inquire(payment.id)).state).toBe("requires_action");
});

test("what the provider knows survives its sudden death", async () => {
  const payment = await captured();
  await sandbox.running.kill();
  await sandbox.running.start();
  expect((await asPayment(operate(payment.id, "refunds"))).state).toBe("refunded");
});
