import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { variants } from "@jangteo/shared/schema/product/catalogue";
import { eq } from "drizzle-orm";

import type { Source } from "../cards/source.ts";
import { addProduct, writeProduct } from "../catalogue.ts";
import { adjustStock } from "../stock.ts";
import { insertVariant, writePrice, writeVariant } from "../variants.ts";
import type { Group, Line } from "./groups.ts";
import { standingPrice, type Row } from "./row.ts";

type Task = { importId: string; actor: string; now: Date };

export const productOf = (row: Row) => ({
  slug: row.slug,
  category: row.category,
  position: row.position,
  name: { ko: row.name_ko, en: row.name_en },
  description: { ko: row.description_ko, en: row.description_en },
  material: { ko: row.material_ko, en: row.material_en },
  care: { ko: row.care_ko, en: row.care_en },
  attributes: row.attributes,
  collections: row.collections,
  options: row.options,
});

export const variantOf = (row: Row) => ({
  sku: row.sku,
  position: row.variant_position,
  selection: row.selection,
  ...{ width: row.width, height: row.height, depth: row.depth },
  ...{ weight: row.weight, capacity: row.capacity },
});

const putVariant = async (tx: Db, productId: string, row: Row) => {
  const [known] = await tx.select().from(variants).where(eq(variants.sku, row.sku));
  if (!known) return insertVariant(tx, productId, variantOf(row));
  if (known.productId !== productId) throw new AppError("conflict", "Another product has this SKU");
  await writeVariant(tx, known, variantOf(row));
  return known.id;
};

const putPrices = async (
  tx: Db,
  variantId: string,
  { row }: Line,
  before: Source["variants"][number] | undefined,
  now: Date,
) => {
  const wished = [
    ["KRW", row.price_krw],
    ["USD", row.price_usd],
  ] as const;
  for (const [currency, amount] of wished) {
    const standing = before && standingPrice(before, currency, now);
    if ((standing ?? null) === amount) continue;
    const price = { currency, list: "regular" as const, minQuantity: 1, amount, endsAt: null };
    await writePrice(tx, variantId, price, now);
  }
};

/** Writes one product and its variants, prices and stock as the rows tell them. */
export const applyGroup = async (
  tx: Db,
  { lines, slug }: Group,
  before: Source | undefined,
  { importId, actor, now }: Task,
) => {
  const [first] = lines;
  if (!first) throw new Error("a product without a row");
  const fields = productOf(first.row);
  const id = before?.product.id ?? (await addProduct(tx, fields));
  if (before) await writeProduct(tx, id, undefined, fields);
  for (const line of lines) {
    const variantId = await putVariant(tx, id, line.row);
    const known = before?.variants.find((one) => one.id === variantId);
    await putPrices(tx, variantId, line, known, now);
    const units = line.row.stock;
    if (units !== null)
      await adjustStock(tx, {
        ...{ variantId, location: "main", kind: "counted" as const, quantity: units, actor },
        cause: `import:${importId}`,
      });
  }
  const { status } = first.row;
  if (status !== (before?.product.status ?? "draft"))
    await writeProduct(tx, id, undefined, { status });
  return { id, slug };
};
