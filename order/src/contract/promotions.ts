import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  moment,
  readFailures,
  staffOrClient,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { ifMatch } from "@jangteo/shared/etag";
import { forbidden, notFound, preconditionFailed } from "@jangteo/shared/problem";

import { couponCode, id } from "./wire.ts";

const tags = ["promotions"];
const security = staffOrClient("promotions:write");

const words = z.strictObject({ ko: text(160), en: text(160) });
const amount = z.int().min(0).max(1e12);
const amounts = z
  .strictObject({ KRW: amount.optional(), USD: amount.optional() })
  .openapi("Amounts", { description: "Minor units of each currency it is for" });
const rate = z
  .int()
  .min(1)
  .max(10_000)
  .openapi({ description: "Hundredths of a percent", example: 1000 });
const units = z.int().min(1).max(99);
const times = z.int().min(1).max(1_000_000_000).nullable();
const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug");
const slugs = z.array(slug).max(60);

export const Gift = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("percentage"), rate }),
    z.strictObject({ kind: z.literal("amount"), amounts }),
    z.strictObject({
      kind: z.literal("free_shipping"),
      methods: z
        .array(z.string().regex(/^[a-z0-9-]{1,40}$/, "must be the code of a method"))
        .max(20)
        .default([])
        .openapi({ description: "By these methods, or by any if there are none" }),
    }),
    z.strictObject({ kind: z.literal("buy_x_get_y"), buy: units, get: units, rate }),
  ])
  .openapi("Gift", {
    description:
      "Of every `buy + get` units the `get` cheapest are let off, wholly at the rate of 10,000",
  });

export const Conditions = z
  .strictObject({
    subtotal: amounts.openapi({
      description: "What the lines it is about must come to; in other currencies it is not for",
    }),
    products: z.array(z.uuid()).max(200),
    categories: slugs,
    collections: slugs,
    membersOnly: z.boolean(),
    firstOrder: z.boolean(),
  })
  .openapi("PromotionConditions", {
    description: "It is about lines in any of the products, categories or collections, or all",
  });

/** All lines of anybody. */
const unconditional: z.infer<typeof Conditions> = {
  subtotal: {},
  products: [],
  categories: [],
  collections: [],
  membersOnly: false,
  firstOrder: false,
};

const fields = {
  code: couponCode
    .transform((code) => code.toUpperCase())
    .nullable()
    .openapi({ description: "Without one it applies by itself" }),
  name: words,
  gift: Gift,
  conditions: Conditions,
  startsAt: moment,
  endsAt: moment.nullable(),
  stacking: z.enum(["combinable", "exclusive"]).openapi({
    description: "An exclusive one applies alone, where that is better than all others together",
  }),
  priority: z.int().min(0).max(1000).openapi({ description: "The highest is applied first" }),
  cap: times.openapi({ description: "How many orders may use it" }),
  capPerOwner: times.openapi({ description: "How many orders of one person may use it" }),
};

export const NewPromotion = z
  .strictObject({
    ...fields,
    code: fields.code.default(null),
    conditions: Conditions.default(unconditional),
    startsAt: fields.startsAt.optional().openapi({ description: "Now, if left out" }),
    endsAt: fields.endsAt.default(null),
    stacking: fields.stacking.default("combinable"),
    priority: fields.priority.default(0),
    cap: fields.cap.default(null),
    capPerOwner: fields.capPerOwner.default(null),
  })
  .openapi("NewPromotion");
export type NewPromotion = z.infer<typeof NewPromotion>;

export const PromotionChange = z.strictObject(fields).partial().openapi("PromotionChange");
export type PromotionChange = z.infer<typeof PromotionChange>;

const PromotionState = z.enum(["coming", "running", "ended"]);

export const Promotion = z
  .object({
    id: z.uuid(),
    ...fields,
    code: z.string().nullable(),
    state: PromotionState,
    used: z.int().nonnegative().openapi({ description: "Orders, and checkouts under way" }),
    version: z.int().positive(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Promotion");
export type Promotion = z.infer<typeof Promotion>;

const headers = z.object({ etag: z.string().openapi({ example: '"3"' }) });
const promotion = (description: string) => ({ ...json(Promotion, description), headers });

export const PromotionQuery = z.strictObject({
  q: text(80).optional().openapi({ description: "Part of a name or a code" }),
  state: PromotionState.optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PromotionQuery = z.infer<typeof PromotionQuery>;

export const listPromotions = createRoute({
  method: "get",
  path: "/v1/promotions",
  tags,
  security,
  summary: "All promotions, the newest first",
  request: { query: PromotionQuery },
  responses: {
    200: json(
      z.object({
        items: z.array(Promotion),
        next: z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...readFailures,
  },
});

export const getPromotion = createRoute({
  method: "get",
  path: "/v1/promotions/{id}",
  tags,
  security,
  summary: "One promotion",
  request: { params: id },
  responses: { 200: promotion("The promotion"), ...readFailures, ...notFound },
});

export const addPromotion = createRoute({
  method: "post",
  path: "/v1/promotions",
  tags,
  security,
  summary: "Offer a promotion; a code that another one has is 409",
  request: { headers: idempotencyKey, body: body(NewPromotion) },
  responses: { 201: promotion("Added"), ...writeFailures, ...forbidden },
});

export const changePromotion = createRoute({
  method: "patch",
  path: "/v1/promotions/{id}",
  tags,
  security,
  summary: "Change a promotion, or end it by an `endsAt` of now; orders keep what they got",
  request: {
    params: id,
    headers: idempotencyKey.extend({ "if-match": ifMatch }),
    body: body(PromotionChange),
  },
  responses: {
    200: promotion("Changed"),
    ...writeFailures,
    ...forbidden,
    ...notFound,
    ...preconditionFailed,
  },
});
