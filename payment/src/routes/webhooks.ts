import * as contract from "../contract.ts";
import { receive } from "../webhooks.ts";
import type { App, Parts } from "./parts.ts";

export const webhookRoutes = (app: App, { desk }: Parts) => {
  app.openapi(contract.receiveWebhook, async (c) => {
    // The text as it came: a signature is over bytes, not over what they mean.
    const rawBody = await c.req.text();
    const { provider } = c.req.valid("param");
    await receive(desk, provider, { rawBody, headers: c.req.raw.headers });
    return c.body(null, 204);
  });
};
