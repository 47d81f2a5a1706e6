import { createRoute, z } from "@hono/zod-openapi";
import { json } from "@jangteo/shared/contract";

import { TokenSet } from "./wire.ts";

/** RFC 6749, section 5.2, beside the members of a problem. */
export const OAuthError = z
  .object({
    error: z.enum([
      "invalid_request",
      "invalid_client",
      "invalid_grant",
      "invalid_scope",
      "invalid_target",
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
        act: z.object({ sub: z.string() }),
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
const bytes = z.string().min(1).max(512);
const tags = ["oauth"];

export const issueToken = createRoute({
  method: "post",
  path: "/v1/oauth/token",
  tags,
  summary: "RFC 6749 token endpoint: refresh_token, client_credentials and token exchange",
  description:
    "The client authenticates with HTTP Basic, or with client_id and client_secret. A service of the shop names the one it wants to call (`resource`, RFC 8707) and gets a token of two minutes for that service alone, without scopes; anything else is `invalid_target`.",
  request: {
    body: form(
      z
        .object({
          grant_type: z.string().max(128).openapi({ example: "client_credentials" }),
          refresh_token: bytes.optional(),
          scope: z.string().max(512).optional(),
          resource: z.string().max(128).optional().openapi({ example: "jangteo:product" }),
          subject_token: z.string().max(4096).optional(),
          subject_token_type: bytes.optional(),
          requested_token_type: bytes.optional(),
          actor_token: z.string().max(4096).optional(),
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
  tags,
  summary: "RFC 7009 revocation: ends the session of the token",
  request: { body: presented },
  responses: { 200: { description: "Revoked, or never good" }, ...oauthFailures },
});

export const introspectToken = createRoute({
  method: "post",
  path: "/v1/oauth/introspect",
  tags,
  summary: "RFC 7662 introspection",
  request: { body: presented },
  responses: { 200: json(Introspection, "What it is"), ...oauthFailures },
});

export const getKeys = createRoute({
  method: "get",
  path: "/.well-known/jwks.json",
  tags,
  summary: "The public keys (RFC 7517)",
  responses: { 200: json(z.object({ keys: z.array(jwk) }).openapi("KeySet"), "The keys") },
});

export const getMetadata = createRoute({
  method: "get",
  path: "/.well-known/oauth-authorization-server",
  tags,
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
