import { z } from "@hono/zod-openapi";
import { listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

export const env = readEnv(
  z.object({
    ...listening(5200),
    ...tokenIssuer,
    DATABASE_URL: z.url(),
    REDIS_URL: z.url(),
    IDEMPOTENCY_SECRET: secret,
  }),
);
