import { z } from "@hono/zod-openapi";

import { conflict, forbidden, invalid, keyReused, unauthenticated } from "./problem.ts";

/** What every contract is made of. Wire types only: contracts are read by other packages. */

/** Neither control characters nor halves of a pair: Postgres refuses NUL, and JSON those. */
const typed = /^[^\p{Cc}\p{Cs}]*$/u;

/** Text a person typed: trimmed, NFC, without control characters. */
export const text = (max: number, min = 1) =>
  z.string().trim().normalize().min(min).max(max).regex(typed, "must not hold control characters");

/** Any characters a person can type, spaces and all; never trimmed. */
export const password = (min: number) =>
  z
    .string()
    .min(min)
    .max(128)
    .regex(typed, "must not hold control characters")
    .openapi({ format: "password" });

/**
 * A time with an offset, in a year from 1 to 9999 of UTC. The pattern of ISO 8601 lets others through: those
 * PostgreSQL does not read as they are written.
 */
export const moment = z.iso.datetime({ offset: true, abort: true }).refine((time) => {
  const year = new Date(time).getUTCFullYear();
  return year >= 1 && year <= 9999;
}, "must lie in the years 1 to 9999");

export const language = z.enum(["ko", "en"]).openapi({ example: "ko" });
export type Language = z.infer<typeof language>;

/** What an API client may be permitted; everything else takes a person. */
export const clientScope = z.enum(["catalogue:write", "promotions:write"]);
export type ClientScope = z.infer<typeof clientScope>;

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const body = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { "application/json": { schema } },
});

/**
 * `security` of a route says who may call it, and `protect` enforces it. None is public; `bearer`
 * takes any access token, also a guest's; `service` never leaves the network.
 */
export const bearer = [{ bearer: [] }];
export const memberOnly = [{ bearer: ["member"] }];
/** A member who proved within the last ten minutes who they are. */
export const recentMember = [{ bearer: ["member", "recent"] }];
/** Staff whose roles give this scope. */
export const staff = (scope: string) => [{ bearer: ["member", scope] }];
/** Such staff, who proved within the last ten minutes who they are. */
export const recentStaff = (scope: string) => [{ bearer: ["member", scope, "recent"] }];
/** Such staff, or an API client that was given this scope. */
export const staffOrClient = (scope: ClientScope) => [{ bearer: [scope] }];
export const service = [{ service: [] }];
export const client = [{ client: [] }];

/** draft-ietf-httpapi-idempotency-key-header: a bare token or a quoted sf-string. */
export const idempotencyKey = z.object({
  "idempotency-key": z
    .string()
    .regex(
      /^("[A-Za-z0-9_:.-]{16,255}"|[A-Za-z0-9_:.-]{16,255})$/,
      "16 to 255 of A-Z a-z 0-9 _ : . -",
    )
    .openapi({ example: "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b11" }),
});

/** Failures of every route that only some may read. */
export const readFailures = { ...invalid, ...unauthenticated, ...forbidden };

/** Failures of every route that takes an Idempotency-Key. */
export const writeFailures = { ...invalid, ...unauthenticated, ...conflict, ...keyReused };
