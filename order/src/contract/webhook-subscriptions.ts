import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  readFailures,
  staff,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { ifMatch } from "@jangteo/shared/etag";
import { forbidden, notFound, preconditionFailed } from "@jangteo/shared/problem";

import { WebhookEventType } from "./webhook-events.ts";
import { id } from "./wire.ts";

const tags = ["webhooks"];
const security = staff("clients:write");

const fields = {
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must not hold control characters")
    .openapi({
      description: "Https, at a public address: looked at now and again before each attempt",
      example: "https://erp.example.com/hooks/jangteo",
    }),
  description: text(160).nullable(),
  eventTypes: z
    .array(WebhookEventType)
    .min(1)
    .max(40)
    .transform((types) => [...new Set(types)]),
};

export const NewWebhookSubscription = z
  .strictObject({ ...fields, description: fields.description.default(null) })
  .openapi("NewWebhookSubscription");
export type NewWebhookSubscription = z.infer<typeof NewWebhookSubscription>;

const State = z.enum(["enabled", "disabled"]);

export const WebhookSubscriptionChange = z
  .strictObject({ ...fields, state: State })
  .partial()
  .openapi("WebhookSubscriptionChange");
export type WebhookSubscriptionChange = z.infer<typeof WebhookSubscriptionChange>;

export const WebhookSubscription = z
  .object({
    id: z.uuid(),
    url: z.string(),
    description: z.string().nullable(),
    eventTypes: z.array(WebhookEventType),
    state: State,
    reason: z.enum(["staff", "failing", "gone"]).nullable().openapi({
      description:
        "Why it is disabled: by staff; nothing was taken for two days when a delivery was given up; or the receiver answered 410",
    }),
    failures: z.int().nonnegative().openapi({ description: "Failed attempts since the last good" }),
    failingSince: z.iso.datetime().nullable(),
    secrets: z.array(
      z.object({
        id: z.uuid(),
        createdAt: z.iso.datetime(),
        expiresAt: z.iso.datetime().nullable(),
      }),
    ),
    version: z.int().positive(),
    createdAt: z.iso.datetime(),
  })
  .openapi("WebhookSubscription");
export type WebhookSubscription = z.infer<typeof WebhookSubscription>;

const secret = z.string().nullable().openapi({
  description:
    "Shown by this answer only, and by its repetition under the same key; null once gone",
  example: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
});

export const SubscribedWebhook = WebhookSubscription.extend({
  secretId: z.uuid(),
  secret,
}).openapi("SubscribedWebhook");
export const WebhookSecret = z.object({ secretId: z.uuid(), secret }).openapi("WebhookSecret");

export const SecretChange = z
  .strictObject({
    overlapHours: z.int().min(0).max(168).default(24).openapi({
      description: "How long deliveries are also signed with the secrets before",
    }),
  })
  .openapi("WebhookSecretChange");

const headers = z.object({ etag: z.string().openapi({ example: '"3"' }) });
const subscription = (description: string) => ({
  ...json(WebhookSubscription, description),
  headers,
});
const write = { ...writeFailures, ...forbidden };

export const WebhookPage = z.strictObject({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type WebhookPage = z.infer<typeof WebhookPage>;

export const listWebhookSubscriptions = createRoute({
  method: "get",
  path: "/v1/webhook-subscriptions",
  tags,
  security,
  summary: "All subscriptions, the newest first",
  request: { query: WebhookPage },
  responses: {
    200: json(
      z.object({
        items: z.array(WebhookSubscription),
        next: z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...readFailures,
  },
});

export const addWebhookSubscription = createRoute({
  method: "post",
  path: "/v1/webhook-subscriptions",
  tags,
  security,
  summary: "Have events sent to a URL from now on",
  description:
    "As Standard Webhooks 1.0.0: a POST with `webhook-id`, `webhook-timestamp` and `webhook-signature`, which holds `v1,` and the base64 of HMAC-SHA-256 over `id.timestamp.body` for each secret that counts. The key is what the secret holds in base64 after `whsec_`. Any 2xx within 5 s takes it; a redirect does not. It is tried again for three days, less and less often, so the same `webhook-id` may come more than once. Order is not promised: an event may come before one that happened earlier. Read the object for how it stands.",
  request: { headers: idempotencyKey, body: body(NewWebhookSubscription) },
  responses: { 201: { ...json(SubscribedWebhook, "Subscribed"), headers }, ...write },
});

export const getWebhookSubscription = createRoute({
  method: "get",
  path: "/v1/webhook-subscriptions/{id}",
  tags,
  security,
  summary: "One subscription",
  request: { params: id },
  responses: { 200: subscription("The subscription"), ...readFailures, ...notFound },
});

export const changeWebhookSubscription = createRoute({
  method: "patch",
  path: "/v1/webhook-subscriptions/{id}",
  tags,
  security,
  summary: "Change a subscription, disable it, or enable it again",
  description:
    "While it is disabled no new events are kept for it. What waited goes on once it is enabled, unless its three days are over.",
  request: {
    params: id,
    headers: idempotencyKey.extend({ "if-match": ifMatch }),
    body: body(WebhookSubscriptionChange),
  },
  responses: { 200: subscription("Changed"), ...write, ...notFound, ...preconditionFailed },
});

export const removeWebhookSubscription = createRoute({
  method: "delete",
  path: "/v1/webhook-subscriptions/{id}",
  tags,
  security,
  summary: "End a subscription; its secrets and its log go with it",
  request: { params: id },
  responses: { 204: { description: "Gone" }, ...readFailures, ...notFound },
});

export const addWebhookSecret = createRoute({
  method: "post",
  path: "/v1/webhook-subscriptions/{id}/secrets",
  tags,
  security,
  summary: "Sign with a new secret, and for a while with the ones before as well",
  request: { params: id, headers: idempotencyKey, body: body(SecretChange) },
  responses: { 201: json(WebhookSecret, "It signs from now on"), ...write, ...notFound },
});
