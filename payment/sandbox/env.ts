import { z } from "@hono/zod-openapi";
import { listening, readEnv, secret } from "@jangteo/shared/env";

export const env = readEnv(
  z.object({
    ...listening(5400),
    /** Where a browser reaches its pages. */
    SANDBOX_PUBLIC_URL: z.url(),
    SANDBOX_API_KEY: secret,
    SANDBOX_WEBHOOK_SECRET: secret,
    SANDBOX_WEBHOOK_URL: z.url(),
    /** Where it writes down what happened. */
    SANDBOX_FILE: z.string().min(1),
  }),
);
