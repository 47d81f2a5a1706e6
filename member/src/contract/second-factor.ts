import { createRoute, z } from "@hono/zod-openapi";
import { body, json, memberOnly, recentMember } from "@jangteo/shared/contract";
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { code, done } from "./wire.ts";

const tags = ["second factor"];
const readFailures = { ...unauthenticated, ...forbidden, ...notFound };
const failures = { ...readFailures, ...unavailable };

export const SecondFactor = z
  .object({ enrolled: z.boolean(), recoveryCodesLeft: z.int() })
  .openapi("SecondFactor");

/** RFC 6238 with SHA-1, six digits and 30 s; `expiresIn` is seconds. */
export const Enrolment = z
  .object({
    secret: z.string().openapi({ description: "Base32" }),
    otpauthUri: z.string(),
    expiresIn: z.int(),
  })
  .openapi("SecondFactorEnrolment");

/** Shown once. */
export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).length(10) })
  .openapi("RecoveryCodes");

export const getSecondFactor = createRoute({
  method: "get",
  path: "/v1/members/me/second-factor",
  tags,
  security: memberOnly,
  summary: "Whether an authenticator app is enrolled",
  responses: { 200: json(SecondFactor, "The state"), ...readFailures },
});

export const enrolSecondFactor = createRoute({
  method: "post",
  path: "/v1/members/me/second-factor/enrolments",
  tags,
  security: recentMember,
  summary: "Draw a secret for an authenticator app; it counts once a code of it is confirmed",
  description:
    "Takes no Idempotency-Key: a stored answer would hold the secret. Each call draws anew.",
  responses: { 201: json(Enrolment, "The secret"), ...failures },
});

export const confirmSecondFactor = createRoute({
  method: "post",
  path: "/v1/members/me/second-factor/confirmations",
  tags,
  security: recentMember,
  summary: "Enrol the app by its first code; an app enrolled before is replaced",
  request: { body: body(z.strictObject({ code }).openapi("SecondFactorConfirmation")) },
  responses: { 200: json(RecoveryCodes, "Enrolled"), ...invalid, ...failures, ...conflict },
});

export const replaceRecoveryCodes = createRoute({
  method: "post",
  path: "/v1/members/me/second-factor/recovery-codes",
  tags,
  security: recentMember,
  summary: "Draw new recovery codes; the earlier ones stop working",
  responses: { 200: json(RecoveryCodes, "The codes"), ...failures, ...conflict },
});

export const disableSecondFactor = createRoute({
  method: "delete",
  path: "/v1/members/me/second-factor",
  tags,
  security: recentMember,
  summary: "Do without a second factor; staff may not",
  responses: { ...done, ...failures },
});
