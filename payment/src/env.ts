import { z } from "@hono/zod-openapi";
import { bounds, listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

/** What a provider needs besides that which switches it on. */
const needs = {
  SANDBOX_URL: ["SANDBOX_API_KEY", "SANDBOX_WEBHOOK_SECRET"],
  STRIPE_SECRET_KEY: ["STRIPE_WEBHOOK_SECRET"],
  TOSS_SECRET_KEY: ["TOSS_CLIENT_KEY"],
} as const;

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
      /** Switches on Stripe. */
      STRIPE_SECRET_KEY: z.string().optional(),
      STRIPE_WEBHOOK_SECRET: z.string().default(""),
      /** Switches on Toss Payments. */
      TOSS_SECRET_KEY: z.string().optional(),
      TOSS_CLIENT_KEY: z.string().default(""),
    })
    .superRefine((given, context) => {
      const demand = (by: keyof typeof needs) => {
        for (const name of given[by] === undefined ? [] : needs[by])
          if (given[name] === "")
            context.addIssue({ code: "custom", path: [name], message: `${by} asks for it` });
      };
      demand("SANDBOX_URL");
      demand("STRIPE_SECRET_KEY");
      demand("TOSS_SECRET_KEY");
    }),
);
export type Env = typeof env;
