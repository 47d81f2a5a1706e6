import { createRoute, z } from "@hono/zod-openapi";
import { bearer, body, json, memberOnly } from "@jangteo/shared/contract";
import { email, guestToken } from "@jangteo/shared/people";
import {
  forbidden,
  invalid,
  notFound,
  rateLimited,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { Order } from "./orders.ts";
import { audience } from "./wire.ts";

const tags = ["orders"];

export const lookUpOrder = createRoute({
  method: "post",
  path: "/v1/order-lookups",
  tags,
  security: bearer,
  summary: "Find an order that was placed without an account, by its number and e-mail address",
  description:
    "Whoever finds it may read it for a day. It is 404 whichever of the two is wrong, and 429 for an hour after ten times within one.",
  request: {
    headers: audience,
    body: body(
      z
        .strictObject({
          number: z
            .string()
            .trim()
            .regex(/^JT-?\d{1,12}$/i, "must be an order's number")
            .openapi({ example: "JT-0001001" }),
          email,
        })
        .openapi("OrderLookup"),
    ),
  },
  responses: {
    200: json(Order, "The order"),
    ...invalid,
    ...unauthenticated,
    ...forbidden,
    ...notFound,
    ...rateLimited,
  },
});

export const claimOrders = createRoute({
  method: "post",
  path: "/v1/orders/claims",
  tags,
  security: memberOnly,
  summary: "Take over the orders of a guest, once and for good; may be repeated",
  description:
    "The member's token says whose they become, the guest's own token that they may be taken. What the guest is still paying for becomes the member's when it is placed.",
  request: { body: body(z.strictObject({ guestToken }).openapi("OrderClaim")) },
  responses: {
    200: json(z.object({ claimed: z.int().nonnegative() }).openapi("OrderClaims"), "Taken over"),
    ...invalid,
    ...unauthenticated,
    ...forbidden,
    ...unavailable,
  },
});
