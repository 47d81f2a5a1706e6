import { expect, test } from "bun:test";

import { testPaymentService } from "./testing.ts";

const service = await testPaymentService();
const { call, wish, begin, operate, asPayment, authorised, sandbox } = service;

test("fifty equal beginnings are one payment and one charge", async () => {
  const wanted = wish();
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => call("/internal/payments", wanted)),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  const ids = await Promise.all(replies.map(async (reply) => (await asPayment(reply)).id));
  expect(new Set(ids).size).toBe(1);
  expect((await sandbox.charges(ids[0] ?? "")).length).toBe(1);
});

test("begun again, a payment is answered as it is, with the page where the payer goes", async () => {
  const wanted = wish();
  const first = await asPayment(call("/internal/payments", wanted));
  expect(await asPayment(call("/internal/payments", wanted))).toEqual(first);
});

test("while a payment lives, none of another amount, currency or method begins", async () => {
  const payment = await authorised();
  const again = (change: object) =>
    call("/internal/payments", wish({ checkoutId: payment.checkoutId, ...change }));
  expect((await again({ amount: 1 })).status).toBe(409);
  expect((await again({ currency: "USD" })).status).toBe(409);
  expect((await again({})).status).toBe(201);
});

test("after one that was let go of, another may begin", async () => {
  const first = await begin();
  await operate(first.id, "voids");
  const second = await begin({ checkoutId: first.checkoutId });
  expect(second.id).not.toBe(first.id);
  expect(second.state).toBe("requires_action");
});

test("a method that the shop does not take is refused", async () => {
  const reply = await call("/internal/payments", wish({ method: "barter" }));
  expect([reply.status, await reply.json()]).toMatchObject([
    400,
    { errors: [{ pointer: "/method" }] },
  ]);
});

test("without a token, and with one that is not a service's, nobody begins, sees or moves anything", async () => {
  const payment = await authorised();
  const paths = ["", `/${payment.id}/captures`, `/${payment.id}/voids`, `/${payment.id}/refunds`];
  for (const headers of [{}, await service.tokens.member()])
    for (const path of [...paths, `/${payment.id}/inquiries`]) {
      const reply = await service.app.request(`/internal/payments${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: "{}",
      });
      expect(reply.status, path).toBe(401);
    }
});

test("what is no payment is not found", async () => {
  const id = crypto.randomUUID();
  expect((await call(`/internal/payments/${id}`)).status).toBe(404);
  expect((await call(`/internal/payments/${id}/inquiries`, {})).status).toBe(404);
  for (const name of ["captures", "voids", "refunds"])
    expect((await operate(id, name)).status, name).toBe(404);
});

test("its owner reads a payment, and nobody else", async () => {
  const guest = crypto.randomUUID();
  const payment = await begin({ owner: `guest:${guest}` });
  const read = async (headers: Record<string, string>) =>
    service.app.request(`/v1/payments/${payment.id}`, { headers });
  const own = await read(await service.tokens.guest(guest));
  expect([own.status, (await asPayment(own)).id]).toEqual([200, payment.id]);
  expect((await read(await service.tokens.guest())).status).toBe(404);
  expect((await read({})).status).toBe(401);
});

test("anybody may ask how one can pay, in their language and currency", async () => {
  const ask = async (query = "", headers = {}) =>
    (await service.app.request(`/v1/payment-methods${query}`, { headers })).json();
  expect(await ask("", { "accept-language": "en" })).toMatchObject({
    items: [{ code: "card", provider: "sandbox", name: "Card (practice)" }],
  });
  expect(await ask("?currency=KRW")).toMatchObject({ items: [{ name: "카드 (연습용)" }] });
  expect(
    (await service.app.request("/v1/payment-methods?currency=EUR", { headers: {} })).status,
  ).toBe(400);
});
