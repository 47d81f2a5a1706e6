import { createRoute, z } from "@hono/zod-openapi";
import {
  bearer,
  body,
  idempotencyKey,
  json,
  language,
  memberOnly,
  recentMember,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { email, telephone } from "@jangteo/shared/people";
import {
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { accepted, done, newPassword, currentPassword, oneTimeToken, roles } from "./wire.ts";

const tags = ["members"];

export const Member = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    language,
    telephone: z.string().nullable(),
    roles,
    passwordChangedAt: z.iso.datetime(),
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
  security: recentMember,
  summary: "Change the password; every other session ends",
  request: {
    headers: idempotencyKey,
    body: body(z.strictObject({ currentPassword, newPassword }).openapi("PasswordChange")),
  },
  responses: { ...done, ...writeFailures, ...forbidden, ...unavailable },
});

export const requestEmailChange = createRoute({
  method: "post",
  path: "/v1/members/me/email-changes",
  tags,
  security: recentMember,
  summary: "Ask for another e-mail address; a mail to it brings the link, the old one is told",
  request: {
    headers: idempotencyKey,
    body: body(z.strictObject({ email }).openapi("EmailChange")),
  },
  responses: { ...accepted, ...writeFailures, ...forbidden, ...notFound, ...unavailable },
});

export const completeEmailChange = createRoute({
  method: "post",
  path: "/v1/members/email-changes/completions",
  tags,
  summary: "Redeem the link of the mail to the new address, once",
  request: {
    body: body(z.strictObject({ token: oneTimeToken }).openapi("EmailChangeCompletion")),
  },
  responses: { 200: json(z.object({ email: z.string() }), "The new address"), ...invalid },
});
