import { expect, test } from "bun:test";

import { createToss } from "./providers/toss.ts";
import { settleStrangers } from "./strangers.ts";
import { testPaymentService } from "./testing.ts";
import { testToss, tossKeys } from "./testing/toss.ts";

const fake = testToss();
const access = { ...tossKeys, url: fake.url, publicUrl: "http://api.test" };
const toss = createToss({ ...access, shop: "http://issuer.test" });
const service = await testPaymentService({ providers: { toss } });
const { begin, read, inquire, operate, asPayment, eventsOf, app, desk } = service;
const start = (change: object = {}) => begin({ method: "toss", ...change });
const windowOf = async (id: string) => app.request(`/v1/payment-windows/${id}`);
const requestOf = async (id: string) => {
  const html = await (await windowOf(id)).text();
  const [, json = "{}"] = /id="request">(.*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json) as { orderId: string; amount: { value: number; currency: string } };
};
const chosen = async (how = {}, amount = 38_000) => {
  const payment = await start();
  const { orderId } = await requestOf(payment.id);
  return { payment, orderId, kept: fake.choose(orderId, amount, how) };
};
const confirmed = async () => inquire((await chosen()).payment.id);

test("the page opens Toss's window for the amount in won, and can lead nowhere else", async () => {
  const payment = await start({ description: "찻잔 </script><b>" });
  expect(payment.nextAction?.url).toBe(`http://api.test/v1/payment-windows/${payment.id}`);
  const page = await windowOf(payment.id);
  expect(page.status).toBe(200);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-inline'; script");
  const html = await page.text();
  expect(html).not.toContain("<b>");
  expect(html).not.toContain(tossKeys.secretKey);
  expect(await requestOf(payment.id)).toMatchObject({
    ...{ clientKey: tossKeys.clientKey, method: "CARD", orderName: "찻잔 </script><b>" },
    ...{ amount: { currency: "KRW", value: 38_000 } },
    ...{ successUrl: "http://shop.test/checkout/return" },
  });
});

test("what the payer chose is confirmed, taken, and given back in parts", async () => {
  const payment = await confirmed();
  expect(payment).toMatchObject({ state: "authorised", authorised: 38_000, captured: 0 });
  expect((await asPayment(operate(payment.id, "captures"))).captured).toBe(38_000);
  expect((await asPayment(operate(payment.id, "refunds", { amount: 8000 }))).refunded).toBe(8000);
  expect((await asPayment(operate(payment.id, "refunds"))).state).toBe("refunded");
  expect((await inquire(payment.id)).state).toBe("refunded");
  expect(await eventsOf(payment.id)).toEqual([
    ...["payment.authorised", "payment.captured", "payment.refunded", "payment.refunded"],
  ]);
  const back = await windowOf(payment.id);
  expect([back.status, back.headers.get("location")]).toEqual([
    303,
    "http://shop.test/checkout/return",
  ]);
});

test("an amount that is not ours is never confirmed", async () => {
  const { payment, kept } = await chosen({}, 100);
  expect((await inquire(payment.id)).state).toBe("requires_action");
  expect(kept.status).toBe("IN_PROGRESS");
});

test("a card that is rejected fails the payment with the provider's word", async () => {
  const { payment } = await chosen({ isRejected: true });
  expect(await inquire(payment.id)).toMatchObject({
    state: "failed",
    failure: "reject_card_payment",
  });
});

test("let go of before it was taken, all comes back; let go of before it was chosen, it is never confirmed", async () => {
  const paid = await confirmed();
  expect((await asPayment(operate(paid.id, "voids"))).state).toBe("voided");
  const { payment, kept } = await chosen();
  expect((await asPayment(operate(payment.id, "voids"))).state).toBe("voided");
  expect((await inquire(payment.id)).state).toBe("voided");
  expect(kept.status).toBe("IN_PROGRESS");
});

test("Toss signs nothing: an event is believed if Toss says the same when asked", async () => {
  const tell = async (data: object) =>
    (
      await app.request("/v1/webhooks/toss", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          ...{ eventType: "PAYMENT_STATUS_CHANGED", createdAt: "2026-11-25T10:00:00.000000" },
          data,
        }),
      })
    ).status;
  const { payment, orderId, kept } = await chosen();
  const { paymentKey } = kept;
  expect(await tell({ paymentKey: "another", orderId, status: "DONE" })).toBe(401);
  expect(await tell({ paymentKey, orderId: "another", status: "DONE" })).toBe(401);
  expect(await tell({ surprise: 1 })).toBe(401);
  expect((await read(payment.id)).state).toBe("requires_action");
  fake.fail(500, "FAILED_INTERNAL_SYSTEM_PROCESSING");
  expect(await tell({ paymentKey, orderId, status: "IN_PROGRESS" })).toBe(503);
  expect(await tell({ paymentKey, orderId, status: "IN_PROGRESS" })).toBe(204);
  expect(await tell({ paymentKey, orderId, status: "IN_PROGRESS" })).toBe(204);
  expect(await eventsOf(payment.id)).toEqual(["payment.authorised"]);
});

test("a refund whose answer is lost is found by its reason, and happens once", async () => {
  const payment = await confirmed();
  await operate(payment.id, "captures");
  const key = crypto.randomUUID();
  fake.fail(503, "FAILED_INTERNAL_SYSTEM_PROCESSING");
  fake.fail(503, "FAILED_INTERNAL_SYSTEM_PROCESSING");
  expect((await operate(payment.id, "refunds", { key, amount: 500 })).status).toBe(503);
  expect((await asPayment(operate(payment.id, "refunds", { key, amount: 500 }))).refunded).toBe(
    500,
  );
  const [kept] = [...fake.payments.values()].filter(({ orderId }) => orderId.endsWith(payment.id));
  expect(kept?.cancels?.length).toBe(1);
  expect((await operate(payment.id, "captures", { amount: 1 })).status).toBe(409);
});

test("what Toss holds for this shop and no payment knows is given back; another shop's is not touched", async () => {
  const theirs = fake.choose(`other_${crypto.randomUUID()}`, 700);
  const { orderId } = await requestOf((await start()).id);
  const ours = fake.choose(orderId.replace(/_.*/, `_${crypto.randomUUID()}`), 700);
  for (const kept of [theirs, ours]) kept.status = "DONE";
  await settleStrangers(desk);
  expect([theirs.status, ours.status]).toEqual(["DONE", "CANCELED"]);
});
