import { createRoute, z } from "@hono/zod-openapi";
import { json, memberOnly } from "@jangteo/shared/contract";
import { forbidden, invalid, unauthenticated } from "@jangteo/shared/problem";

import { Cart } from "./carts.ts";
import { Order } from "./orders.ts";
import { OwnReview } from "./reviews.ts";
import { audience, NewAddress } from "./wire.ts";

/** What a member bought, has in the cart, typed into checkouts and said of pieces. */
export const OrderExport = z
  .object({
    exportedAt: z.iso.datetime(),
    orders: z.array(Order),
    cart: Cart.nullable(),
    checkouts: z
      .array(
        z.object({
          id: z.uuid(),
          email: z.string().nullable(),
          shippingAddress: NewAddress.nullable(),
          createdAt: z.iso.datetime(),
        }),
      )
      .openapi({ description: "What was typed into checkouts that no order came of" }),
    reviews: z.array(z.object({ ...OwnReview.shape, productId: z.uuid(), product: z.string() })),
  })
  .openapi("OrderExport");
export type OrderExport = z.infer<typeof OrderExport>;

export const exportOrders = createRoute({
  method: "get",
  path: "/v1/orders/export",
  tags: ["orders"],
  security: memberOnly,
  summary: "The member's orders, cart, unfinished checkouts and reviews, as one document",
  request: { headers: audience },
  responses: {
    200: json(OrderExport, "All of it"),
    ...invalid,
    ...unauthenticated,
    ...forbidden,
  },
});
