import { createRoute, z } from "@hono/zod-openapi";
import { json, service } from "@jangteo/shared/contract";
import { invalid, unauthenticated } from "@jangteo/shared/problem";

const words = z.object({ ko: z.string(), en: z.string() });
const amount = z.int().nonnegative().openapi({ description: "In minor units" });

/** What one unit costs in a currency, and from which quantity on it costs less. */
const OfferPrice = z.object({
  amount,
  listAmount: amount.nullable(),
  tiers: z.array(z.object({ quantity: z.int(), amount })),
});

/** What can be bought: a variant in both languages, what it costs now, and how many are free. */
export const Offer = z
  .object({
    variantId: z.uuid(),
    productId: z.uuid(),
    slug: z.string(),
    sku: z.string(),
    active: z.boolean(),
    name: words,
    options: z.array(z.object({ name: words, value: words })),
    categories: z
      .array(z.string())
      .openapi({ description: "From the root of the tree, then their earlier slugs" }),
    collections: z.array(z.string()).openapi({ description: "And their earlier slugs" }),
    picture: z.object({ url: z.string(), alt: words, width: z.int(), height: z.int() }).nullable(),
    weight: z.int().openapi({ description: "Grams" }),
    free: z.int(),
    prices: z.object({ KRW: OfferPrice.optional(), USD: OfferPrice.optional() }),
    validUntil: z.iso
      .datetime()
      .nullable()
      .openapi({ description: "When some price begins or ends next" }),
  })
  .openapi("Offer");
export type Offer = z.infer<typeof Offer>;

const most = 100;

export const listOffers = createRoute({
  method: "get",
  path: "/internal/offers",
  tags: ["internal"],
  security: service,
  summary: "What these variants are, cost and have left; those that are unknown are left out",
  request: {
    query: z.strictObject({
      variantId: z
        .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).min(1).max(most)])
        .openapi({ type: "array", items: { type: "string", format: "uuid" } }),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(Offer) }), "The offers"),
    ...invalid,
    ...unauthenticated,
  },
});
