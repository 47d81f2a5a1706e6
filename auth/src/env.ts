import { z } from "@hono/zod-openapi";
import { bounds, listening, readEnv, secret } from "@jangteo/shared/env";

const schema = z.object({
  ...listening(4000),
  ...bounds,
  ISSUER: z.url(),
  REDIS_URL: z.url(),
  MEMBER_URL: z.url(),
  /** The private signing keys; made on the first start. */
  KEYS_FILE: z.string().min(1),
  /** Keys the codes of refresh tokens and the names of throttles. */
  TOKEN_SECRET: secret,
  STOREFRONT_CLIENT_SECRET: secret,
  /** How the services that call others prove to be themselves. */
  ORDER_CLIENT_SECRET: secret,
  PAYMENT_CLIENT_SECRET: secret,
  /** Further clients, as JSON; see `clients.ts`. */
  CLIENTS_FILE: z.string().min(1).optional(),
});

export const env = () => readEnv(schema);
