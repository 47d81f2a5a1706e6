import { expect, test } from "bun:test";
import { createHash } from "node:crypto";

import { bearer } from "../testing/keys.ts";
import { echoOf, expectProblem, stand } from "../testing/stand.ts";

const { ask, calls } = await stand();
const id = crypto.randomUUID();
const guest = () => bearer({ sub: `guest:${crypto.randomUUID()}` });

test.each([
  ["GET", "/v1/carts/current", "order"],
  ["POST", "/v1/carts/current/lines", "order"],
  ["PUT", "/v1/carts/current/coupons/WELCOME-10", "order"],
  ["POST", "/v1/checkouts", "order"],
  ["POST", `/v1/checkouts/${id}/completion`, "order"],
  ["GET", `/v1/orders/${id}`, "order"],
  ["GET", "/v1/orders/export", "order"],
  ["POST", `/v1/orders/${id}/cancellation`, "order"],
  ["POST", `/v1/orders/${id}/returns`, "order"],
  ["GET", `/v1/sales/orders`, "order"],
  ["GET", "/v1/sales/figures?days=90", "order"],
  ["POST", `/v1/sales/orders/${id}/fulfilments/${id}/shipment`, "order"],
  ["POST", "/v1/orders/claims", "order"],
  ["GET", "/v1/reviews/own", "order"],
  ["PUT", `/v1/reviews/own/${id}`, "order"],
  ["PUT", `/v1/sales/reviews/${id}/moderation`, "order"],
  ["POST", "/v1/order-lookups", "order"],
  ["GET", `/v1/webhook-subscriptions/${id}/deliveries`, "order"],
  ["POST", `/v1/webhook-deliveries/${id}/replays`, "order"],
  ["GET", `/v1/payments/${id}`, "payment"],
])("a guest's token reaches %s %s, no token does not", async (method, path, service) => {
  const echo = echoOf(await ask({ method, path, headers: [guest()] }));
  expect([echo.service, echo.url]).toEqual([service, path]);
  expect(echo.headers["x-user-id"]).toStartWith("guest:");
  const before = calls();
  expectProblem(await ask({ method, path }), 401, "unauthenticated");
  expect(calls()).toBe(before);
});

test("how one can pay is told to anybody, without a body", async () => {
  const path = "/v1/payment-methods?currency=KRW";
  expect(echoOf(await ask({ path }))).toMatchObject({ service: "payment", url: path });
  expectProblem(await ask({ path, body: "x" }), 413, "too_large");
});

test("a provider's webhook arrives byte for byte with its signature, without a token", async () => {
  const body = Buffer.from('{ "b" : 1,\r\n"a": "\\u00e9 한글" }  \n');
  const echo = echoOf(
    await ask({
      method: "POST",
      path: "/v1/webhooks/sandbox",
      headers: [
        ["Content-Type", "application/json; charset=utf-8"],
        ["Stripe-Signature", "t=1,v1=abc"],
      ],
      body,
    }),
  );
  expect(echo).toMatchObject({ service: "payment", size: body.length });
  expect(echo.digest).toBe(createHash("sha256").update(body).digest("hex"));
  expect(echo.headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "stripe-signature": "t=1,v1=abc",
  });
});

test("a webhook of more than 256 kB is refused, and none is taken elsewhere or by GET", async () => {
  const path = "/v1/webhooks/sandbox";
  const most = 256 * 1024;
  const sent = (size: number) => ask({ method: "POST", path, body: Buffer.alloc(size) });
  expect(echoOf(await sent(most)).size).toBe(most);
  const before = calls();
  expectProblem(await sent(most + 1), 413, "too_large");
  expectProblem(await ask({ path }), 404, "not_found");
  expectProblem(await ask({ method: "POST", path: `${path}/more` }), 404, "not_found");
  expect(calls()).toBe(before);
});

test.each([
  `/internal/checkouts/${id}`,
  "/internal/payments",
  `/internal/payments/${id}/captures`,
  `/v1/payments/${id}/../../../internal/payments`,
])("what services ask each other cannot be asked from outside: %s", async (path) => {
  const before = calls();
  for (const method of ["GET", "POST"])
    expectProblem(await ask({ method, path, headers: [bearer()] }), 404, "not_found");
  expect(calls()).toBe(before);
});
