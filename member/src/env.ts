import { z } from "@hono/zod-openapi";
import { bounds, listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

export const env = readEnv(
  z.object({
    ...listening(5000),
    ...bounds,
    ...tokenIssuer,
    DATABASE_URL: z.url(),
    REDIS_URL: z.url(),
    SMTP_URL: z.url(),
    MAIL_FROM: z.string().default("Jangteo <shop@localhost>"),
    STOREFRONT_URL: z.url(),
    AUTH_URL: z.url(),
    PASSWORD_PEPPER: secret,
    PASSWORD_PEPPER_PREVIOUS: secret.optional(),
    SECOND_FACTOR_SECRET: secret,
    IDEMPOTENCY_SECRET: secret,
    ONE_TIME_TOKEN_SECRET: secret,
  }),
);
