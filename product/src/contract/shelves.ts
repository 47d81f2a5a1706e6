import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  readFailures,
  staffOrClient,
  writeFailures,
} from "@jangteo/shared/contract";
import { forbidden, notFound, preconditionFailed, unauthenticated } from "@jangteo/shared/problem";

import { changing, slug, tagged, words } from "./wire.ts";

/** Where products stand, as staff keep it: the tree of categories, and the collections. */

const tags = ["staff"];
const security = staffOrClient("catalogue:write");
const writing = { ...writeFailures, ...forbidden };
const changed = { ...writing, ...notFound, ...preconditionFailed };
const params = z.object({ slug });

const shelf = {
  slug,
  position: z.int().min(0).max(10_000).openapi({ description: "Smaller ones come first" }),
  name: words(80),
  description: words(4000, 0),
};
const unsaid = { ko: "", en: "" };
const defaults = {
  position: shelf.position.default(0),
  description: shelf.description.default(unsaid),
};
const counted = {
  version: z.int(),
  products: z.int().openapi({ description: "In it itself, whatever their status" }),
};

const parent = slug.nullable().openapi({ description: "What it stands below; null at the root" });

export const NewCategory = z
  .strictObject({ ...shelf, ...defaults, parent: parent.default(null) })
  .openapi("NewCategory");
export type NewCategory = z.infer<typeof NewCategory>;

export const CategoryChange = z
  .strictObject({ ...shelf, parent })
  .partial()
  .openapi("CategoryChange");
export type CategoryChange = z.infer<typeof CategoryChange>;

export const CategoryRecord = z.object({ ...shelf, parent, ...counted }).openapi("CategoryRecord");
export type CategoryRecord = z.infer<typeof CategoryRecord>;

export const NewCollection = z.strictObject({ ...shelf, ...defaults }).openapi("NewCollection");
export type NewCollection = z.infer<typeof NewCollection>;

export const CollectionChange = z.strictObject(shelf).partial().openapi("CollectionChange");
export type CollectionChange = z.infer<typeof CollectionChange>;

export const CollectionRecord = z.object({ ...shelf, ...counted }).openapi("CollectionRecord");
export type CollectionRecord = z.infer<typeof CollectionRecord>;

export const listCategoryRecords = createRoute({
  method: "get",
  path: "/v1/catalogue/categories",
  tags,
  security,
  summary: "The tree of categories with everything that can be changed, parents first",
  responses: {
    200: json(z.object({ items: z.array(CategoryRecord) }), "The tree"),
    ...unauthenticated,
    ...forbidden,
  },
});

export const getCategoryRecord = createRoute({
  method: "get",
  path: "/v1/catalogue/categories/{slug}",
  tags,
  security,
  summary: "One category with everything that can be changed of it",
  request: { params },
  responses: { 200: tagged(CategoryRecord, "The category"), ...readFailures, ...notFound },
});

export const addCategory = createRoute({
  method: "post",
  path: "/v1/categories",
  tags,
  security,
  summary: "Add a category",
  request: { headers: idempotencyKey, body: body(NewCategory) },
  responses: { 201: tagged(CategoryRecord, "Added"), ...writing },
});

export const changeCategory = createRoute({
  method: "patch",
  path: "/v1/categories/{slug}",
  tags,
  security,
  summary: "Change or move a category; an earlier slug leads to the new one",
  description:
    "What stands in it and below moves along. A promotion that names an earlier slug still applies.",
  request: { params, headers: changing, body: body(CategoryChange) },
  responses: { 200: tagged(CategoryRecord, "Changed"), ...changed },
});

export const removeCategory = createRoute({
  method: "delete",
  path: "/v1/categories/{slug}",
  tags,
  security,
  summary: "Take away a category in which nothing stands, not even an archived product",
  request: { params, headers: changing },
  responses: { 204: { description: "Gone" }, ...changed },
});

export const listCollectionRecords = createRoute({
  method: "get",
  path: "/v1/catalogue/collections",
  tags,
  security,
  summary: "The collections with everything that can be changed, in the merchant's order",
  responses: {
    200: json(z.object({ items: z.array(CollectionRecord) }), "The collections"),
    ...unauthenticated,
    ...forbidden,
  },
});

export const getCollectionRecord = createRoute({
  method: "get",
  path: "/v1/catalogue/collections/{slug}",
  tags,
  security,
  summary: "One collection with everything that can be changed of it",
  request: { params },
  responses: {
    200: tagged(CollectionRecord, "The collection"),
    ...readFailures,
    ...notFound,
  },
});

export const addCollection = createRoute({
  method: "post",
  path: "/v1/collections",
  tags,
  security,
  summary: "Add a collection",
  request: { headers: idempotencyKey, body: body(NewCollection) },
  responses: { 201: tagged(CollectionRecord, "Added"), ...writing },
});

export const changeCollection = createRoute({
  method: "patch",
  path: "/v1/collections/{slug}",
  tags,
  security,
  summary: "Change a collection; an earlier slug leads to the new one",
  request: { params, headers: changing, body: body(CollectionChange) },
  responses: { 200: tagged(CollectionRecord, "Changed"), ...changed },
});

export const removeCollection = createRoute({
  method: "delete",
  path: "/v1/collections/{slug}",
  tags,
  security,
  summary: "Take away a collection; its products stay",
  request: { params, headers: changing },
  responses: { 204: { description: "Gone" }, ...changed },
});

const member = {
  tags,
  security,
  request: { params: z.object({ slug, id: z.uuid() }) },
  responses: { 204: { description: "So it is" }, ...readFailures, ...notFound },
};

export const addToCollection = createRoute({
  ...member,
  method: "put",
  path: "/v1/collections/{slug}/products/{id}",
  summary: "Put a product into a collection; there already, it stays",
});

export const takeFromCollection = createRoute({
  ...member,
  method: "delete",
  path: "/v1/collections/{slug}/products/{id}",
  summary: "Take a product out of a collection; its other places stay",
});
