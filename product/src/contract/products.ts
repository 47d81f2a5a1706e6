import { createRoute, z } from "@hono/zod-openapi";
import { json } from "@jangteo/shared/contract";
import { Money } from "@jangteo/shared/money";
import { invalid, notFound } from "@jangteo/shared/problem";

import { audience, Availability, Category, Cost, next, page, Picture, size, slug } from "./wire.ts";

/** A name with the parts that a search found, as offsets of UTF-16 units. */
const Highlight = z.object({ start: z.int(), end: z.int() }).openapi("Highlight");

/** Named after schema.org's AggregateRating; 5 is best. */
const Rating = z
  .object({ average: z.number().min(1).max(5), reviews: z.int().positive() })
  .openapi("Rating");

/** What a shelf shows of a product. Sizes are millimetres, so that drawings keep one scale. */
export const ProductSummary = z
  .object({
    id: z.uuid(),
    slug: z.string().openapi({ example: "celadon-tea-bowl" }),
    name: z.string(),
    category: Category,
    form: z.string().openapi({ description: "The shape its drawing takes", example: "bowl" }),
    glaze: z.string().openapi({ example: "celadon" }),
    maker: z.string(),
    size,
    ...Cost.shape,
    priceVaries: z.boolean().openapi({ description: "Whether some variant costs more" }),
    variantId: z.uuid().nullable().openapi({ description: "Where there is nothing to choose" }),
    picture: Picture.nullable(),
    rating: Rating.optional().openapi({ description: "Once somebody has rated it" }),
    availability: Availability,
    stock: z.int(),
    highlights: z.array(Highlight).optional().openapi({ description: "In the name; on a search" }),
  })
  .openapi("ProductSummary");
export type ProductSummary = z.infer<typeof ProductSummary>;

const Named = z.object({ code: z.string(), name: z.string() });

export const Variant = z
  .object({
    id: z.uuid(),
    sku: z.string(),
    selection: z.array(z.object({ option: z.string(), value: z.string() })),
    size,
    weight: z.int().openapi({ description: "Grams" }),
    capacity: z.int().nullable().openapi({ description: "Millilitres, where it holds something" }),
    ...Cost.shape,
    tiers: z
      .array(z.object({ quantity: z.int(), price: Money }))
      .openapi({ description: "What a unit costs from a quantity on" }),
    availability: Availability,
    stock: z.int(),
  })
  .openapi("Variant");
export type Variant = z.infer<typeof Variant>;

export const Product = z
  .object({
    ...ProductSummary.omit({ picture: true, highlights: true }).shape,
    sku: z.string(),
    description: z.string(),
    material: z.string(),
    care: z.string(),
    weight: z.int().openapi({ description: "Grams" }),
    capacity: z.int().nullable().openapi({ description: "Millilitres, where it holds something" }),
    pictures: z.array(Picture),
    path: z.array(Category).openapi({ description: "From the root of the categories down" }),
    collections: z.array(Category),
    attributes: z.array(z.object({ ...Named.shape, values: z.array(Named) })),
    options: z.array(z.object({ ...Named.shape, values: z.array(Named) })),
    variants: z.array(Variant),
  })
  .openapi("Product");
export type Product = z.infer<typeof Product>;

const Counted = z.object({ ...Named.shape, count: z.int() });

/**
 * How many products each further choice leaves: of the categories, the chosen one and those below; an
 * attribute's values are counted without its own choice.
 */
export const Facets = z
  .object({
    categories: z.array(Counted),
    attributes: z.array(z.object({ ...Named.shape, values: z.array(Counted) })),
    availability: z.object({ available: z.int(), soldOut: z.int() }),
    price: z.object({ lowest: Money, highest: Money }).nullable(),
  })
  .openapi("Facets");
export type Facets = z.infer<typeof Facets>;

const attribute = z
  .string()
  .regex(/^[a-z0-9-]{1,60}:[a-z0-9-]{1,60}$/, "must be attribute:value")
  .openapi({ example: "glaze:celadon" });
const amount = z.coerce.number().int().min(0).max(1e12);
const flag = z
  .enum(["true", "false"])
  .transform((one) => one === "true")
  .default(false);

export const listProducts = createRoute({
  method: "get",
  path: "/v1/products",
  tags: ["products"],
  summary: "The active products: filtered, searched, sorted, page by page",
  request: {
    headers: audience,
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: "Words; forgives typing errors" }),
      id: z
        .union([z.uuid(), z.array(z.uuid()).max(100)])
        .transform((one) => [one].flat())
        .optional()
        .openapi({ description: "These and no others; what is no longer sold is left out" }),
      category: slug.optional().openapi({ description: "With all below it" }),
      collection: slug.optional(),
      attribute: z
        .union([attribute, z.array(attribute).max(20)])
        .transform((one) => [one].flat())
        .optional()
        .openapi({ description: "Of one attribute any, of several attributes each" }),
      minPrice: amount.optional().openapi({ description: "Minor units" }),
      maxPrice: amount.optional().openapi({ description: "Minor units" }),
      availability: z.enum(["available"]).optional(),
      sort: z
        .enum(["featured", "relevance", "price", "-price", "-created", "-rating"])
        .optional()
        .openapi({ description: "By relevance on a search, else featured" }),
      facets: flag,
      ...page,
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(ProductSummary),
        total: z.int(),
        next,
        facets: Facets.optional(),
      }),
      "A page of products",
    ),
    ...invalid,
  },
});
export type ProductList = z.infer<
  (typeof listProducts.responses)[200]["content"]["application/json"]["schema"]
>;

export const getProduct = createRoute({
  method: "get",
  path: "/v1/products/{slug}",
  tags: ["products"],
  summary: "One product",
  request: { headers: audience, params: z.object({ slug }) },
  responses: {
    200: json(Product, "The product"),
    308: { description: "It has another slug now; see Location" },
    ...invalid,
    ...notFound,
  },
});
