import { createRoute, z } from "@hono/zod-openapi";
import {
  bearer,
  body,
  idempotencyKey,
  json,
  memberOnly,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { currency, Money } from "@jangteo/shared/money";
import { forbidden, invalid, notFound, unauthenticated } from "@jangteo/shared/problem";

import { audience, id, mostLines, mostUnits, NewAddress, PricedLine, Totals } from "./wire.ts";

const tags = ["orders"];

export const OrderState = z
  .enum(["placed", "confirmed", "fulfilling", "completed", "cancelled"])
  .openapi("OrderState");
export const OrderPaymentState = z
  .enum(["pending", "authorised", "captured", "partially_refunded", "refunded", "voided"])
  .openapi("OrderPaymentState");
export const OrderFulfilmentState = z
  .enum(["unfulfilled", "partially_shipped", "shipped", "delivered"])
  .openapi("OrderFulfilmentState");

/** Something that happened to an order, for its timeline. */
export const OrderEvent = z
  .object({
    type: z.string().openapi({ example: "placed" }),
    at: z.iso.datetime(),
    detail: z.string().nullable(),
  })
  .openapi("OrderEvent");

export const OrderSummary = z
  .object({
    id: z.uuid(),
    number: z.string().openapi({ example: "JT-0001001" }),
    state: OrderState,
    paymentState: OrderPaymentState,
    fulfilmentState: OrderFulfilmentState,
    currency,
    total: Money,
    units: z.int(),
    picture: z.string().nullable(),
    name: z.string().openapi({ description: "Of its first line" }),
    placedAt: z.iso.datetime(),
  })
  .openapi("OrderSummary");
export type OrderSummary = z.infer<typeof OrderSummary>;

export const OrderLine = z
  .object({
    ...PricedLine.shape,
    tax: Money,
    shipped: z.int().nonnegative(),
    returned: z.int().nonnegative(),
    returnable: z.int().nonnegative().openapi({ description: "How many may be returned now" }),
  })
  .openapi("OrderLine");

const moment = z.iso.datetime().nullable();

/** Units that are sent together. */
export const Fulfilment = z
  .object({
    id: z.uuid(),
    state: z.enum(["pending", "shipped", "delivered", "cancelled"]),
    carrier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int() })),
    shippedAt: moment,
    deliveredAt: moment,
  })
  .openapi("Fulfilment");
export type Fulfilment = z.infer<typeof Fulfilment>;

export const OrderReturn = z
  .object({
    id: z.uuid(),
    state: z.enum(["requested", "approved", "received", "refunded", "rejected"]),
    note: z.string().nullable().openapi({ description: "Why it was rejected" }),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int(), reason: z.string() })),
    createdAt: z.iso.datetime(),
  })
  .openapi("OrderReturn");
export type OrderReturn = z.infer<typeof OrderReturn>;

export const Order = z
  .object({
    id: z.uuid(),
    number: z.string().openapi({ example: "JT-0001001" }),
    version: z.int().positive(),
    state: OrderState,
    paymentState: OrderPaymentState,
    fulfilmentState: OrderFulfilmentState,
    currency,
    email: z.string(),
    lines: z.array(OrderLine),
    totals: Totals,
    shippingAddress: NewAddress,
    shippingMethod: z.object({ code: z.string(), name: z.string() }),
    payment: z.object({
      id: z.uuid(),
      method: z.string(),
      instrument: z.object({ brand: z.string(), last4: z.string() }).nullable(),
      captured: Money,
      refunded: Money,
    }),
    fulfilments: z.array(Fulfilment),
    returns: z.array(OrderReturn),
    events: z.array(OrderEvent),
    can: z
      .array(z.enum(["cancel", "return", "review"]))
      .openapi({ description: "What its owner may ask for now" }),
    placedAt: z.iso.datetime(),
  })
  .openapi("Order");
export type Order = z.infer<typeof Order>;

export const listOrders = createRoute({
  method: "get",
  path: "/v1/orders",
  tags,
  security: memberOnly,
  summary: "The member's orders, the newest first",
  request: {
    headers: audience,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      after: z.uuid("must be the `next` of an earlier answer").optional(),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(OrderSummary),
        next: z.string().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...invalid,
    ...unauthenticated,
    ...forbidden,
  },
});

export const getOrder = createRoute({
  method: "get",
  path: "/v1/orders/{id}",
  tags,
  security: bearer,
  summary: "An order of one's own, as a member or as the guest who placed it",
  request: { params: id, headers: audience },
  responses: { 200: json(Order, "The order"), ...invalid, ...unauthenticated, ...notFound },
});

/** Whoever cancels may say why. */
export const Cancellation = z
  .strictObject({ reason: text(300).nullable().default(null) })
  .openapi("Cancellation");

export const cancelOrder = createRoute({
  method: "post",
  path: "/v1/orders/{id}/cancellation",
  tags,
  security: bearer,
  summary: "Cancel an order of one's own before anything of it is sent; its money is given back",
  description:
    "The refund follows: read the order for how it stands. Afterwards 409 says how it stands by the `rule` of its error: `fulfilling`, `completed` or `cancelled`.",
  request: {
    params: id,
    headers: audience.extend(idempotencyKey.shape),
    body: body(Cancellation),
  },
  responses: { 200: json(Order, "Cancelled"), ...writeFailures, ...notFound },
});

export const NewReturn = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          lineId: z.uuid(),
          quantity: z.int().min(1).max(mostUnits),
          reason: text(300),
        }),
      )
      .min(1)
      .max(mostLines)
      .refine(
        (lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length,
        "must name each line once",
      ),
  })
  .openapi("NewReturn");

export const requestReturn = createRoute({
  method: "post",
  path: "/v1/orders/{id}/returns",
  tags,
  security: bearer,
  summary: "Ask to return units that arrived within the last fourteen days",
  description:
    "What cannot be returned is 409 with a `rule`: `not_delivered`, `too_late` or `too_many`.",
  request: {
    params: id,
    headers: audience.extend(idempotencyKey.shape),
    body: body(NewReturn),
  },
  responses: { 201: json(Order, "Asked for"), ...writeFailures, ...notFound },
});
