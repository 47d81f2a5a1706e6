import { createRoute, z } from "@hono/zod-openapi";
import { body, client, json, language, memberOnly, password, text } from "@jangteo/shared/contract";
import { AuthenticationResponse } from "@jangteo/shared/passkeys";
import {
  forbidden,
  invalid,
  notFound,
  rateLimited,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { TokenSet } from "./wire.ts";

export const SignedIn = TokenSet.extend({
  memberId: z.uuid(),
  language,
  /** Marks this browser as known to the member: kept by it for 180 days, used for throttling only. */
  device_token: z.string(),
  /** Staff have no rights until they hold a second factor. */
  mfa_enrolment_required: z.boolean(),
}).openapi("SignedIn");

/** The password was right; a code is still needed. */
export const LoginChallenge = z
  .object({
    challenge_id: z.string(),
    methods: z.array(z.enum(["totp", "recovery_code"])),
    expires_in: z.int(),
  })
  .openapi("LoginChallenge");
export type LoginChallenge = z.infer<typeof LoginChallenge>;

export const Session = z
  .object({
    id: z.string(),
    current: z.boolean(),
    userAgent: z.string(),
    ipAddress: z.string(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .openapi("Session");
export type Session = z.infer<typeof Session>;

const done = { 204: { description: "Done; also when there was nothing to end" } };
const headerText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:\t|[^\p{Cc}\p{Cs}])*$/u, "must not hold control characters");
/** Where a login comes from. A device token that is not good is as good as none. */
export const from = {
  userAgent: headerText(512).default(""),
  ipAddress: z.union([z.ipv4(), z.ipv6()]),
  deviceToken: headerText(4096).optional(),
};
const code = text(64);
export const loginFailures = {
  ...invalid,
  ...unauthenticated,
  ...forbidden,
  ...rateLimited,
  ...unavailable,
};
const memberFailures = { ...unauthenticated, ...forbidden, ...unavailable };
const tags = ["sessions"];

export const createSession = createRoute({
  method: "post",
  path: "/v1/sessions",
  tags,
  security: client,
  summary: "First-party login: the storefront exchanges a password for a session",
  request: {
    body: body(
      z
        .strictObject({ email: z.email().max(254), password: password(1), ...from })
        .openapi("Login"),
    ),
  },
  responses: {
    201: json(SignedIn, "Signed in"),
    202: json(LoginChallenge, "A second factor is needed"),
    ...loginFailures,
  },
});

export const completeChallenge = createRoute({
  method: "post",
  path: "/v1/sessions/challenges/{id}/completion",
  tags,
  security: client,
  summary: "First-party login, second step: a code of the app or a recovery code",
  request: {
    params: z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }),
    body: body(z.strictObject({ code, ...from }).openapi("ChallengeCompletion")),
  },
  responses: { 201: json(SignedIn, "Signed in"), ...loginFailures, ...notFound },
});

export const stepUp = createRoute({
  method: "post",
  path: "/v1/sessions/current/step-ups",
  tags,
  security: memberOnly,
  summary: "Prove again who you are, before a sensitive act (RFC 9470)",
  description:
    "A passkey always does. Else, with an authenticator app `code` is needed, without one `password`. A wrong one is 400.",
  request: {
    body: body(
      z
        .strictObject({
          password: password(1),
          code,
          passkey: z.strictObject({ challenge_id: z.uuid(), response: AuthenticationResponse }),
        })
        .partial()
        .openapi("StepUp"),
    ),
  },
  responses: {
    201: json(TokenSet, "A fresh access token of the same session"),
    ...invalid,
    ...memberFailures,
    ...rateLimited,
  },
});

export const createGuestToken = createRoute({
  method: "post",
  path: "/v1/guest-tokens",
  tags,
  security: client,
  summary: "A token for a visitor without an account",
  request: { body: body(z.strictObject({ guestId: z.uuid() }).openapi("Guest")) },
  responses: { 201: json(TokenSet, "The token"), ...invalid, ...unauthenticated, ...forbidden },
});

export const listSessions = createRoute({
  method: "get",
  path: "/v1/sessions",
  tags,
  security: memberOnly,
  summary: "The devices a member is signed in on, the newest first",
  responses: { 200: json(z.object({ items: z.array(Session) }), "All"), ...memberFailures },
});

export const getCurrentSession = createRoute({
  method: "get",
  path: "/v1/sessions/current",
  tags,
  security: memberOnly,
  summary: "The session of this token",
  responses: { 200: json(Session, "The session"), ...memberFailures, ...notFound },
});

export const endSessions = createRoute({
  method: "delete",
  path: "/v1/sessions",
  tags,
  security: memberOnly,
  summary: "Sign out everywhere, or everywhere else",
  request: { query: z.strictObject({ except: z.literal("current").optional() }) },
  responses: { ...done, ...invalid, ...memberFailures },
});

export const endSession = createRoute({
  method: "delete",
  path: "/v1/sessions/{id}",
  tags,
  security: memberOnly,
  summary: "Sign one device out; `current` is this one",
  request: { params: z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }) },
  responses: { ...done, ...invalid, ...memberFailures },
});
