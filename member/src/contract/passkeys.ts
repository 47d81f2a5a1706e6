import { createRoute, z } from "@hono/zod-openapi";
import { body, json, memberOnly, recentMember, text } from "@jangteo/shared/contract";
import { CreationOptions, credentialId, RegistrationResponse } from "@jangteo/shared/passkeys";
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { done } from "./wire.ts";

const tags = ["passkeys"];
const readFailures = { ...unauthenticated, ...forbidden, ...notFound };
const failures = { ...readFailures, ...unavailable };

export const Passkey = z
  .object({
    id: credentialId,
    name: z.string(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .openapi("Passkey");
export type Passkey = z.infer<typeof Passkey>;

/** `expiresIn` is seconds. */
export const PasskeyRegistration = z
  .object({ id: z.uuid(), options: CreationOptions, expiresIn: z.int() })
  .openapi("PasskeyRegistration");

export const listPasskeys = createRoute({
  method: "get",
  path: "/v1/members/me/passkeys",
  tags,
  security: memberOnly,
  summary: "The passkeys of the member, the newest first",
  responses: { 200: json(z.object({ items: z.array(Passkey) }), "All"), ...readFailures },
});

export const beginPasskey = createRoute({
  method: "post",
  path: "/v1/members/me/passkeys/registrations",
  tags,
  security: recentMember,
  summary: "Begin to add a passkey: what the browser makes it from",
  responses: { 201: json(PasskeyRegistration, "The options"), ...failures, ...conflict },
});

export const addPasskey = createRoute({
  method: "post",
  path: "/v1/members/me/passkeys",
  tags,
  security: recentMember,
  summary: "Add the passkey that the browser made",
  description: "Takes no Idempotency-Key: a registration is good once.",
  request: {
    body: body(
      z
        .strictObject({
          registrationId: z.uuid(),
          name: text(80),
          response: RegistrationResponse,
        })
        .openapi("NewPasskey"),
    ),
  },
  responses: { 201: json(Passkey, "Added"), ...invalid, ...failures, ...conflict },
});

export const removePasskey = createRoute({
  method: "delete",
  path: "/v1/members/me/passkeys/{id}",
  tags,
  security: recentMember,
  summary: "Forget a passkey; staff keep a second factor",
  request: { params: z.object({ id: credentialId }) },
  responses: { ...done, ...invalid, ...failures },
});
