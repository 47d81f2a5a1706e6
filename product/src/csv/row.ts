import { z } from "@hono/zod-openapi";
import { text } from "@jangteo/shared/contract";

import type { Source } from "../cards/source.ts";
import { NewProduct, NewVariant } from "../contract.ts";

/** One row for each variant; what belongs to the product stands in each of its rows. */
export const columns = [
  ...(["slug", "status", "category", "position", "name_ko", "name_en"] as const),
  ...(["description_ko", "description_en", "material_ko", "material_en"] as const),
  ...(["care_ko", "care_en", "attributes", "collections", "options"] as const),
  ...(["sku", "variant_position", "selection", "width", "height", "depth", "weight"] as const),
  ...(["capacity", "price_krw", "price_usd", "stock"] as const),
] as const;
export type Cells = Record<(typeof columns)[number], string>;
/** How many of them tell of the product. */
export const productColumns = columns.slice(0, columns.indexOf("sku"));

const { shape } = NewProduct;
const { shape: ofVariant } = NewVariant;

const whole = z
  .string()
  .regex(/^\d{1,13}$/, "must be a whole number")
  .transform(Number);
const optional = <T>(schema: z.ZodType<T, string>) =>
  z.union([z.literal("").transform(() => null), schema]);
const list = z.string().transform((cell) => cell.split("|").filter(Boolean));
const pairs = (mark: string) =>
  list.transform((all) =>
    all.map((one) => one.split(mark)).map(([a = "", b = ""]) => [a, b] as const),
  );
const parsed = z.string().transform((cell, context): unknown => {
  try {
    return cell === "" ? [] : JSON.parse(cell);
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" });
    return z.NEVER;
  }
});

export const Row = z.object({
  slug: shape.slug,
  status: z.enum(["draft", "active", "archived"]),
  category: shape.category,
  position: whole.pipe(z.int().max(1_000_000)),
  ...{ name_ko: text(160), name_en: text(160) },
  ...{ description_ko: text(4000, 0), description_en: text(4000, 0) },
  ...{ material_ko: text(400, 0), material_en: text(400, 0) },
  ...{ care_ko: text(400, 0), care_en: text(400, 0) },
  attributes: pairs(":")
    .transform((all) => all.map(([attribute, value]) => ({ attribute, value })))
    .pipe(shape.attributes.unwrap()),
  collections: list.pipe(shape.collections.unwrap()),
  options: parsed.pipe(shape.options.unwrap()),
  sku: ofVariant.sku,
  variant_position: whole.pipe(z.int().max(10_000)),
  selection: pairs("=")
    .transform((all) => all.map(([option, value]) => ({ option, value })))
    .pipe(ofVariant.selection.unwrap()),
  ...{
    width: whole.pipe(ofVariant.width),
    height: whole.pipe(ofVariant.height),
    depth: whole.pipe(ofVariant.depth),
    weight: whole.pipe(ofVariant.weight),
  },
  capacity: optional(whole.pipe(z.int().min(1).max(10_000_000))),
  price_krw: optional(whole.pipe(z.int().min(1).max(1e12))),
  price_usd: optional(whole.pipe(z.int().min(1).max(1e12))),
  stock: optional(whole.pipe(z.int().max(1_000_000))),
});
export type Row = z.infer<typeof Row>;

type Variant = Source["variants"][number];

/** The regular price of one unit, which stands until somebody sets another. */
export const standingPrice = ({ prices }: Variant, currency: "KRW" | "USD", now: Date) =>
  prices.find(
    (row) =>
      row.currency === currency &&
      row.list === "regular" &&
      row.minQuantity === 1 &&
      row.startsAt <= now &&
      (row.endsAt === null || row.endsAt > now),
  )?.amount;

const optionsCell = (options: Row["options"]) =>
  options.length === 0
    ? ""
    : JSON.stringify(
        options.map(({ code, name, values }) => ({
          ...{ code, name: { ko: name.ko, en: name.en } },
          values: values.map((value) => ({
            ...{ code: value.code, name: { ko: value.name.ko, en: value.name.en } },
          })),
        })),
      );

const asSet = (names: string[]) => [...new Set(names.filter(Boolean))].toSorted().join("|");

/** Whether a row says what another, as `toRows` writes it, says; spaces, zeros and order say nothing. */
export const saysTheSame = (row: Row, other: Cells) => {
  const lists = {
    attributes: row.attributes.map(({ attribute, value }) => `${attribute}:${value}`),
    collections: row.collections,
    selection: row.selection.map(({ option, value }) => `${option}=${value}`),
  };
  return columns.every((column) => {
    if (column === "stock") return row.stock === null || String(row.stock) === other.stock;
    if (column === "options") return optionsCell(row.options) === other.options;
    if (column === "attributes" || column === "collections" || column === "selection")
      return asSet(lists[column]) === asSet(other[column].split("|"));
    return String(row[column] ?? "") === other[column];
  });
};

/** The rows that, taken in again, would change nothing. */
export const toRows = (
  source: Source,
  unitsOf: (variantId: string) => number,
  now: Date,
): Cells[] => {
  const { product, options } = source;
  const own = {
    slug: product.slug,
    status: product.status,
    category: product.category,
    position: String(product.position),
    ...{ name_ko: product.name.ko, name_en: product.name.en },
    ...{ description_ko: product.description.ko, description_en: product.description.en },
    ...{ material_ko: product.material.ko, material_en: product.material.en },
    ...{ care_ko: product.care.ko, care_en: product.care.en },
    attributes: source.attributes.map(({ code, value }) => `${code}:${value.code}`).join("|"),
    collections: source.collections.map(({ slug }) => slug).join("|"),
    options: optionsCell(options),
  };
  return source.variants.map((variant) => ({
    ...own,
    sku: variant.sku,
    variant_position: String(variant.position),
    selection: options.map(({ code }) => `${code}=${variant.selection[code]}`).join("|"),
    width: String(variant.width),
    height: String(variant.height),
    depth: String(variant.depth),
    weight: String(variant.weight),
    capacity: String(variant.capacity ?? ""),
    price_krw: String(standingPrice(variant, "KRW", now) ?? ""),
    price_usd: String(standingPrice(variant, "USD", now) ?? ""),
    stock: String(unitsOf(variant.id)),
  }));
};
