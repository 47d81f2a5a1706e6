import { z } from "@hono/zod-openapi";
import { listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

export const env = readEnv(
  z.object({
    ...listening(5100),
    ...tokenIssuer,
    DATABASE_URL: z.url(),
    REDIS_URL: z.url(),
    IDEMPOTENCY_SECRET: secret,
    MEDIA_DIR: z.string().default(".local/media"),
  }),
);
