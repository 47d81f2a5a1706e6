import { createRoute, z } from "@hono/zod-openapi";
import { body, client, json, language, memberOnly, password } from "@jangteo/shared/contract";
import {
  forbidden,
  invalid,
  notFound,
  rateLimited,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

/** What the documentation calls this service. */
export const about = {
  name: "auth",
  description: "Sessions, tokens, and the keys that every service trusts.",
};

/** RFC 6749, section 5.1. Lives are seconds. */
export const TokenSet = z
  .object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int(),
    scope: z.string(),
    refresh_token: z.string().optional(),
    refresh_expires_in: z.int().optional(),
  })
  .openapi("TokenSet");
export type TokenSet = z.infer<typeof TokenSet>;

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

/** RFC 6749, section 5.2, beside the members of a problem. */
export const OAuthError = z
  .object({
    error: z.enum([
      "invalid_request",
      "invalid_client",
      "invalid_grant",
      "invalid_scope",
      "unauthorized_client",
      "unsupported_grant_type",
      "temporarily_unavailable",
    ]),
    error_description: z.string(),
  })
  .openapi("OAuthError");
export type OAuthError = z.infer<typeof OAuthError>;
const oauthFailures = {
  400: json(OAuthError, "Refused"),
  401: json(OAuthError, "The client is not who it says"),
  503: json(OAuthError, "A dependency is down; the token stays good"),
};

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

/** RFC 7662, section 2.2. Of a token that is not good nothing else is said. */
export const Introspection = z
  .object({
    active: z.boolean(),
    ...z
      .object({
        iss: z.string(),
        sub: z.string(),
        aud: z.string(),
        client_id: z.string(),
        token_type: z.string(),
        scope: z.string(),
        exp: z.int(),
        iat: z.int(),
        nbf: z.int(),
        jti: z.string(),
        sid: z.string(),
        roles: z.array(z.string()),
        auth_time: z.int(),
        acr: z.string(),
        amr: z.array(z.string()),
      })
      .partial().shape,
  })
  .openapi("Introspection");

const jwk = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string(),
  alg: z.literal("EdDSA"),
  use: z.literal("sig"),
});

const form = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { "application/x-www-form-urlencoded": { schema } },
});
const done = { 204: { description: "Done; also when there was nothing to end" } };
const bytes = z.string().min(1).max(512);
/** Where a login comes from. A device token that is not good is as good as none. */
const from = {
  userAgent: z.string().max(512).default(""),
  ipAddress: z.union([z.ipv4(), z.ipv6()]),
  deviceToken: z.string().max(4096).optional(),
};
const code = z.string().trim().min(1).max(64);
const loginFailures = {
  ...invalid,
  ...unauthenticated,
  ...forbidden,
  ...rateLimited,
  ...unavailable,
};
const memberFailures = { ...unauthenticated, ...forbidden, ...unavailable };
const sessions = ["sessions"];
const oauth = ["oauth"];

export const createSession = createRoute({
  method: "post",
  path: "/v1/sessions",
  tags: sessions,
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
  tags: sessions,
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
  tags: sessions,
  security: memberOnly,
  summary: "Prove again who you are, before a sensitive act (RFC 9470)",
  description: "With a second factor `code` is needed, else `password`. A wrong one is 400.",
  request: {
    body: body(
      z
        .strictObject({ password: password(1), code })
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
  tags: sessions,
  security: client,
  summary: "A token for a visitor without an account",
  request: { body: body(z.strictObject({ guestId: z.uuid() }).openapi("Guest")) },
  responses: { 201: json(TokenSet, "The token"), ...invalid, ...unauthenticated, ...forbidden },
});

export const listSessions = createRoute({
  method: "get",
  path: "/v1/sessions",
  tags: sessions,
  security: memberOnly,
  summary: "The devices a member is signed in on, the newest first",
  responses: { 200: json(z.object({ items: z.array(Session) }), "All"), ...memberFailures },
});

export const getCurrentSession = createRoute({
  method: "get",
  path: "/v1/sessions/current",
  tags: sessions,
  security: memberOnly,
  summary: "The session of this token",
  responses: { 200: json(Session, "The session"), ...memberFailures, ...notFound },
});

export const endSessions = createRoute({
  method: "delete",
  path: "/v1/sessions",
  tags: sessions,
  security: memberOnly,
  summary: "Sign out everywhere, or everywhere else",
  request: { query: z.strictObject({ except: z.literal("current").optional() }) },
  responses: { ...done, ...invalid, ...memberFailures },
});

export const endSession = createRoute({
  method: "delete",
  path: "/v1/sessions/{id}",
  tags: sessions,
  security: memberOnly,
  summary: "Sign one device out; `current` is this one",
  request: { params: z.object({ id: z.string().regex(/^[\w-]{1,64}$/) }) },
  responses: { ...done, ...invalid, ...memberFailures },
});

export const issueToken = createRoute({
  method: "post",
  path: "/v1/oauth/token",
  tags: oauth,
  summary: "RFC 6749 token endpoint: refresh_token and client_credentials",
  description: "The client authenticates with HTTP Basic, or with client_id and client_secret.",
  request: {
    body: form(
      z
        .object({
          grant_type: z.string().max(128).openapi({ example: "client_credentials" }),
          refresh_token: bytes.optional(),
          scope: z.string().max(512).optional(),
          client_id: bytes.optional(),
          client_secret: bytes.optional(),
        })
        .openapi("TokenRequest"),
    ),
  },
  responses: { 200: json(TokenSet, "The tokens"), ...oauthFailures },
});

const presented = form(
  z
    .object({
      token: z.string().min(1).max(4096),
      token_type_hint: bytes.optional(),
      client_id: bytes.optional(),
      client_secret: bytes.optional(),
    })
    .openapi("PresentedToken"),
);

export const revokeToken = createRoute({
  method: "post",
  path: "/v1/oauth/revoke",
  tags: oauth,
  summary: "RFC 7009 revocation: ends the session of the token",
  request: { body: presented },
  responses: { 200: { description: "Revoked, or never good" }, ...oauthFailures },
});

export const introspectToken = createRoute({
  method: "post",
  path: "/v1/oauth/introspect",
  tags: oauth,
  summary: "RFC 7662 introspection",
  request: { body: presented },
  responses: { 200: json(Introspection, "What it is"), ...oauthFailures },
});

export const getKeys = createRoute({
  method: "get",
  path: "/.well-known/jwks.json",
  tags: oauth,
  summary: "The public keys (RFC 7517)",
  responses: { 200: json(z.object({ keys: z.array(jwk) }).openapi("KeySet"), "The keys") },
});

export const getMetadata = createRoute({
  method: "get",
  path: "/.well-known/oauth-authorization-server",
  tags: oauth,
  summary: "Authorization server metadata (RFC 8414)",
  responses: {
    200: json(
      z
        .object({
          issuer: z.url(),
          token_endpoint: z.url(),
          revocation_endpoint: z.url(),
          introspection_endpoint: z.url(),
          jwks_uri: z.url(),
          grant_types_supported: z.array(z.string()),
          response_types_supported: z.array(z.string()),
          token_endpoint_auth_methods_supported: z.array(z.string()),
          scopes_supported: z.array(z.string()),
        })
        .openapi("ServerMetadata"),
      "The metadata",
    ),
  },
});
