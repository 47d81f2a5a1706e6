import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  clientScope,
  json,
  moment,
  readFailures,
  recentStaff,
  staff,
  text,
} from "@jangteo/shared/contract";
import { ifMatch } from "@jangteo/shared/etag";
import { conflict, notFound, preconditionFailed, unavailable } from "@jangteo/shared/problem";

import { clientId, done } from "./wire.ts";

const tags = ["API clients"];
const scope = "clients:write";
const writing = { ...readFailures, ...notFound, ...unavailable };
const scopes = z.array(clientScope).min(1);
const id = z.object({ id: clientId });
const unseen =
  "Takes no Idempotency-Key: a stored answer would hold the secret, which is kept nowhere.";

const ClientSecret = z
  .object({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable().openapi({ description: "Null while nothing ends it" }),
  })
  .openapi("ClientSecret");

export const ApiClient = z
  .object({
    id: clientId,
    name: z.string(),
    scopes,
    createdBy: z.uuid(),
    createdAt: z.iso.datetime(),
    disabledAt: z.iso.datetime().nullable(),
    version: z.int(),
    secrets: z.array(ClientSecret).openapi({ description: "The good ones, the newest first" }),
  })
  .openapi("ApiClient");
export type ApiClient = z.infer<typeof ApiClient>;

const secret = z.string().openapi({ description: "32 random bytes, base64url; shown once" });
export const NewSecret = ClientSecret.extend({ secret }).openapi("NewClientSecret");
export const RegisteredClient = ApiClient.extend({ secret }).openapi("RegisteredApiClient");

const headers = z.object({ etag: z.string().openapi({ example: '"3"' }) });
const client = <S extends z.ZodType>(schema: S, what: string) => ({
  ...json(schema, what),
  headers,
});

export const listApiClients = createRoute({
  method: "get",
  path: "/v1/api-clients",
  tags,
  security: staff(scope),
  summary: "The registered API clients, by their ids",
  responses: { 200: json(z.object({ items: z.array(ApiClient) }), "All"), ...readFailures },
});

export const getApiClient = createRoute({
  method: "get",
  path: "/v1/api-clients/{id}",
  tags,
  security: staff(scope),
  summary: "One API client",
  request: { params: id },
  responses: { 200: client(ApiClient, "The client"), ...readFailures, ...notFound },
});

export const registerApiClient = createRoute({
  method: "post",
  path: "/v1/api-clients",
  tags,
  security: recentStaff(scope),
  summary: "Register an API client; the answer holds its first secret. A taken id is 409",
  description: unseen,
  request: {
    body: body(z.strictObject({ id: clientId, name: text(80), scopes }).openapi("NewApiClient")),
  },
  responses: {
    201: client(RegisteredClient, "Registered"),
    ...readFailures,
    ...conflict,
    ...unavailable,
  },
});

export const changeApiClient = createRoute({
  method: "patch",
  path: "/v1/api-clients/{id}",
  tags,
  security: recentStaff(scope),
  summary: "Change name or scopes, disable or enable; a disabled one gets no token after 30 s",
  request: {
    params: id,
    headers: z.object({ "if-match": ifMatch }),
    body: body(
      z
        .strictObject({ name: text(80), scopes, disabled: z.boolean() })
        .partial()
        .openapi("ApiClientChange"),
    ),
  },
  responses: { 200: client(ApiClient, "Changed"), ...writing, ...preconditionFailed },
});

export const rotateSecret = createRoute({
  method: "post",
  path: "/v1/api-clients/{id}/secrets",
  tags,
  security: recentStaff(scope),
  summary: "Draw another secret; the others go on until a time, at most seven days ahead",
  description: unseen,
  request: {
    params: id,
    body: body(
      z
        .strictObject({
          othersUntil: moment.optional().openapi({ description: "Without it, the others end now" }),
        })
        .openapi("SecretRotation"),
    ),
  },
  responses: { 201: json(NewSecret, "Drawn"), ...writing, ...conflict },
});

export const removeSecret = createRoute({
  method: "delete",
  path: "/v1/api-clients/{id}/secrets/{secretId}",
  tags,
  security: recentStaff(scope),
  summary: "End a secret; it is good for no token after 30 s",
  request: { params: id.extend({ secretId: z.uuid() }) },
  responses: { ...done, ...writing },
});
