import type { Db } from "@jangteo/shared/database";
import { availability, stock } from "@jangteo/shared/schema/product/stock";
import { inArray, sql } from "drizzle-orm";

/** So many or fewer are few. */
const few = 3;

export const availabilityOf = (units: number) => {
  if (units <= 0) return "sold_out" as const;
  return units <= few ? ("low_stock" as const) : ("in_stock" as const);
};
type Availability = ReturnType<typeof availabilityOf>;

/** What can be bought of a product, in a query that joins `availability`. */
export const left = sql<number>`coalesce(${availability.available}, 0)`;

const ranges = {
  sold_out: sql`${left} <= 0`,
  low_stock: sql`${left} between 1 and ${few}`,
  in_stock: sql`${left} > ${few}`,
};

/** As `availabilityOf`, for the database. */
export const leftIn = (range: Availability) => ranges[range];

/** What is free of each variant, at all locations. */
export const readFree = async (db: Db, ids: string[]) => {
  const rows = await db
    .select({
      id: stock.variantId,
      free: sql<number>`sum(${stock.onHand} - ${stock.reserved})::int`,
    })
    .from(stock)
    .where(inArray(stock.variantId, ids))
    .groupBy(stock.variantId);
  const free = new Map(rows.map((row) => [row.id, row.free]));
  return (variantId: string) => free.get(variantId) ?? 0;
};
