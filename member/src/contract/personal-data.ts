import { createRoute, z } from "@hono/zod-openapi";
import { Session } from "@jangteo/auth/contract";
import { json, recentMember } from "@jangteo/shared/contract";
import {
  conflict,
  forbidden,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { Member } from "./account.ts";
import { Address } from "./addresses.ts";
import { Passkey } from "./passkeys.ts";
import { AuditEvent } from "./staff.ts";
import { WishlistItem } from "./wishlists.ts";

const tags = ["members"];
const failures = { ...unauthenticated, ...forbidden, ...notFound, ...unavailable };

/** Everything the shop keeps about a person. */
export const Export = z
  .object({
    exportedAt: z.iso.datetime(),
    member: Member,
    addresses: z.array(Address),
    pendingEmail: z.string().nullable(),
    secondFactor: z.object({ enrolledAt: z.iso.datetime() }).nullable(),
    passkeys: z.array(Passkey),
    wishlist: z.array(WishlistItem),
    sessions: z
      .array(Session)
      .nullable()
      .openapi({ description: "Null when they could not be asked for; `notes` says so" }),
    securityEvents: z.array(AuditEvent),
    notes: z.array(z.string()),
  })
  .openapi("Export");
export type Export = z.infer<typeof Export>;

/** What an erasure did. */
export const ErasureReceipt = z
  .object({
    id: z.uuid(),
    erasedAt: z.iso.datetime(),
    erased: z.array(
      z.enum([
        "account",
        "addresses",
        "password",
        "second_factor",
        "passkeys",
        "wishlist",
        "pending_links",
        "stored_answers",
        "sessions",
      ]),
    ),
    kept: z.array(z.enum(["security_events"])).openapi({
      description: "Security events keep the account's id, without a name or an address",
    }),
  })
  .openapi("ErasureReceipt");
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

export const exportMe = createRoute({
  method: "get",
  path: "/v1/members/me/export",
  tags,
  security: recentMember,
  summary: "Everything the shop keeps about the member",
  responses: { 200: json(Export, "The data"), ...failures },
});

export const eraseMe = createRoute({
  method: "delete",
  path: "/v1/members/me",
  tags,
  security: recentMember,
  summary: "Erase the account and everything personal; every session ends",
  responses: { 200: json(ErasureReceipt, "Erased"), ...failures, ...conflict },
});
