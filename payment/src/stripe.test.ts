import { expect, test } from "bun:test";

import type { Purchase } from "./providers/provider.ts";
import { createStripe } from "./providers/stripe.ts";
import { settleStrangers } from "./strangers.ts";
import { testPaymentService } from "./testing.ts";
import { stripeKeys, testStripe } from "./testing/stripe.ts";

const fake = testStripe();
const stripe = createStripe({ ...stripeKeys, shop: "http://issuer.test", server: fake.server });
const service = await testPaymentService({ providers: { stripe } });
const { begin, read, inquire, operate, asPayment, eventsOf, app, call, wish, desk } = service;
const own = { method: "stripe", amount: 2750, currency: "USD", language: "en" };
const sessionOf = (url = "") => url.split("/").at(-1) ?? "";
const authorised = async (change: object = {}) => {
  const payment = await begin({ ...own, ...change });
  fake.pay(sessionOf(payment.nextAction?.url));
  return inquire(payment.id);
};

test("a payer goes to Stripe's page; the money is held, taken, and given back in parts", async () => {
  const payment = await authorised();
  expect(payment).toMatchObject({
    ...{ state: "authorised", authorised: 2750, captured: 0 },
    instrument: { brand: "visa", last4: "4242" },
  });
  expect((await asPayment(operate(payment.id, "captures"))).captured).toBe(2750);
  expect((await asPayment(operate(payment.id, "refunds", { amount: 750 }))).refunded).toBe(750);
  expect((await asPayment(operate(payment.id, "refunds"))).state).toBe("refunded");
  expect(await eventsOf(payment.id)).toEqual([
    ...["payment.authorised", "payment.captured", "payment.refunded", "payment.refunded"],
  ]);
});

test("won are told as won, and dollars in cents", async () => {
  for (const [amount, currency] of [
    [38_000, "KRW"],
    [2750, "USD"],
  ] as const) {
    const payment = await begin({ ...own, amount, currency });
    const kept = fake.sessions.get(sessionOf(payment.nextAction?.url));
    expect(kept?.session).toMatchObject({ amount_total: amount, currency: currency.toLowerCase() });
  }
});

test("what was held is let go of; a page that nobody paid on is closed", async () => {
  const [held, open] = [await authorised(), await begin(own)];
  const page = sessionOf(open.nextAction?.url);
  expect((await asPayment(operate(held.id, "voids"))).state).toBe("voided");
  expect((await asPayment(operate(open.id, "voids"))).state).toBe("voided");
  expect(fake.sessions.get(page)?.session.status).toBe("expired");
  expect((await inquire(open.id)).state).toBe("voided");
});

test("Stripe's events are believed by their signature over the raw body, within five minutes", async () => {
  const tell = async (body: string, headers: Record<string, string>) =>
    (
      await app.request("/v1/webhooks/stripe", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      })
    ).status;
  const payment = await begin(own);
  fake.pay(sessionOf(payment.nextAction?.url));
  const event = {
    ...{ id: `evt_${crypto.randomUUID()}`, object: "event", type: "payment_intent.created" },
    data: { object: { id: "pi_1", object: "payment_intent", metadata: { payment: payment.id } } },
  };
  const { body, headers } = fake.signed(event);
  expect(await tell(body.replace("evt_", "evt-"), headers)).toBe(401);
  expect(await tell(body, {})).toBe(401);
  const late = fake.signed(event, Date.now() - 301_000);
  expect(await tell(late.body, late.headers)).toBe(401);
  expect((await read(payment.id)).state).toBe("requires_action");
  expect(await tell(body, headers)).toBe(204);
  expect(await tell(body, headers)).toBe(204);
  expect(await eventsOf(payment.id)).toEqual(["payment.authorised"]);
});

test("a refusal is told as one; an answer that says nothing is looked up and asked for under the same key", async () => {
  const payment = await authorised();
  const [key, away] = [crypto.randomUUID(), { status: 500, type: "api_error" }];
  fake.fail(away, away);
  expect((await operate(payment.id, "captures", { key })).status).toBe(503);
  expect((await asPayment(operate(payment.id, "captures", { key }))).state).toBe("captured");
  // The page is read first, then the refund is refused.
  const refunds = operate(payment.id, "refunds", { amount: 1 });
  expect((await refunds).status).toBe(200);
  fake.fail({ status: 429, type: "rate_limit_error" }, { status: 429, type: "rate_limit_error" });
  expect((await operate(payment.id, "refunds", { amount: 2 })).status).toBe(503);
});

test("a beginning whose answer was lost is found again, and begun once", async () => {
  const wanted = wish(own);
  const away = { status: 502, type: "api_error" };
  fake.fail(away, away);
  expect((await call("/internal/payments", wanted)).status).toBe(503);
  const before = fake.sessions.size;
  const payment = await asPayment(call("/internal/payments", wanted));
  expect(payment.state).toBe("requires_action");
  expect(fake.sessions.size).toBe(before + 1);
  await call("/internal/payments", wanted);
  expect(fake.sessions.size).toBe(before + 1);
});

test("a charge of this shop that no payment knows is given back; one of another is not touched", async () => {
  const step = { id: crypto.randomUUID(), key: crypto.randomUUID(), amount: 900 };
  const purchase: Omit<Purchase, "paymentId"> = {
    ...{ amount: 900, currency: "USD", description: "?" },
    ...{ email: "payer@example.com", language: "en", returnUrl: "http://shop.test/" },
  };
  const elsewhere = createStripe({ ...stripeKeys, shop: "http://other", server: fake.server });
  const paid = async (provider: typeof stripe, paymentId: string) => {
    const begun = await provider.start({ ...purchase, paymentId }, { ...step, key: paymentId });
    const ref = "charge" in begun ? begun.charge.ref : "";
    fake.pay(ref);
    return ref;
  };
  const ours = await paid(stripe, Bun.randomUUIDv7());
  const theirs = await paid(elsewhere, Bun.randomUUIDv7());
  await settleStrangers(desk);
  expect(fake.sessions.get(ours)?.intent?.status).toBe("canceled");
  expect(fake.sessions.get(theirs)?.intent?.status).toBe("requires_capture");
});
