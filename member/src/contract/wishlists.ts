import { createRoute, z } from "@hono/zod-openapi";
import { bearer, body, json, memberOnly } from "@jangteo/shared/contract";
import { guestToken } from "@jangteo/shared/people";
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  unauthenticated,
  unavailable,
} from "@jangteo/shared/problem";

import { done, id, mostWishes } from "./wire.ts";

const tags = ["wishlists"];
const failures = { ...invalid, ...unauthenticated, ...forbidden };

export const WishlistItem = z
  .object({ productId: z.uuid(), addedAt: z.iso.datetime() })
  .openapi("WishlistItem");
export type WishlistItem = z.infer<typeof WishlistItem>;

export const getWishlist = createRoute({
  method: "get",
  path: "/v1/wishlists/current",
  tags,
  security: bearer,
  summary: "The wishlist of a member or a guest, the newest first",
  description: "What was never written to is an empty list. Reading makes none.",
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(mostWishes).default(24),
      after: z
        .string()
        .regex(/^\d{13}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
          message: "must be the `next` of an earlier answer",
        })
        .optional(),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(WishlistItem),
        total: z.int(),
        next: z.string().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...failures,
  },
});

export const addWish = createRoute({
  method: "put",
  path: "/v1/wishlists/current/items/{id}",
  tags,
  security: bearer,
  summary: "Put a product on the wishlist; what is there already stays where it is",
  description: `By the product's id, which the product service is not asked about. From ${mostWishes} pieces on it is 409.`,
  request: { params: id },
  responses: { ...done, ...failures, ...notFound, ...conflict },
});

export const removeWish = createRoute({
  method: "delete",
  path: "/v1/wishlists/current/items/{id}",
  tags,
  security: bearer,
  summary: "Take a product off the wishlist; also when it is not there",
  request: { params: id },
  responses: { ...done, ...failures },
});

export const mergeWishlist = createRoute({
  method: "post",
  path: "/v1/wishlists/current/merges",
  tags,
  security: memberOnly,
  summary: "Take over a guest's list, whole; may be repeated",
  description:
    "The member's token says whose the pieces become, the guest's own token that they may be taken. The guest's list is empty afterwards.",
  request: {
    body: body(z.strictObject({ guestToken }).openapi("WishlistMerge")),
  },
  responses: { ...done, ...failures, ...notFound, ...unavailable },
});
