import { z } from "@hono/zod-openapi";
import { bounds, listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

const sandbox = ["SANDBOX_API_KEY", "SANDBOX_WEBHOOK_SECRET"] as const;

export const env = readEnv(
  z
    .object({
      ...listening(5300),
      ...bounds,
      ...tokenIssuer,
      DATABASE_URL: z.url(),
      REDIS_URL: z.url(),
      IDEMPOTENCY_SECRET: secret,
      AUTH_URL: z.url(),
      /** How auth knows this service, when it asks for tokens to call others. */
      SERVICE_CLIENT_SECRET: secret,
      ORDER_URL: z.url(),
      /** Seconds that a provider may take for an answer. */
      PROVIDER_DEADLINE_SECONDS: z.coerce.number().positive().default(10),
      /** Seconds between two looks at payments that nobody hears of. */
      RECONCILE_SECONDS: z.coerce.number().positive().default(60),
      /** Switches on the provider to practise with. */
      SANDBOX_URL: z.url().optional(),
      SANDBOX_API_KEY: z.string().default(""),
      SANDBOX_WEBHOOK_SECRET: z.string().default(""),
    })
    .superRefine((given, context) => {
      for (const name of given.SANDBOX_URL === undefined ? [] : sandbox)
        if (given[name] === "")
          context.addIssue({ code: "custom", path: [name], message: "SANDBOX_URL asks for it" });
    }),
);
export type Env = typeof env;
