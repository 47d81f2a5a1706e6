import { z } from "@hono/zod-openapi";
import { bounds, listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

export const env = readEnv(
  z.object({
    ...listening(5200),
    ...bounds,
    ...tokenIssuer,
    DATABASE_URL: z.url(),
    REDIS_URL: z.url(),
    IDEMPOTENCY_SECRET: secret,
    AUTH_URL: z.url(),
    /** How auth knows this service, when it asks for tokens to call others. */
    SERVICE_CLIENT_SECRET: secret,
    PRODUCT_URL: z.url(),
    PAYMENT_URL: z.url(),
    SMTP_URL: z.url(),
    MAIL_FROM: z.string().default("Jangteo <shop@localhost>"),
    /** The shop that a payer comes back to, and that links in mails open. */
    STOREFRONT_URL: z.url(),
    /** Seals the secrets of webhooks; without it they are lost. */
    WEBHOOK_SECRET: secret,
    /** Hosts that webhooks may go to although they are private, and by http; for development. */
    WEBHOOK_PRIVATE_HOSTS: z
      .string()
      .default("")
      .transform(
        (hosts) =>
          new Set(
            hosts
              .split(",")
              .map((host) => host.trim())
              .filter(Boolean),
          ),
      ),
    /** Seconds that a process may be silent over a step before another takes it over. */
    LEASE_SECONDS: z.coerce.number().positive().default(30),
  }),
);
