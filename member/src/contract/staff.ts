import { createRoute, z } from "@hono/zod-openapi";
import { body, json, staff } from "@jangteo/shared/contract";
import { email } from "@jangteo/shared/people";
import { conflict, forbidden, invalid, notFound, unauthenticated } from "@jangteo/shared/problem";

import { id, roles } from "./wire.ts";

const tags = ["staff"];
const failures = { ...invalid, ...unauthenticated, ...forbidden };

/** Who did what to which account; `network` is what the address belongs to, such as 203.0.113.0/24. */
export const AuditEvent = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.uuid().nullable(),
    action: z.string().openapi({ example: "member.password_changed" }),
    subject: z.uuid().nullable(),
    network: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi("AuditEvent");
export type AuditEvent = z.infer<typeof AuditEvent>;

export const StaffMember = z
  .object({ id: z.uuid(), email: z.string(), name: z.string(), roles })
  .openapi("StaffMember");

export const listAuditEvents = createRoute({
  method: "get",
  path: "/v1/audit-events",
  tags,
  security: staff("audit:read"),
  summary: "What happened to accounts, the newest first",
  request: {
    query: z.strictObject({
      memberId: z.uuid().optional(),
      action: z
        .string()
        .regex(/^[a-z_.]{1,64}$/, "must be the name of an action")
        .optional(),
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(AuditEvent),
        next: z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...failures,
  },
});

export const findMembers = createRoute({
  method: "get",
  path: "/v1/members",
  tags,
  security: staff("members:read"),
  summary: "The member with this e-mail address, if there is one; the look-up is recorded",
  request: { query: z.strictObject({ email }) },
  responses: { 200: json(z.object({ items: z.array(StaffMember) }), "One or none"), ...failures },
});

export const getRoles = createRoute({
  method: "get",
  path: "/v1/members/{id}/roles",
  tags,
  security: staff("members:read"),
  summary: "A member and their roles; the look-up is recorded",
  request: { params: id },
  responses: { 200: json(StaffMember, "The member"), ...failures, ...notFound },
});

export const changeRoles = createRoute({
  method: "put",
  path: "/v1/members/{id}/roles",
  tags,
  security: staff("members:write"),
  summary: "Give and take roles; every session of the member ends. Owners alone make owners",
  request: { params: id, body: body(z.strictObject({ roles }).openapi("RoleChange")) },
  responses: { 200: json(StaffMember, "Changed"), ...failures, ...notFound, ...conflict },
});
