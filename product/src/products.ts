import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { cards } from "@jangteo/shared/schema/product/card";
import { products, slugHistory } from "@jangteo/shared/schema/product/catalogue";
import { stock } from "@jangteo/shared/schema/product/stock";
import { and, eq, sql } from "drizzle-orm";

import type { Audience } from "./question.ts";
import { availabilityOf } from "./stock-levels.ts";

const value = sql.placeholder;

const detailOf = (db: Db) =>
  prepared(db, "detail", () =>
    db
      .select({
        detail: cards.detail,
        ids: cards.variantIds,
        variants: cards.variants,
        free: sql<Record<string, number> | null>`(
          select jsonb_object_agg(variant_id, free) from (
            select ${stock.variantId}, sum(${stock.onHand} - ${stock.reserved})::int as free
            from ${stock} where ${stock.variantId} = any(${cards.variantIds})
            group by ${stock.variantId}) as units)`,
      })
      .from(cards)
      .where(
        and(
          eq(cards.slug, value("slug")),
          eq(cards.language, value("language")),
          eq(cards.currency, value("currency")),
        ),
      )
      .prepare("detail"),
  );

const slugAfter = (db: Db) =>
  prepared(db, "moved", () =>
    db
      .select({ slug: products.slug })
      .from(slugHistory)
      .innerJoin(products, eq(products.id, slugHistory.productId))
      .where(and(eq(slugHistory.slug, value("slug")), eq(products.status, "active")))
      .prepare("moved"),
  );

const stocked = (json: string, units: number) =>
  `${json.slice(0, -1)},"availability":"${availabilityOf(units)}","stock":${units}`;

/** A product as JSON text, or the slug it has now when this one is an earlier one. */
export const findProduct = async (db: Db, audience: Audience, slug: string) => {
  const [row] = await detailOf(db).execute({ ...audience, slug });
  if (!row) {
    const [moved] = await slugAfter(db).execute({ slug });
    if (!moved) throw new AppError("not_found", "There is no such product");
    return { moved: moved.slug };
  }
  const { detail, ids, variants, free } = row;
  const units = (id: string | undefined) => (id === undefined ? 0 : (free?.[id] ?? 0));
  const all = ids.reduce((sum, id) => sum + units(id), 0);
  const each = variants.map((json, at) => `${stocked(json, units(ids[at]))}}`);
  return { product: `${stocked(detail, all)},"variants":[${each.join(",")}]}` };
};
