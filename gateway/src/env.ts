import { fileURLToPath } from "node:url";

import { listening, readEnv } from "@jangteo/shared/env";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const rendered = fileURLToPath(new URL("../../.local/kong.yml", import.meta.url));
const file = { GATEWAY_CONFIG: z.string().min(1).default(rendered) };

/** What the local gateway reads. The status listener stands 100 above the public one unless told. */
export const serveEnv = () => {
  const schema = z.object({
    ...listening(8000),
    ...file,
    REDIS_URL: z.url().optional(),
    TRUSTED_IPS: z.string().default(""),
    STATUS_PORT: port.optional(),
    ADMIN_PORT: port.optional(),
  });
  const env = readEnv(schema);
  return { ...env, STATUS_PORT: env.STATUS_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 100) };
};

/** What rendering reads; hosts that are not named keep the name of their service. */
export const renderEnv = () => {
  const schema = z.object({
    ...file,
    ISSUER: z.url(),
    JWKS_URL: z.string().min(1),
    AUDIENCE: z.string().optional(),
    PUBLIC_ORIGIN: z.url().default("http://localhost:3000"),
    AUTH_URL: z.url().optional(),
    MEMBER_URL: z.url().optional(),
    PRODUCT_URL: z.url().optional(),
    ORDER_URL: z.url().optional(),
    PAYMENT_URL: z.url().optional(),
    REDIS_URL: z.url().optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  });
  const { REDIS_URL, ...env } = readEnv(schema);
  if (REDIS_URL === undefined) return env;
  const { hostname, port: redisPort } = new URL(REDIS_URL);
  return { ...env, REDIS_HOST: hostname, REDIS_PORT: redisPort || "6379" };
};

/** What giving a running gateway the keys anew reads. */
export const reloadEnv = () =>
  readEnv(
    z.object({
      ...file,
      JWKS_URL: z.string().min(1),
      GATEWAY_ADMIN_URL: z.url().default("http://127.0.0.1:8001"),
    }),
  );
