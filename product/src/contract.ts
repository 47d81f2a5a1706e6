import { createRoute, z } from "@hono/zod-openapi";
import { json } from "@jangteo/shared/contract";
import { currency, Money } from "@jangteo/shared/money";
import { invalid, notFound } from "@jangteo/shared/problem";

/** What the documentation calls this service. */
export const about = {
  name: "product",
  description: "The catalogue: products, their prices, pictures and stock.",
};

/** A picture; `url` is a URI reference against the shop's origin, sizes are pixels. */
export const Picture = z
  .object({
    url: z.string().openapi({ example: "/media/celadon-tea-bowl-main.webp" }),
    view: z.enum(["main", "wide", "detail"]),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
  })
  .openapi("Picture");
export type Picture = z.infer<typeof Picture>;

/** What a shelf shows of a product. Sizes are millimetres, so that drawings keep one scale. */
export const ProductSummary = z
  .object({
    id: z.uuid(),
    slug: z.string().openapi({ example: "celadon-tea-bowl" }),
    name: z.string(),
    category: z.object({ slug: z.string(), name: z.string() }),
    form: z.string().openapi({ description: "The shape its drawing takes", example: "bowl" }),
    glaze: z.string().openapi({ example: "celadon" }),
    maker: z.string(),
    size: z.object({ width: z.int(), height: z.int(), depth: z.int() }),
    price: Money,
    listPrice: Money.nullable().openapi({ description: "The earlier price of a cut one" }),
    availability: z.enum(["in_stock", "low_stock", "sold_out"]),
    stock: z.int(),
    picture: Picture.nullable(),
  })
  .openapi("ProductSummary");
export type ProductSummary = z.infer<typeof ProductSummary>;

export const Product = z
  .object({
    ...ProductSummary.omit({ picture: true }).shape,
    sku: z.string(),
    description: z.string(),
    material: z.string(),
    care: z.string(),
    weight: z.int().openapi({ description: "Grams" }),
    capacity: z.int().nullable().openapi({ description: "Millilitres, where it holds something" }),
    pictures: z.array(Picture),
  })
  .openapi("Product");
export type Product = z.infer<typeof Product>;

/** The gateway's cache varies by these two headers; each falls back to its first value. */
const audience = z.object({
  "accept-language": z.string().max(200).optional().openapi({ example: "ko" }),
  "x-currency": currency.default("KRW"),
});

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug");

export const listProducts = createRoute({
  method: "get",
  path: "/v1/products",
  tags: ["products"],
  summary: "The active products",
  request: {
    headers: audience,
    query: z.strictObject({
      category: slug.optional(),
      sort: z.enum(["featured", "price", "-price", "-created"]).default("featured"),
      limit: z.coerce.number().int().min(1).max(100).default(24),
      after: z
        .string()
        .regex(/^[\w-]{1,200}$/, "must be the `next` of an earlier answer")
        .optional(),
    }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(ProductSummary),
        total: z.int(),
        next: z.string().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page of products",
    ),
    ...invalid,
  },
});

export const getProduct = createRoute({
  method: "get",
  path: "/v1/products/{slug}",
  tags: ["products"],
  summary: "One product",
  request: { headers: audience, params: z.object({ slug }) },
  responses: { 200: json(Product, "The product"), ...invalid, ...notFound },
});
