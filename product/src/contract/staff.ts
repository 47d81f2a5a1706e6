import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  readFailures,
  staffOrClient,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { forbidden, notFound, preconditionFailed } from "@jangteo/shared/problem";

import {
  NewPicture,
  NewPrice,
  NewProduct,
  NewVariant,
  ProductChange,
  ProductRecord,
  ProductRow,
  VariantChange,
} from "./records.ts";
import { Availability, changing, id, slug, tagged } from "./wire.ts";

const tags = ["staff"];
const security = staffOrClient("catalogue:write");
const writing = { ...writeFailures, ...forbidden, ...notFound };

const record = (description: string) => tagged(ProductRecord, description);

export const listRecords = createRoute({
  method: "get",
  path: "/v1/catalogue/products",
  tags,
  security,
  summary: "All products, drafts and archived ones too, the newest first",
  request: {
    query: z.strictObject({
      q: text(100).optional().openapi({ description: "Part of a name, a slug or a SKU" }),
      status: z.enum(["draft", "active", "archived"]).optional(),
      availability: Availability.optional(),
      category: slug.optional().openapi({ description: "In it itself" }),
      collection: slug.optional(),
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(ProductRow),
        next: z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...readFailures,
  },
});

export const getRecord = createRoute({
  method: "get",
  path: "/v1/catalogue/products/{id}",
  tags,
  security,
  summary: "One product with everything that can be changed of it",
  request: { params: id },
  responses: { 200: record("The product"), ...readFailures, ...notFound },
});

export const addProduct = createRoute({
  method: "post",
  path: "/v1/products",
  tags,
  security,
  summary: "Begin a product, as a draft",
  request: { headers: idempotencyKey, body: body(NewProduct) },
  responses: { 201: record("Begun"), ...writeFailures, ...forbidden },
});

export const changeProduct = createRoute({
  method: "patch",
  path: "/v1/products/{id}",
  tags,
  security,
  summary: "Change a product; an earlier slug leads to the new one",
  request: { params: id, headers: changing, body: body(ProductChange) },
  responses: { 200: record("Changed"), ...writing, ...preconditionFailed },
});

export const addVariant = createRoute({
  method: "post",
  path: "/v1/products/{id}/variants",
  tags,
  security,
  summary: "Add a variant",
  request: { params: id, headers: idempotencyKey, body: body(NewVariant) },
  responses: { 201: record("Added"), ...writing },
});

export const setPictures = createRoute({
  method: "put",
  path: "/v1/products/{id}/pictures",
  tags,
  security,
  summary: "Say which pictures a product has, in their order",
  request: {
    params: id,
    headers: changing,
    body: body(z.strictObject({ pictures: z.array(NewPicture).max(40) }).openapi("NewPictures")),
  },
  responses: { 200: record("Set"), ...writing, ...preconditionFailed },
});

export const changeVariant = createRoute({
  method: "patch",
  path: "/v1/variants/{id}",
  tags,
  security,
  summary: "Change a variant; If-Match is the variant's own version",
  request: { params: id, headers: changing, body: body(VariantChange) },
  responses: { 200: record("Changed"), ...writing, ...preconditionFailed },
});

export const setPrice = createRoute({
  method: "post",
  path: "/v1/variants/{id}/prices",
  tags,
  security,
  summary: "Set a price from a time on; what it was before is kept",
  request: { params: id, headers: idempotencyKey, body: body(NewPrice) },
  responses: { 201: record("Set"), ...writing },
});
