import type { Db } from "@jangteo/shared/database";
import { stock } from "@jangteo/shared/schema/product/stock";
import { and, eq, inArray } from "drizzle-orm";

import { readSources } from "../cards/source.ts";
import { toRows } from "./row.ts";

/** These products as they stand, with their rows. */
export const readCurrent = async (db: Db, ids: string[], now: Date) => {
  if (ids.length === 0) return [];
  const sources = await readSources(db, ids);
  const variantIds = sources.flatMap(({ variants }) => variants.map(({ id }) => id));
  const units = await db
    .select({ variantId: stock.variantId, onHand: stock.onHand })
    .from(stock)
    .where(and(inArray(stock.variantId, variantIds), eq(stock.location, "main")));
  const onHand = new Map(units.map((row) => [row.variantId, row.onHand]));
  return sources.map((source) => ({
    source,
    rows: toRows(source, (id) => onHand.get(id) ?? 0, now),
  }));
};
