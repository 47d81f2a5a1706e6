import { createRoute, z } from "@hono/zod-openapi";
import { json } from "@jangteo/shared/contract";
import { invalid, notFound } from "@jangteo/shared/problem";

import { audience, Picture, slug } from "./wire.ts";

const tags = ["products"];

export const CategoryNode = z
  .object({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    parent: z.string().nullable(),
    count: z.int().openapi({ description: "Active products in it and below" }),
  })
  .openapi("CategoryNode");
export type CategoryNode = z.infer<typeof CategoryNode>;

export const Collection = z
  .object({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    count: z.int().openapi({ description: "Active products in it" }),
  })
  .openapi("Collection");
export type Collection = z.infer<typeof Collection>;

/** `query` is a word to search for. */
export const Suggestions = z
  .object({
    queries: z.array(z.string()),
    products: z.array(
      z.object({ slug: z.string(), name: z.string(), picture: Picture.nullable() }),
    ),
  })
  .openapi("Suggestions");

export const listCategories = createRoute({
  method: "get",
  path: "/v1/categories",
  tags,
  summary: "The tree of categories, parents before their children",
  request: { headers: audience },
  responses: { 200: json(z.object({ items: z.array(CategoryNode) }), "The tree"), ...invalid },
});

const moved = { 308: { description: "It has another slug now; see Location" } };

export const getCategory = createRoute({
  method: "get",
  path: "/v1/categories/{slug}",
  tags,
  summary: "One category; its products are listed with `category`",
  request: { headers: audience, params: z.object({ slug }) },
  responses: { 200: json(CategoryNode, "The category"), ...moved, ...invalid, ...notFound },
});

export const listCollections = createRoute({
  method: "get",
  path: "/v1/collections",
  tags,
  summary: "The collections, in the merchant's order",
  request: { headers: audience },
  responses: {
    200: json(z.object({ items: z.array(Collection) }), "The collections"),
    ...invalid,
  },
});

export const getCollection = createRoute({
  method: "get",
  path: "/v1/collections/{slug}",
  tags,
  summary: "One collection; its products are listed with `collection`",
  request: { headers: audience, params: z.object({ slug }) },
  responses: { 200: json(Collection, "The collection"), ...moved, ...invalid, ...notFound },
});

export const suggest = createRoute({
  method: "get",
  path: "/v1/search/suggestions",
  tags,
  summary: "What somebody who types this may be looking for",
  request: { headers: audience, query: z.strictObject({ q: z.string().min(1).max(100) }) },
  responses: { 200: json(Suggestions, "Suggestions"), ...invalid },
});
