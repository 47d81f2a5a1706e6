import { z } from "@hono/zod-openapi";
import { idempotencyKey, json, text } from "@jangteo/shared/contract";
import { ifMatch } from "@jangteo/shared/etag";
import { currency, Money } from "@jangteo/shared/money";

/** The gateway's cache varies by these two headers; each falls back to its first value. */
export const audience = z.object({
  "accept-language": z.string().max(200).optional().openapi({ example: "ko" }),
  "x-currency": currency.default("KRW"),
});

export const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug");
export const id = z.object({ id: z.uuid() });
export const sku = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "must be a SKU");

/** A text in every language of the shop. */
export const words = (max: number, min = 1) =>
  z.strictObject({ ko: text(max, min), en: text(max, min) });

export const Availability = z.enum(["in_stock", "low_stock", "sold_out"]);

/** A picture; `url` is a URI reference against the shop's origin, sizes are pixels. */
export const Picture = z
  .object({
    url: z.string().openapi({ example: "/media/celadon-tea-bowl-main.webp" }),
    view: z.enum(["main", "wide", "detail"]),
    alt: z.string(),
    selection: z
      .array(z.object({ option: z.string(), value: z.string() }))
      .optional()
      .openapi({ description: "The values of options that it shows; absent where it shows any" }),
    width: z.int(),
    height: z.int(),
    sources: z
      .array(z.object({ url: z.string(), type: z.string(), width: z.int(), height: z.int() }))
      .openapi({ description: "The same picture in other sizes and formats" }),
  })
  .openapi("Picture");
export type Picture = z.infer<typeof Picture>;

export const Category = z.object({ slug: z.string(), name: z.string() }).openapi("Category");

/** What something costs now. */
export const Cost = z.object({
  price: Money,
  listPrice: Money.nullable().openapi({ description: "The earlier price of a cut one" }),
  lowestPriorPrice: Money.nullable().openapi({
    description: "The lowest price of the 30 days before the cut",
  }),
});

export const size = z.object({ width: z.int(), height: z.int(), depth: z.int() });
export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(24),
  after: z
    .string()
    .regex(/^[\w-]{1,200}$/, "must be the `next` of an earlier answer")
    .optional(),
};
export const next = z
  .string()
  .nullable()
  .openapi({ description: "Pass as `after` for the next page" });

/** Who changes something must have seen it as it is, and does so once. */
export const changing = idempotencyKey.extend({ "if-match": ifMatch });

/** An answer whose ETag is the version that a change is made on. */
export const tagged = <S extends z.ZodType>(schema: S, description: string) => ({
  ...json(schema, description),
  headers: z.object({ etag: z.string() }),
});
