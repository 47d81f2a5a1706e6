import { createRoute, z } from "@hono/zod-openapi";
import { body, idempotencyKey, json, staffOrClient, writeFailures } from "@jangteo/shared/contract";
import { forbidden, invalid, notFound, unauthenticated } from "@jangteo/shared/problem";

import { id } from "./wire.ts";

const tags = ["stock"];
const security = staffOrClient("catalogue:write");

export const StockMovement = z
  .object({
    id: z.uuid(),
    location: z.string(),
    quantity: z.int(),
    kind: z.enum(["received", "corrected", "returned", "lost", "shipped"]),
    cause: z.string(),
    actor: z.string().nullable().openapi({ description: "A member, or an API client" }),
    at: z.iso.datetime(),
  })
  .openapi("StockMovement");

export const Stock = z
  .object({
    levels: z.array(
      z.object({ location: z.string(), onHand: z.int(), reserved: z.int(), free: z.int() }),
    ),
    movements: z.array(StockMovement).openapi({ description: "The newest fifty" }),
  })
  .openapi("Stock");

export const StockAdjustment = z
  .strictObject({
    location: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, "must be the code of a location")
      .default("main"),
    kind: z
      .enum(["received", "returned", "lost", "counted"])
      .openapi({ description: "What was counted replaces what was thought to be there" }),
    quantity: z.int().min(0).max(1_000_000),
  })
  .openapi("StockAdjustment");

export const getStock = createRoute({
  method: "get",
  path: "/v1/variants/{id}/stock",
  tags,
  security,
  summary: "What is there of a variant, and what came and went",
  request: { params: id },
  responses: {
    200: json(Stock, "The stock"),
    ...invalid,
    ...unauthenticated,
    ...forbidden,
    ...notFound,
  },
});

export const adjustStock = createRoute({
  method: "post",
  path: "/v1/variants/{id}/stock-adjustments",
  tags,
  security,
  summary: "Tell that units came, went or were counted",
  request: { params: id, headers: idempotencyKey, body: body(StockAdjustment) },
  responses: { 201: json(Stock, "The stock now"), ...writeFailures, ...forbidden, ...notFound },
});
