import type { Client } from "./clients.ts";
import { grantTypes } from "./grants.ts";
import { scopes, staffScopes } from "./scopes.ts";

/** RFC 8414: where things are, under the issuer's address. */
export const metadataOf = (issuer: string, clients: Client[]) => {
  const at = (path: string) => new URL(path, issuer).href;
  const named = [...scopes.member, ...staffScopes, ...clients.flatMap((client) => client.scopes)];
  return {
    issuer,
    token_endpoint: at("/v1/oauth/token"),
    revocation_endpoint: at("/v1/oauth/revoke"),
    introspection_endpoint: at("/v1/oauth/introspect"),
    jwks_uri: at("/.well-known/jwks.json"),
    grant_types_supported: grantTypes,
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    scopes_supported: [...new Set(named)],
  };
};
