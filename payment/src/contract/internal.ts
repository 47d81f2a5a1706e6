import { createRoute, z } from "@hono/zod-openapi";
import { body, json, language, service, text } from "@jangteo/shared/contract";
import { currency } from "@jangteo/shared/money";
import { conflict, invalid, notFound, unauthenticated, unavailable } from "@jangteo/shared/problem";

import { id, Payment } from "./wire.ts";

const tags = ["internal"];
const failures = { ...invalid, ...unauthenticated, ...unavailable };

export const NewPayment = z
  .strictObject({
    checkoutId: z.uuid(),
    owner: text(80).openapi({ description: "The subject whose checkout it is" }),
    method: z.string().regex(/^[a-z_]{1,40}$/, "must be the code of a payment method"),
    amount: z.int().positive(),
    currency,
    description: text(120),
    email: z.email().max(254),
    language,
    returnUrl: z
      .url({ protocol: /^https?$/ })
      .openapi({ description: "Where the provider's page sends the payer back to" }),
  })
  .openapi("NewPayment");

/** The caller's own name for what it asks: asked again under the same key, it is done once. */
const operationKey = z.string().regex(/^[\w:.-]{8,120}$/, "must be a key");

/** `amount` in minor units; without it, all that is left. */
export const PaymentOperation = z
  .strictObject({ key: operationKey, amount: z.int().positive().optional() })
  .openapi("PaymentOperation");

const operation = <P extends string>(path: P, summary: string) =>
  createRoute({
    method: "post",
    path,
    tags,
    security: service,
    summary,
    request: { params: id, body: body(PaymentOperation) },
    responses: { 200: json(Payment, "As it is now"), ...failures, ...notFound, ...conflict },
  });

export const startPayment = createRoute({
  method: "post",
  path: "/internal/payments",
  tags,
  security: service,
  summary: "Begin to pay for a checkout; one that is under way or done is answered as it is",
  description:
    "A checkout has one live payment. After one that failed or was voided, asking again begins another. Another amount while one lives is 409.",
  request: { body: body(NewPayment) },
  responses: { 201: json(Payment, "As it is now"), ...failures, ...conflict },
});

export const findPayment = createRoute({
  method: "get",
  path: "/internal/payments/{id}",
  tags,
  security: service,
  summary: "A payment as this service knows it",
  request: { params: id },
  responses: { 200: json(Payment, "The payment"), ...failures, ...notFound },
});

export const askProvider = createRoute({
  method: "post",
  path: "/internal/payments/{id}/inquiries",
  tags,
  security: service,
  summary: "Ask the provider how the payment stands, and answer that",
  request: { params: id },
  responses: { 200: json(Payment, "As it is now"), ...failures, ...notFound },
});

export const captureForOrder = operation(
  "/internal/payments/{id}/captures",
  "Take what was authorised",
);
export const voidForOrder = operation(
  "/internal/payments/{id}/voids",
  "Let go of what was authorised, and end what was only begun",
);
export const refundForOrder = operation(
  "/internal/payments/{id}/refunds",
  "Give back what was captured, wholly or in part",
);

/** Events of this service: `payment.authorised`, `.captured`, `.refunded`, `.voided`, `.failed`. */
export const PaymentEvent = z
  .object({ paymentId: z.uuid(), checkoutId: z.uuid(), state: z.string() })
  .openapi("PaymentEvent");
