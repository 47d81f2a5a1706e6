import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  moment,
  readFailures,
  staff,
  writeFailures,
} from "@jangteo/shared/contract";
import { forbidden, notFound } from "@jangteo/shared/problem";

import { WebhookEventType } from "./webhook-events.ts";
import { WebhookPage } from "./webhook-subscriptions.ts";
import { id } from "./wire.ts";

const tags = ["webhooks"];
const security = staff("clients:write");

const WebhookAttempt = z
  .object({
    at: z.iso.datetime(),
    duration: z.int().openapi({ description: "Milliseconds" }),
    status: z.int().nullable(),
    error: z.string().nullable().openapi({ description: "Why there is no status" }),
    answer: z.string().nullable().openapi({ description: "At most its first 1,024 bytes" }),
  })
  .openapi("WebhookAttempt");

const DeliveryState = z.enum(["pending", "delivered", "failed"]);

export const WebhookDelivery = z
  .object({
    id: z.uuid(),
    subscriptionId: z.uuid(),
    eventId: z.uuid().openapi({ description: "Its `webhook-id`, at every attempt and replay" }),
    type: z.string().openapi({ description: "Of the event, or `ping`" }),
    state: DeliveryState,
    body: z.string(),
    attempts: z.array(WebhookAttempt).openapi({ description: "The newest first" }),
    nextAttemptAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("WebhookDelivery");
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const DeliveryQuery = WebhookPage.extend({
  state: DeliveryState.optional(),
  type: z.enum([...WebhookEventType.options, "ping"]).optional(),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const listWebhookDeliveries = createRoute({
  method: "get",
  path: "/v1/webhook-subscriptions/{id}/deliveries",
  tags,
  security,
  summary: "What was and will be sent to a subscription, the newest first, for 30 days",
  request: { params: id, query: DeliveryQuery },
  responses: {
    200: json(
      z.object({
        items: z.array(WebhookDelivery),
        next: z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...readFailures,
    ...notFound,
  },
});

export const getWebhookDelivery = createRoute({
  method: "get",
  path: "/v1/webhook-deliveries/{id}",
  tags,
  security,
  summary: "One delivery with every attempt at it",
  request: { params: id },
  responses: {
    200: json(WebhookDelivery, "The delivery"),
    ...readFailures,
    ...notFound,
  },
});

const accepted = {
  202: json(WebhookDelivery, "It is sent at once"),
  ...writeFailures,
  ...forbidden,
  ...notFound,
};

export const replayWebhookDelivery = createRoute({
  method: "post",
  path: "/v1/webhook-deliveries/{id}/replays",
  tags,
  security,
  summary: "Send a delivery again, under the same `webhook-id`; 409 while it is disabled",
  request: { params: id, headers: idempotencyKey },
  responses: accepted,
});

export const pingWebhookSubscription = createRoute({
  method: "post",
  path: "/v1/webhook-subscriptions/{id}/pings",
  tags,
  security,
  summary: "Send an event `ping`, to see whether it arrives; 409 while it is disabled",
  request: { params: id, headers: idempotencyKey },
  responses: accepted,
});

/** Those that were given up since then are sent again. */
export const Replays = z
  .strictObject({
    since: moment.openapi({ description: "Of the events; deliveries are kept for 30 days" }),
  })
  .openapi("WebhookReplays");
export const Replayed = z.object({ deliveries: z.int() }).openapi("WebhookReplayed");

export const replayWebhookDeliveries = createRoute({
  method: "post",
  path: "/v1/webhook-subscriptions/{id}/replays",
  tags,
  security,
  summary: "Send again all that failed since a time, under the same ids; 409 while it is disabled",
  request: { params: id, headers: idempotencyKey, body: body(Replays) },
  responses: {
    202: json(Replayed, "So many are sent"),
    ...writeFailures,
    ...forbidden,
    ...notFound,
  },
});
