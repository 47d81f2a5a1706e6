import { z } from "@hono/zod-openapi";
import { text } from "@jangteo/shared/contract";

const words = z.object({ ko: text(4000), en: text(4000) });
const amounts = z.object({ KRW: z.int().positive(), USD: z.int().positive() });
const size = z.int().positive();
const Named = z.object({ code: z.string(), name: words });
const Shelf = z.object({
  slug: z.string(),
  name: words,
  description: words,
});

const NewVariant = z.object({
  sku: z.string(),
  selection: z.record(z.string(), z.string()).default({}),
  ...{ width: size, height: size, depth: size, weight: size, capacity: size.nullable() },
  price: amounts,
  /** Before the price was cut. */
  listPrice: amounts.nullable().default(null),
  /** What a unit costs from a quantity on. */
  tiers: z.array(z.object({ quantity: z.int().min(2), price: amounts })).default([]),
  stock: z.int().nonnegative(),
});
export const NewProduct = z.object({
  slug: z.string(),
  category: z.string(),
  collections: z.array(z.string()).default([]),
  name: words,
  description: words,
  material: words,
  care: words,
  attributes: z.array(z.object({ attribute: z.string(), value: z.string() })),
  options: z.array(z.object({ ...Named.shape, values: z.array(Named) })).default([]),
  variants: z.array(NewVariant).min(1),
  pictures: z.array(
    z.object({
      view: z.enum(["main", "wide", "detail"]),
      file: z.string(),
      width: size,
      height: size,
      alt: words,
      /** The values of options that it shows, where it does not show any. */
      selection: z.record(z.string(), z.string()).default({}),
      /** The same picture in other sizes and formats. */
      renditions: z
        .array(z.object({ file: z.string(), type: z.string(), width: size, height: size }))
        .default([]),
    }),
  ),
});
export type NewProduct = z.infer<typeof NewProduct>;

/** What the seed reads from the first line of its input, as JSON. A product without options has one variant. */
export const Catalogue = z.object({
  categories: z.array(z.object({ ...Shelf.shape, parent: z.string().nullable().default(null) })),
  collections: z.array(Shelf).default([]),
  attributes: z.array(z.object({ ...Named.shape, values: z.array(Named) })).default([]),
  products: z.array(NewProduct),
});
export type Catalogue = z.input<typeof Catalogue>;
export type Shelves = Omit<z.infer<typeof Catalogue>, "products">;
