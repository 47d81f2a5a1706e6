import { createRoute, z } from "@hono/zod-openapi";
import { bearer, body, idempotencyKey, json, staff, writeFailures } from "@jangteo/shared/contract";
import { currency } from "@jangteo/shared/money";
import {
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { id, Payment, provider } from "./wire.ts";

const tags = ["payments"];

export const PaymentMethod = z
  .object({
    code: z.string().openapi({ example: "card" }),
    provider,
    name: z.string(),
    currencies: z.array(currency),
  })
  .openapi("PaymentMethod");
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const listPaymentMethods = createRoute({
  method: "get",
  path: "/v1/payment-methods",
  tags,
  summary: "How one can pay here",
  request: {
    headers: z.object({
      "accept-language": z.string().max(200).optional().openapi({ example: "ko" }),
    }),
    query: z.strictObject({ currency: currency.optional() }),
  },
  responses: { 200: json(z.object({ items: z.array(PaymentMethod) }), "The methods"), ...invalid },
});

export const getPayment = createRoute({
  method: "get",
  path: "/v1/payments/{id}",
  tags,
  security: bearer,
  summary: "One's own payment",
  request: { params: id },
  responses: { 200: json(Payment, "The payment"), ...invalid, ...unauthenticated, ...notFound },
});

export const getPaymentWindow = createRoute({
  method: "get",
  path: "/v1/payment-windows/{id}",
  tags,
  summary: "The page that opens a provider's window, for providers without pages of their own",
  request: { params: id },
  responses: {
    200: { description: "The page", content: { "text/html": { schema: z.string() } } },
    303: { description: "Nothing to pay any more: back to the shop" },
    ...invalid,
    ...notFound,
  },
});

export const AmountTaken = z
  .strictObject({ amount: z.int().positive().optional() })
  .openapi("AmountTaken", { description: "In minor units; without it, all that is left" });

const operation = <P extends string>(path: P, scope: string, summary: string) =>
  createRoute({
    method: "post",
    path,
    tags,
    security: staff(scope),
    summary,
    request: { params: id, headers: idempotencyKey, body: body(AmountTaken) },
    responses: {
      200: json(Payment, "As it is now"),
      ...writeFailures,
      ...forbidden,
      ...notFound,
      ...unavailable,
    },
  });

export const capturePayment = operation(
  "/v1/payments/{id}/captures",
  "orders:write",
  "Take what was authorised",
);
export const voidPayment = operation(
  "/v1/payments/{id}/voids",
  "orders:write",
  "Let go of what was authorised",
);
export const refundPayment = operation(
  "/v1/payments/{id}/refunds",
  "refunds:write",
  "Give back what was captured, wholly or in part",
);
