import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  json,
  language,
  memberOnly,
  readFailures,
  staff,
  text,
} from "@jangteo/shared/contract";
import { ifMatch } from "@jangteo/shared/etag";
import { conflict, invalid, notFound, preconditionFailed } from "@jangteo/shared/problem";

import { audience, id } from "./wire.ts";

const tags = ["reviews"];

/** Named after schema.org's Review and Rating; 5 is best. */
const fields = {
  rating: z.int().min(1).max(5),
  text: text(2000, 10),
  authorName: text(40),
  language,
};

export const ReviewState = z.enum(["pending", "published", "rejected"]).openapi("ReviewState");

/** As everybody reads it. */
export const Review = z
  .object({ id: z.uuid(), ...fields, text: z.string(), createdAt: z.iso.datetime() })
  .openapi("Review");
export type Review = z.infer<typeof Review>;

/** As its author reads it. */
export const OwnReview = z
  .object({
    ...Review.shape,
    state: ReviewState,
    note: z.string().nullable().openapi({ description: "Why it was rejected" }),
  })
  .openapi("OwnReview");
export type OwnReview = z.infer<typeof OwnReview>;

export const NewReview = z.strictObject(fields).openapi("NewReview");
export type NewReview = z.infer<typeof NewReview>;

/** A product that a member received, and what they say of it. */
export const Received = z
  .object({
    productId: z.uuid(),
    slug: z.string(),
    name: z.string(),
    picture: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    review: OwnReview.nullable(),
  })
  .openapi("Received");
export type Received = z.infer<typeof Received>;

/** As staff read it. */
export const SalesReview = z
  .object({
    ...OwnReview.shape,
    product: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    version: z.int().positive().openapi({ description: "Of what its author wrote" }),
    updatedAt: z.iso.datetime(),
  })
  .openapi("SalesReview");
export type SalesReview = z.infer<typeof SalesReview>;

export const Moderation = z
  .strictObject({
    state: z.enum(["published", "rejected"]),
    note: text(300).nullable().default(null).openapi({ description: "Its author reads it" }),
  })
  .openapi("Moderation");
export type Moderation = z.infer<typeof Moderation>;

const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.uuid("must be the `next` of an earlier answer").optional(),
};
const next = z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" });

export const listReviews = createRoute({
  method: "get",
  path: "/v1/reviews",
  tags,
  summary: "What members who received a product say of it, the newest first",
  request: { query: z.strictObject({ product: z.uuid(), ...page }) },
  responses: {
    200: json(
      z.object({
        items: z.array(Review),
        next,
        total: z.int().nonnegative(),
        average: z.number().nullable().openapi({ description: "Of all ratings", example: 4.8 }),
        counts: z.array(z.int()).length(5).openapi({ description: "Of the ratings 1 to 5" }),
      }),
      "A page, and all ratings counted",
    ),
    ...invalid,
  },
});

const own = { params: z.object({ productId: z.uuid() }), headers: audience };

export const listReceived = createRoute({
  method: "get",
  path: "/v1/reviews/own",
  tags,
  security: memberOnly,
  summary: "Up to 100 products that arrived last, with what the member says of each",
  request: { headers: audience },
  responses: { 200: json(z.object({ items: z.array(Received) }), "Them"), ...readFailures },
});

export const getReceived = createRoute({
  method: "get",
  path: "/v1/reviews/own/{productId}",
  tags,
  security: memberOnly,
  summary: "A product that the member received; 404 for others",
  request: own,
  responses: { 200: json(Received, "It"), ...readFailures, ...notFound },
});

export const putReview = createRoute({
  method: "put",
  path: "/v1/reviews/own/{productId}",
  tags,
  security: memberOnly,
  summary: "Say something of a product that arrived, or change it",
  description:
    "Shown once staff have read it, and again so after a change. The same twice changes nothing. " +
    "409 with the rule `not_received` where the product has not arrived.",
  request: { ...own, body: body(NewReview) },
  responses: { 200: json(OwnReview, "As it is now"), ...readFailures, ...conflict },
});

export const removeReview = createRoute({
  method: "delete",
  path: "/v1/reviews/own/{productId}",
  tags,
  security: memberOnly,
  summary: "Take it back",
  request: own,
  responses: { 204: { description: "It is gone" }, ...readFailures },
});

const security = staff("reviews:write");

export const listSalesReviews = createRoute({
  method: "get",
  path: "/v1/sales/reviews",
  tags,
  security,
  summary: "All reviews; those that wait the oldest first, others the newest first",
  request: {
    headers: audience,
    query: z.strictObject({ state: ReviewState.default("pending"), ...page }),
  },
  responses: {
    200: json(z.object({ items: z.array(SalesReview), next }), "A page"),
    ...readFailures,
  },
});

export const moderateReview = createRoute({
  method: "put",
  path: "/v1/sales/reviews/{id}/moderation",
  tags,
  security,
  summary: "Show it to everybody, or do not",
  description: "412 where its author has changed it since it was read.",
  request: {
    params: id,
    headers: audience.extend({ "if-match": ifMatch }),
    body: body(Moderation),
  },
  responses: {
    200: json(SalesReview, "As it is now"),
    ...readFailures,
    ...notFound,
    ...preconditionFailed,
  },
});
