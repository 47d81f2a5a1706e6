import { z } from "@hono/zod-openapi";

/** What can be subscribed to. */
export const eventTypes = [
  "order.placed",
  "order.confirmed",
  "order.shipped",
  "order.delivered",
  "order.completed",
  "order.cancelled",
  "order.refunded",
  "order.return_requested",
  "order.return_approved",
  "order.return_rejected",
  "order.return_received",
  "order.return_refunded",
  "checkout.ended",
  "payment.authorised",
  "payment.captured",
  "payment.refunded",
  "payment.voided",
  "payment.failed",
  "product.changed",
] as const;

export const WebhookEventType = z.enum(eventTypes).openapi("WebhookEventType");

/** What is told of an event: names of things, never of persons. */
export const WebhookData = z
  .object({
    orderId: z.uuid(),
    number: z.int(),
    checkoutId: z.uuid(),
    failure: z.string().nullable(),
    fulfilmentId: z.uuid(),
    returnId: z.uuid(),
    amount: z.int().openapi({ description: "Minor units of the order's currency" }),
    paymentId: z.uuid(),
    state: z.string(),
    productId: z.uuid(),
    slug: z.string(),
  })
  .partial()
  .openapi("WebhookData");
