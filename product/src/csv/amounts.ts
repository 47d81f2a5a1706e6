import type { Db } from "@jangteo/shared/database";
import { asRecords, insertRows } from "@jangteo/shared/rows";
import { prices } from "@jangteo/shared/schema/product/price";
import { stock, stockMovements } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, gt, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";

import type { Source } from "../cards/source.ts";
import { changeStock } from "../stock.ts";
import { standingPrice, type Row } from "./row.ts";

/** A row for a variant that is there. */
export type Pair = { row: Row; variant: Source["variants"][number] };

const location = "main";

/** Ends the regular prices that the rows do not tell, and begins those they tell: as `writePrice` does. */
export const writePrices = async (tx: Db, pairs: Pair[], now: Date) => {
  const wished = pairs.flatMap(({ row, variant }) =>
    [
      { variantId: variant.id, currency: "KRW" as const, amount: row.price_krw },
      { variantId: variant.id, currency: "USD" as const, amount: row.price_usd },
    ].filter(({ currency, amount }) => (standingPrice(variant, currency, now) ?? null) !== amount),
  );
  if (wished.length === 0) return;
  const same = and(
    sql`(${prices.variantId}, ${prices.currency}) in (select record."variantId", record.currency
      from ${asRecords({ variantId: prices.variantId, currency: prices.currency }, wished)})`,
    eq(prices.list, "regular"),
    eq(prices.minQuantity, 1),
  );
  await tx.delete(prices).where(and(same, gte(prices.startsAt, now)));
  await tx
    .update(prices)
    .set({ endsAt: now })
    .where(and(same, lt(prices.startsAt, now), or(isNull(prices.endsAt), gt(prices.endsAt, now))));
  const begun = wished.flatMap(({ amount, ...one }) =>
    amount === null ? [] : [{ ...one, amount, list: "regular" as const, startsAt: now }],
  );
  await insertRows(tx, prices, begun);
};

type Level = { onHand: number; reserved: number };
type Levels = Map<string, Level>;

const counted = ({ row, variant }: Pair, levels: Levels) =>
  row.stock === null ? 0 : row.stock - (levels.get(variant.id)?.onHand ?? 0);

/** What is there of each variant, locked in the order that everybody keeps. */
export const lockStock = async (tx: Db, pairs: Pair[]): Promise<Levels> => {
  const ids = pairs.filter(({ row }) => row.stock !== null).map(({ variant }) => variant.id);
  const rows = await tx
    .select()
    .from(stock)
    .where(and(inArray(stock.variantId, ids), eq(stock.location, location)))
    .orderBy(asc(stock.variantId))
    .for("update");
  return new Map(rows.map((row) => [row.variantId, row]));
};

/** Whether orders have reserved no more than was counted. */
export const canBear = ({ row, variant }: Pair, levels: Levels) =>
  row.stock === null || row.stock >= (levels.get(variant.id)?.reserved ?? 0);

/** Writes down what the count came to, and changes the stock by it. */
export const countStock = async (
  tx: Db,
  pairs: Pair[],
  levels: Levels,
  { importId, actor }: { importId: string; actor: string },
) => {
  const found = pairs
    .map((pair) => ({ variantId: pair.variant.id, location, quantity: counted(pair, levels) }))
    .filter(({ quantity }) => quantity !== 0);
  if (found.length === 0) return;
  const places = found
    .filter(({ variantId }) => !levels.has(variantId))
    .map(({ variantId }) => ({ variantId, location, onHand: 0 }));
  await insertRows(tx, stock, places).onConflictDoNothing();
  const movements = found.map((one) => ({
    ...one,
    ...{ kind: "corrected" as const, cause: `import:${importId}`, actor },
    line: `${one.variantId} ${location}`,
  }));
  await insertRows(tx, stockMovements, movements);
  const changes = found.map(({ quantity, ...place }) => ({
    ...{ ...place, onHand: quantity, reserved: 0 },
  }));
  const applied = await changeStock(tx, changes);
  if (applied.length < changes.length) throw new Error("stock changed under its lock");
};
