import { createRoute, z } from "@hono/zod-openapi";
import { invalid, notFound, unauthenticated, unavailable } from "@jangteo/shared/problem";

import { provider } from "./wire.ts";

export const receiveWebhook = createRoute({
  method: "post",
  path: "/v1/webhooks/{provider}",
  tags: ["webhooks"],
  summary: "What a provider tells; its signature over the raw body is the proof",
  description:
    "A repeated event changes nothing. An event that is too old, or whose signature is not good, is 401.",
  request: {
    params: z.object({ provider }),
    body: {
      required: true,
      content: { "application/json": { schema: z.unknown().openapi({ type: "object" }) } },
    },
  },
  responses: {
    204: { description: "Taken in" },
    ...invalid,
    ...unauthenticated,
    ...notFound,
    ...unavailable,
  },
});
