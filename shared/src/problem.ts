import { z } from "@hono/zod-openapi";
import type { Context, Input } from "hono";

import type { ServiceEnv } from "./context.ts";

const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  step_up_required: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  in_flight: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  key_reused: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type Code = keyof typeof statusOf;
export type ProblemStatus = (typeof statusOf)[Code];

const isCode = (name: string): name is Code => name in statusOf;
const codes = Object.keys(statusOf).filter(isCode);

/** One wrong input: where it stood, its JSON Pointer (RFC 6901), the rule it broke, and what to do. */
export const FieldError = z
  .object({
    in: z.enum(["body", "query", "path", "header"]),
    pointer: z.string().openapi({ example: "/email" }),
    rule: z.string().openapi({ example: "invalid_format" }),
    detail: z.string(),
  })
  .openapi("FieldError");
export type FieldError = z.infer<typeof FieldError>;

/** The body of every failed request (RFC 9457). `code` is stable; `title` is for people. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: "about:blank" }),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    requestId: z.string(),
    traceId: z.string(),
    errors: z.array(FieldError).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof Problem>;

type Details = ErrorOptions & {
  errors?: FieldError[];
  headers?: Record<string, string>;
  /** Further members of the problem object, such as OAuth's `error`. */
  extensions?: Record<string, string>;
};

/** A failure the caller may read. Anything else thrown is reported as `internal`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: Code;
  readonly details: Details;

  constructor(code: Code, title: string, details: Details = {}) {
    super(title, details);
    this.code = code;
    this.details = details;
  }

  get status(): ProblemStatus {
    return statusOf[this.code];
  }
}

/** The refusal of one field of a body: `invalidField("/email", "taken", "…")`. */
export const invalidField = (pointer: string, rule: string, detail: string) =>
  new AppError("invalid", detail, { errors: [{ in: "body", pointer, rule, detail }] });

/** A service or a store that this one needs is not there; whoever asks may ask again in a second. */
export const dependencyAway = (cause: unknown) =>
  new AppError("unavailable", "A dependency does not answer", {
    cause,
    headers: { "retry-after": "1" },
  });

export const codeOfStatus = (status: number): Code =>
  codes.find((code) => statusOf[code] === status) ?? (status < 500 ? "invalid" : "internal");

/** The failure as an answer, with the ids that lead to the log line. */
export const answerProblem = <P extends string, I extends Input>(
  c: Context<ServiceEnv, P, I>,
  { code, status, message, details }: AppError,
) => {
  const { requestId, traceId } = c.get("trace");
  const problem: Problem = {
    type: "about:blank",
    title: message,
    status,
    code,
    requestId,
    traceId,
    ...(details.errors && { errors: details.errors }),
    ...details.extensions,
  };
  return c.json(problem, status, {
    "content-type": "application/problem+json",
    ...details.headers,
  });
};

const content = { "application/problem+json": { schema: Problem } };
const failure = <S extends ProblemStatus>(status: S, description: string) =>
  ({ [status]: { description, content } }) as Record<
    S,
    { description: string; content: typeof content }
  >;

/** Spread into a route's `responses` to declare how it can fail. */
export const invalid = failure(400, "The request is malformed; `errors` names each field");
export const unauthenticated = failure(401, "Sign in first");
export const forbidden = failure(403, "Not allowed for this token");
export const notFound = failure(404, "No such resource");
export const conflict = failure(409, "In another state, or the same key is in flight");
export const preconditionFailed = failure(412, "It changed since; read it again");
export const keyReused = failure(422, "The Idempotency-Key was used with another request");
export const rateLimited = failure(429, "Too many requests; see Retry-After");
export const unavailable = failure(503, "A dependency is down; try again");
