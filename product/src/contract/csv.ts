import { createRoute, z } from "@hono/zod-openapi";
import { json, staffOrClient } from "@jangteo/shared/contract";
import { FieldError, forbidden, invalid, unauthenticated } from "@jangteo/shared/problem";

const tags = ["staff"];
const security = staffOrClient("catalogue:write");
const csv = { "text/csv": { schema: z.string() } };

/** Each error's pointer is `/<row>/<column>`; the header is row 1. */
export const ImportReport = z
  .object({
    rows: z.int(),
    changed: z.int().openapi({ description: "Products" }),
    unchanged: z.int().openapi({ description: "Products" }),
    errors: z.array(FieldError).openapi({
      description: "The first two hundred; where an import takes long, its refusal too",
    }),
  })
  .openapi("ImportReport");
export type ImportReport = z.infer<typeof ImportReport>;

export const importProducts = createRoute({
  method: "post",
  path: "/v1/product-imports",
  tags,
  security,
  summary: "Take in products, variants, prices and stock; the same again changes nothing",
  request: {
    query: z.strictObject({
      mode: z
        .enum(["all", "rows"])
        .default("all")
        .openapi({ description: "All or nothing, or every product that is right" }),
    }),
    body: { required: true as const, content: csv },
  },
  responses: { 200: json(ImportReport, "Taken in"), ...invalid, ...unauthenticated, ...forbidden },
});

export const exportProducts = createRoute({
  method: "get",
  path: "/v1/product-exports",
  tags,
  security,
  summary: "All products as they can be taken in again, a row for each variant",
  responses: {
    200: { description: "The products", content: csv },
    ...unauthenticated,
    ...forbidden,
  },
});
