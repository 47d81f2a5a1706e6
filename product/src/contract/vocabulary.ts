import { createRoute, z } from "@hono/zod-openapi";
import { json, staffOrClient, text } from "@jangteo/shared/contract";
import { forbidden, unauthenticated } from "@jangteo/shared/problem";

const tags = ["staff"];
const security = staffOrClient("catalogue:write");
const reading = { ...unauthenticated, ...forbidden };
const name = z.object({ ko: text(4000, 0), en: text(4000, 0) });
const Named = z.object({ code: z.string(), name });

/** What products can be told by; parents stand before their children. */
export const Vocabulary = z
  .object({
    categories: z.array(z.object({ slug: z.string(), parent: z.string().nullable(), name })),
    collections: z.array(z.object({ slug: z.string(), name })),
    attributes: z.array(z.object({ ...Named.shape, values: z.array(Named) })),
    locations: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .openapi("Vocabulary");

const count = (description: string) => z.int().openapi({ description });
export const Figures = z
  .object({
    ...{ active: count("For sale"), draft: count("Begun"), archived: count("Put away") },
    soldOut: count("For sale, and nothing left"),
    low: count("For sale, and few left"),
  })
  .openapi("Figures");

export const getVocabulary = createRoute({
  method: "get",
  path: "/v1/catalogue/vocabulary",
  tags,
  security,
  summary: "Every category, collection, attribute value and location that can be chosen",
  responses: { 200: json(Vocabulary, "What can be chosen"), ...reading },
});

export const getFigures = createRoute({
  method: "get",
  path: "/v1/catalogue/figures",
  tags,
  security,
  summary: "How many products stand where",
  responses: { 200: json(Figures, "The counts now"), ...reading },
});
