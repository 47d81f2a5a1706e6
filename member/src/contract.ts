import { createRoute, z } from "@hono/zod-openapi";
import {
  bearer,
  body,
  idempotencyKey,
  json,
  language,
  memberOnly,
  password,
  service,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import {
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

/** What the documentation calls this service. */
export const about = {
  name: "member",
  description: "People, their addresses and their passwords.",
};

export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase())
  .openapi({ example: "mina@example.com" });
const newPassword = password(8);
const currentPassword = password(1);
const oneTimeToken = z.string().regex(/^[\w-]{43}$/, "must be the token of the link");
const telephone = z.string().regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/, "must be a phone number");

export const Member = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    language,
    telephone: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Member");
export type Member = z.infer<typeof Member>;

export const SignUp = z
  .strictObject({ email, password: newPassword, name: text(80), language })
  .openapi("SignUp");

export const MemberChange = z
  .strictObject({ name: text(80), language, telephone: telephone.nullable() })
  .partial()
  .openapi("MemberChange");

/** Named after schema.org's PostalAddress; `name` is the recipient. */
export const NewAddress = z
  .strictObject({
    name: text(80),
    telephone,
    addressCountry: z.string().regex(/^[A-Z]{2}$/, "must be an ISO 3166-1 alpha-2 code"),
    postalCode: text(12),
    addressRegion: text(80).nullable().default(null),
    addressLocality: text(80).nullable().default(null),
    streetAddress: text(160),
    extendedAddress: text(160).nullable().default(null),
    isDefault: z.boolean().default(false),
  })
  .openapi("NewAddress");
export const AddressChange = z
  .strictObject({
    ...NewAddress.shape,
    addressRegion: text(80).nullable(),
    addressLocality: text(80).nullable(),
    extendedAddress: text(160).nullable(),
    isDefault: z.boolean(),
  })
  .partial()
  .openapi("AddressChange");
export const Address = z.object({ id: z.uuid(), ...NewAddress.shape }).openapi("Address");
export type Address = z.infer<typeof Address>;

/** What a session must carry to be refreshed; `epoch` changes when every session must end. */
export const SessionEpoch = z
  .object({
    epoch: z.int(),
    roles: z.array(z.string()),
    /** Whether the password alone does not suffice. */
    secondFactor: z.boolean().default(false),
  })
  .openapi("SessionEpoch");
/** What a right password proves. */
export const Credential = SessionEpoch.extend({ memberId: z.uuid(), language }).openapi(
  "Credential",
);
export const FactorMethod = z.enum(["totp", "recovery_code"]);

const accepted = { 202: { description: "Accepted; the answer does not say whether it is known" } };
const done = { 204: { description: "Done" } };
const id = z.object({ id: z.uuid() });
const tags = ["members"];

export const signUp = createRoute({
  method: "post",
  path: "/v1/members",
  tags,
  security: bearer,
  summary: "Sign up; a mail brings the link that creates the account",
  request: { headers: idempotencyKey, body: body(SignUp) },
  responses: { ...accepted, ...writeFailures, ...unavailable },
});

export const verifyEmail = createRoute({
  method: "post",
  path: "/v1/members/verifications",
  tags,
  summary: "Redeem the link of a sign-up mail, once",
  request: { body: body(z.strictObject({ token: oneTimeToken }).openapi("Verification")) },
  responses: { 200: json(z.object({ email: z.string() }), "The account exists"), ...invalid },
});

export const forgetPassword = createRoute({
  method: "post",
  path: "/v1/members/password-resets",
  tags,
  security: bearer,
  summary: "Ask for a mail with a link to a new password",
  request: {
    headers: idempotencyKey,
    body: body(z.strictObject({ email }).openapi("PasswordReset")),
  },
  responses: { ...accepted, ...writeFailures },
});

export const resetPassword = createRoute({
  method: "post",
  path: "/v1/members/password-resets/completions",
  tags,
  summary: "Redeem the link of a reset mail, once; every session of the member ends",
  request: {
    body: body(
      z
        .strictObject({ token: oneTimeToken, password: newPassword })
        .openapi("PasswordResetCompletion"),
    ),
  },
  responses: { ...done, ...invalid, ...unavailable },
});

export const getMe = createRoute({
  method: "get",
  path: "/v1/members/me",
  tags,
  security: memberOnly,
  summary: "The signed-in member",
  responses: { 200: json(Member, "The member"), ...unauthenticated, ...forbidden, ...notFound },
});

export const changeMe = createRoute({
  method: "patch",
  path: "/v1/members/me",
  tags,
  security: memberOnly,
  summary: "Change name, language or telephone",
  request: { headers: idempotencyKey, body: body(MemberChange) },
  responses: { 200: json(Member, "Changed"), ...writeFailures, ...forbidden, ...notFound },
});

export const changePassword = createRoute({
  method: "post",
  path: "/v1/members/me/password-changes",
  tags,
  security: memberOnly,
  summary: "Change the password; every other session ends",
  request: {
    headers: idempotencyKey,
    body: body(z.strictObject({ currentPassword, newPassword }).openapi("PasswordChange")),
  },
  responses: { ...done, ...writeFailures, ...forbidden, ...unavailable },
});

export const listAddresses = createRoute({
  method: "get",
  path: "/v1/members/me/addresses",
  tags: ["addresses"],
  security: memberOnly,
  summary: "The member's addresses, the default first",
  responses: {
    200: json(z.object({ items: z.array(Address) }), "The addresses"),
    ...unauthenticated,
    ...forbidden,
  },
});

export const addAddress = createRoute({
  method: "post",
  path: "/v1/members/me/addresses",
  tags: ["addresses"],
  security: memberOnly,
  summary: "Add an address; the first one becomes the default",
  request: { headers: idempotencyKey, body: body(NewAddress) },
  responses: { 201: json(Address, "Added"), ...writeFailures, ...forbidden },
});

export const changeAddress = createRoute({
  method: "patch",
  path: "/v1/members/me/addresses/{id}",
  tags: ["addresses"],
  security: memberOnly,
  summary: "Change an address",
  request: { params: id, headers: idempotencyKey, body: body(AddressChange) },
  responses: { 200: json(Address, "Changed"), ...writeFailures, ...forbidden, ...notFound },
});

export const removeAddress = createRoute({
  method: "delete",
  path: "/v1/members/me/addresses/{id}",
  tags: ["addresses"],
  security: memberOnly,
  summary: "Remove an address",
  request: { params: id },
  responses: { ...done, ...invalid, ...unauthenticated, ...forbidden, ...notFound },
});

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
