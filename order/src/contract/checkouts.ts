import { createRoute, z } from "@hono/zod-openapi";
import {
  bearer,
  body,
  idempotencyKey,
  json,
  language,
  service,
  writeFailures,
} from "@jangteo/shared/contract";
import { currency, Money } from "@jangteo/shared/money";
import { email } from "@jangteo/shared/people";
import {
  forbidden,
  invalid,
  notFound,
  preconditionFailed,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { audience, Coupon, id, ifMatch, NewAddress, PricedLine, Totals } from "./wire.ts";

const tags = ["checkouts"];

export const ShippingMethod = z
  .object({
    code: z.string(),
    name: z.string(),
    price: Money,
    days: z.object({ min: z.int(), max: z.int() }),
  })
  .openapi("ShippingMethod");
export type ShippingMethod = z.infer<typeof ShippingMethod>;

export const CheckoutState = z
  .enum(["open", "processing", "requires_action", "completed", "failed", "cancelled"])
  .openapi("CheckoutState");

/** What still has to be said before it can be completed. */
export const Missing = z.enum(["email", "shippingAddress", "shippingMethod", "paymentMethod"]);

export const Failure = z
  .object({
    code: z.enum([
      "out_of_stock",
      "price_changed",
      "coupon_expired",
      "payment_declined",
      "payment_abandoned",
      "expired",
      "cancelled",
    ]),
    detail: z.string().nullable().openapi({ description: "The provider's word for a decline" }),
  })
  .openapi("CheckoutFailure");

export const Checkout = z
  .object({
    id: z.uuid(),
    version: z.int().positive(),
    state: CheckoutState,
    missing: z.array(Missing),
    currency,
    email: z.string().nullable(),
    language,
    shippingAddress: NewAddress.nullable(),
    shippingMethods: z
      .array(ShippingMethod)
      .openapi({ description: "Those that reach the address; empty before there is one" }),
    shippingMethod: z.string().nullable(),
    paymentMethod: z.string().nullable(),
    lines: z.array(PricedLine),
    coupons: z.array(Coupon),
    totals: Totals,
    nextAction: z
      .object({ type: z.literal("redirect"), url: z.url() })
      .nullable()
      .openapi({ description: "Where the payer has to go now" }),
    failure: Failure.nullable(),
    order: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    stale: z
      .boolean()
      .openapi({ description: "Prices are those last seen; it cannot be completed" }),
  })
  .openapi("Checkout");
export type Checkout = z.infer<typeof Checkout>;

const failures = { ...invalid, ...unauthenticated, ...forbidden };
const checkout = (description: string) => ({
  description,
  headers: z.object({ etag: z.string().openapi({ example: '"3"' }) }),
  content: { "application/json": { schema: Checkout } },
});

export const startCheckout = createRoute({
  method: "post",
  path: "/v1/checkouts",
  tags,
  security: bearer,
  summary: "Begin to buy what is in the cart; a checkout that is open already is answered",
  request: { headers: audience.extend(idempotencyKey.shape) },
  responses: {
    201: checkout("The checkout"),
    ...writeFailures,
    ...forbidden,
    ...notFound,
    ...unavailable,
  },
});

export const getCheckout = createRoute({
  method: "get",
  path: "/v1/checkouts/{id}",
  tags,
  security: bearer,
  summary: "Where a checkout stands, what it costs, and what is missing",
  request: { params: id, headers: audience },
  responses: { 200: checkout("The checkout"), ...failures, ...notFound },
});

export const CheckoutChange = z
  .strictObject({
    email,
    language,
    shippingAddress: NewAddress,
    shippingMethod: z.string().regex(/^[a-z0-9-]{1,40}$/, "must be the code of a method"),
    paymentMethod: z.string().regex(/^[a-z_]{1,40}$/, "must be the code of a method"),
  })
  .partial()
  .openapi("CheckoutChange");

export const changeCheckout = createRoute({
  method: "patch",
  path: "/v1/checkouts/{id}",
  tags,
  security: bearer,
  summary: "Say where to, how, and by which payment",
  request: {
    params: id,
    headers: audience.extend({ ...idempotencyKey.shape, "if-match": ifMatch }),
    body: body(CheckoutChange),
  },
  responses: {
    200: checkout("As it is now"),
    ...writeFailures,
    ...forbidden,
    ...notFound,
    ...preconditionFailed,
    ...unavailable,
  },
});

export const Completion = z
  .strictObject({
    total: Money.openapi({ description: "What the shopper agreed to; another total is 409" }),
    returnUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .regex(/^[!-~]*$/, "must be written in ASCII")
      .openapi({ description: "Where the payment's page sends back to, on the shop's origin" }),
  })
  .openapi("CheckoutCompletion");

export const completeCheckout = createRoute({
  method: "post",
  path: "/v1/checkouts/{id}/completion",
  tags,
  security: bearer,
  summary: "Buy: one order at the most comes of it, however often it is asked for",
  description:
    "200 once it is decided, 202 while the payer or a service still has to act. Asked again, it goes on from where it stands.",
  request: {
    params: id,
    headers: audience.extend(idempotencyKey.shape),
    body: body(Completion),
  },
  responses: {
    200: checkout("Decided: completed or failed"),
    202: checkout("Under way; `nextAction` says what the payer has to do"),
    ...writeFailures,
    ...forbidden,
    ...notFound,
    ...unavailable,
  },
});

export const cancelCheckout = createRoute({
  method: "delete",
  path: "/v1/checkouts/{id}",
  tags,
  security: bearer,
  summary: "Let go: the cart can be changed again; what was paid meanwhile is decided first",
  request: { params: id, headers: audience },
  responses: {
    200: checkout("Cancelled, or completed if it was too late"),
    202: checkout("Being undone"),
    ...failures,
    ...notFound,
    ...unavailable,
  },
});

/** What became of a checkout that something was paid for; for the payment service. */
export const CheckoutOutcome = z
  .object({
    checkoutId: z.uuid(),
    state: CheckoutState,
    paymentId: z.uuid().nullable(),
    orderId: z.uuid().nullable(),
  })
  .openapi("CheckoutOutcome");

export const getOutcome = createRoute({
  method: "get",
  path: "/internal/checkouts/{id}",
  tags: ["internal"],
  security: service,
  summary: "Whether an order came of it",
  request: { params: id },
  responses: {
    200: json(CheckoutOutcome, "The outcome"),
    ...invalid,
    ...unauthenticated,
    ...notFound,
  },
});
