import { createRoute, z } from "@hono/zod-openapi";
import { body, json, language, service, text } from "@jangteo/shared/contract";
import { AuthenticationResponse, RequestOptions } from "@jangteo/shared/passkeys";
import { email } from "@jangteo/shared/people";
import { invalid, notFound, unauthenticated, unavailable } from "@jangteo/shared/problem";

import { clientId, currentPassword, done, id } from "./wire.ts";

/** What a session must carry to be refreshed; `epoch` changes when every session must end. */
export const SessionEpoch = z
  .object({
    epoch: z.int(),
    roles: z.array(z.string()),
    /** Whether the password alone does not suffice. */
    secondFactor: z.boolean().default(false),
    /** Whether a passkey is held, which is two factors in one. */
    passkey: z.boolean().default(false),
  })
  .openapi("SessionEpoch");
/** What a right password proves. */
export const Credential = SessionEpoch.extend({ memberId: z.uuid(), language }).openapi(
  "Credential",
);
/** Whose passkey it is; the address is for throttling. */
export const PasskeyCredential = Credential.extend({ email: z.string() }).openapi(
  "PasskeyCredential",
);
export const PasskeyRequest = z
  .object({ challengeId: z.uuid(), options: RequestOptions })
  .openapi("PasskeyRequest");
export const FactorMethod = z.enum(["totp", "recovery_code"]);

export const verifyCredential = createRoute({
  method: "post",
  path: "/internal/credentials/verifications",
  tags: ["internal"],
  security: service,
  summary: "Check an e-mail address and password",
  request: {
    body: body(
      z.strictObject({ email, password: currentPassword }).openapi("CredentialVerification"),
    ),
  },
  responses: {
    200: json(Credential, "Right"),
    ...invalid,
    ...unauthenticated,
    ...notFound,
    ...unavailable,
  },
});

export const getSessionEpoch = createRoute({
  method: "get",
  path: "/internal/members/{id}/session-epoch",
  tags: ["internal"],
  security: service,
  summary: "The epoch that a session must carry to be refreshed",
  request: { params: id },
  responses: { 200: json(SessionEpoch, "The epoch"), ...invalid, ...unauthenticated, ...notFound },
});

export const verifyPassword = createRoute({
  method: "post",
  path: "/internal/members/{id}/password-verifications",
  tags: ["internal"],
  security: service,
  summary: "Check a member's password again, before a sensitive act",
  request: {
    params: id,
    body: body(z.strictObject({ password: currentPassword }).openapi("PasswordVerification")),
  },
  responses: { ...done, ...invalid, ...unauthenticated, ...notFound, ...unavailable },
});

export const verifySecondFactor = createRoute({
  method: "post",
  path: "/internal/members/{id}/second-factor/verifications",
  tags: ["internal"],
  security: service,
  summary: "Check a code of the app or a recovery code; each is good once",
  request: {
    params: id,
    body: body(z.strictObject({ code: text(64) }).openapi("SecondFactorVerification")),
  },
  responses: {
    200: json(z.object({ method: FactorMethod }), "Right"),
    ...invalid,
    ...unauthenticated,
    ...notFound,
  },
});

export const bumpSessionEpoch = createRoute({
  method: "post",
  path: "/internal/members/{id}/session-epoch",
  tags: ["internal"],
  security: service,
  summary: "End every session of the member",
  request: { params: id },
  responses: {
    200: json(SessionEpoch, "The new epoch"),
    ...invalid,
    ...unauthenticated,
    ...notFound,
  },
});

export const createPasskeyChallenge = createRoute({
  method: "post",
  path: "/internal/passkeys/challenges",
  tags: ["internal"],
  security: service,
  summary: "What a browser asks a passkey to sign; for five minutes, once",
  responses: {
    200: json(PasskeyRequest, "The options"),
    ...unauthenticated,
  },
});

export const verifyPasskey = createRoute({
  method: "post",
  path: "/internal/passkeys/verifications",
  tags: ["internal"],
  security: service,
  summary: "Check what a passkey signed",
  request: {
    body: body(
      z
        .strictObject({ challengeId: z.uuid(), response: AuthenticationResponse })
        .openapi("PasskeyVerification"),
    ),
  },
  responses: {
    200: json(PasskeyCredential, "Right"),
    ...invalid,
    ...unauthenticated,
    ...notFound,
  },
});

/** What a registered API client may do. */
export const ClientRights = z
  .object({ clientId, scopes: z.array(z.string()) })
  .openapi("ClientRights");

export const verifyClient = createRoute({
  method: "post",
  path: "/internal/client-verifications",
  tags: ["internal"],
  security: service,
  summary: "Check a secret of an API client, by its hash",
  request: {
    body: body(
      z
        .strictObject({
          clientId,
          secretHash: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal"),
        })
        .openapi("ClientVerification"),
    ),
  },
  responses: { 200: json(ClientRights, "Right"), ...invalid, ...unauthenticated, ...notFound },
});
