import process from "node:process";

import { z } from "@hono/zod-openapi";

import { valueOf } from "./env-files.ts";

/**
 * Parses the environment once, at the edge. Reports every bad key by name, never its value. What the schema
 * calls `NAME` may stand in a file instead, which `NAME_FILE` names.
 */
export const readEnv = <S extends z.ZodObject>(
  schema: S,
  source: Record<string, string | undefined> = process.env,
): z.infer<S> => {
  const names = Object.keys(schema.shape);
  const given = Object.fromEntries(names.map((name) => [name, valueOf(source, name)]));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable:\n${wrong.join("\n")}`);
};

/** What every service reads. */
export const listening = (port: number) => ({
  PORT: z.coerce.number().int().min(0).max(65535).default(port),
  HOST: z.string().default("127.0.0.1"),
});
/** What every service reads that bounds how much it takes on. */
export const bounds = {
  MAX_REQUESTS_IN_FLIGHT: z.coerce.number().int().min(1).default(100),
};
/** What every service that takes bearer tokens reads. */
export const tokenIssuer = {
  ISSUER: z.url(),
  JWKS_URL: z.url(),
};
export const secret = z.string().min(32);
