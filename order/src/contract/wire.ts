import { z } from "@hono/zod-openapi";
import { ifMatch as required } from "@jangteo/shared/etag";
import { currency, Money } from "@jangteo/shared/money";
import { postalAddress } from "@jangteo/shared/people";

export const id = z.object({ id: z.uuid() });

/** Answers are in the language and, where nothing is chosen yet, the currency that these ask for. */
export const audience = z.object({
  "accept-language": z.string().max(200).optional().openapi({ example: "ko" }),
  "x-currency": currency.default("KRW"),
});

/** Of routes that take an If-Match, and do without one. */
export const ifMatch = required.optional();

/** How many units of one thing, and how many lines, a cart may hold. */
export const mostUnits = 999;
export const mostLines = 100;

/** Named after schema.org's PostalAddress; `name` is the recipient. */
export const NewAddress = z.strictObject(postalAddress).openapi("ShippingAddress");

const LinePicture = z
  .object({ url: z.string(), alt: z.string(), width: z.int(), height: z.int() })
  .openapi("LinePicture");

/** Why some of a line was let off: the promotion's name, and how much. */
const LineDiscount = z.object({ promotion: z.string(), amount: Money }).openapi("LineDiscount");

/** What a line is, and how its total comes about: quantity x unit price - discounts. */
export const PricedLine = z
  .object({
    id: z.uuid(),
    variantId: z.uuid(),
    productId: z.uuid(),
    slug: z.string(),
    sku: z.string(),
    name: z.string(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    picture: LinePicture.nullable(),
    quantity: z.int().positive(),
    unitPrice: Money,
    listPrice: Money.nullable().openapi({ description: "The earlier price of a cut one" }),
    discounts: z.array(LineDiscount),
    total: Money,
  })
  .openapi("PricedLine");
export type PricedLine = z.infer<typeof PricedLine>;

/** total = subtotal - discount + shipping + tax, where tax that prices include is not added again. */
export const Totals = z
  .object({
    subtotal: Money,
    discount: Money,
    shipping: Money.nullable().openapi({ description: "Unknown before there is an address" }),
    tax: Money,
    taxIncluded: z.boolean(),
    total: Money,
  })
  .openapi("Totals");
export type Totals = z.infer<typeof Totals>;

export const Coupon = z
  .object({
    code: z.string(),
    name: z.string().nullable(),
    applied: z.boolean(),
    reason: z
      .enum(["unknown", "expired", "not_begun", "used_up", "conditions", "not_combinable"])
      .nullable()
      .openapi({ description: "Why it gives nothing now" }),
  })
  .openapi("Coupon");

export const couponCode = z.string().regex(/^[A-Za-z0-9-]{3,40}$/, "must be a coupon's code");

/** Units of lines of an order, each line once. */
export const LineUnits = z
  .array(z.strictObject({ lineId: z.uuid(), quantity: z.int().min(1).max(mostUnits) }))
  .min(1)
  .max(mostLines)
  .refine(
    (lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length,
    "must name each line once",
  );
