import { z } from "@hono/zod-openapi";
import { moment, text } from "@jangteo/shared/contract";
import { currency } from "@jangteo/shared/money";

import { sku, slug, words } from "./wire.ts";

/** What staff read and write: every language at once, and the versions that changes are made on. */

export const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a code");

const millimetres = z.int().min(1).max(100_000);
const named = { code, name: words(80) };
const distinct = <T>(keyOf: (one: T) => string) =>
  [(all: T[]) => new Set(all.map(keyOf)).size === all.length, "must not repeat itself"] as const;

export const Selection = z
  .array(z.strictObject({ option: code, value: code }))
  .max(8)
  .refine(...distinct<{ option: string }>(({ option }) => option));

export const NewVariant = z
  .strictObject({
    sku,
    position: z.int().min(0).max(10_000).default(0),
    selection: Selection.default([]).openapi({ description: "One value for each option" }),
    width: millimetres,
    height: millimetres,
    depth: millimetres,
    weight: z.int().min(1).max(10_000_000).openapi({ description: "Grams" }),
    capacity: z.int().min(1).max(10_000_000).nullable().default(null),
  })
  .openapi("NewVariant");
export type NewVariant = z.infer<typeof NewVariant>;

export const VariantChange = z
  .strictObject({
    ...NewVariant.shape,
    position: NewVariant.shape.position.unwrap(),
    selection: Selection,
    capacity: NewVariant.shape.capacity.unwrap(),
  })
  .partial()
  .openapi("VariantChange");
export type VariantChange = z.infer<typeof VariantChange>;

/** Without `amount` the price is taken away from then on. Only a sale may end by itself. */
export const NewPrice = z
  .strictObject({
    currency,
    list: z.enum(["regular", "sale"]).default("regular"),
    minQuantity: z.int().min(1).max(100_000).default(1),
    amount: z.int().min(1).max(1e12).nullable().openapi({ description: "Minor units" }),
    startsAt: moment.optional().openapi({ description: "Now, if left out" }),
    endsAt: moment.nullable().default(null),
  })
  .openapi("NewPrice");
export type NewPrice = z.infer<typeof NewPrice>;

const Option = z.strictObject({
  ...named,
  values: z
    .array(z.strictObject(named))
    .min(1)
    .max(100)
    .refine(...distinct<{ code: string }>((one) => one.code)),
});
const fields = {
  slug,
  category: slug,
  position: z.int().min(0).max(1_000_000),
  name: words(160),
  description: words(4000, 0),
  material: words(400, 0),
  care: words(400, 0),
  attributes: z.array(z.strictObject({ attribute: code, value: code })).max(60),
  collections: z.array(slug).max(60),
  options: z
    .array(Option)
    .max(8)
    .refine(...distinct<{ code: string }>((one) => one.code)),
};
const unsaid = { ko: "", en: "" };

export const NewProduct = z
  .strictObject({
    ...fields,
    position: fields.position.default(0),
    description: fields.description.default(unsaid),
    material: fields.material.default(unsaid),
    care: fields.care.default(unsaid),
    attributes: fields.attributes.default([]),
    collections: fields.collections.default([]),
    options: fields.options.default([]),
  })
  .openapi("NewProduct");
export type NewProduct = z.infer<typeof NewProduct>;

export const ProductChange = z
  .strictObject({ ...fields, status: z.enum(["draft", "active", "archived"]) })
  .partial()
  .openapi("ProductChange");
export type ProductChange = z.infer<typeof ProductChange>;

export const NewPicture = z.strictObject({
  file: z.string().regex(/^[a-z0-9][a-z0-9-]{0,120}\.(webp|avif|jpg|png)$/, "must be of the media"),
  view: z.enum(["main", "wide", "detail"]),
  alt: words(300),
  selection: Selection.optional().openapi({
    description: "The values of options that it shows; where absent, those that its file had",
  }),
});
export type NewPicture = z.infer<typeof NewPicture>;

export const PriceRecord = z
  .object({
    id: z.uuid(),
    ...NewPrice.omit({ amount: true }).shape,
    amount: z.int(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime().nullable(),
  })
  .openapi("PriceRecord");

/** A picture of a product; `url` is a URI reference against the shop's origin. */
export const PictureRecord = z
  .object({ ...NewPicture.shape, url: z.string() })
  .openapi("PictureRecord");

export const VariantRecord = z
  .object({
    id: z.uuid(),
    ...NewVariant.shape,
    version: z.int(),
    free: z.int().openapi({ description: "Units that can be bought, at all locations" }),
    prices: z.array(PriceRecord).openapi({ description: "In force, and to come" }),
  })
  .openapi("VariantRecord");

export const ProductRecord = z
  .object({
    id: z.uuid(),
    ...fields,
    status: z.enum(["draft", "active", "archived"]),
    version: z.int(),
    pictures: z.array(PictureRecord),
    variants: z.array(VariantRecord),
  })
  .openapi("ProductRecord");
export type ProductRecord = z.infer<typeof ProductRecord>;

export const ProductRow = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    status: z.enum(["draft", "active", "archived"]),
    name: z.object({ ko: text(160), en: text(160) }),
    category: z.string(),
    skus: z.array(z.string()),
    available: z.int(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .openapi("ProductRow");
