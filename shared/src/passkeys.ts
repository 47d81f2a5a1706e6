import { z } from "@hono/zod-openapi";

/** What browsers and services say to each other about passkeys (WebAuthn Level 3, section 5.1). */

const bytes = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/, "must be base64url");
/** At most 1023 bytes. */
export const credentialId = bytes(1364);

const credential = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}).default({}),
};

/** Ids and transports are kept, so they are bounded. */
export const RegistrationResponse = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes(4096),
      attestationObject: bytes(16_384),
      transports: z
        .array(z.string().regex(/^[\w-]{1,32}$/))
        .max(8)
        .default([]),
    }),
  })
  .openapi("PasskeyRegistrationResponse");
export type RegistrationResponse = z.infer<typeof RegistrationResponse>;

export const AuthenticationResponse = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes(4096),
      authenticatorData: bytes(4096),
      signature: bytes(4096),
      /** Passkeys are discoverable, so they say whose they are. */
      userHandle: bytes(128),
    }),
  })
  .openapi("PasskeyAuthenticationResponse");
export type AuthenticationResponse = z.infer<typeof AuthenticationResponse>;

/** For `PublicKeyCredential.parseCreationOptionsFromJSON`. */
export const CreationOptions = z
  .looseObject({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal("public-key") })),
  })
  .openapi("PasskeyCreationOptions");

/** For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
export const RequestOptions = z
  .looseObject({ challenge: z.string() })
  .openapi("PasskeyRequestOptions");
