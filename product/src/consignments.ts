import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { reservations, stockMovements } from "@jangteo/shared/schema/product/stock";
import { and, eq, sql } from "drizzle-orm";

import type { Consignment } from "./contract.ts";
import { lockCheckout, rowsOf, toReservation, type Row } from "./reservations.ts";
import { changeStock } from "./stock.ts";

type Part = { row: Row; quantity: number };

/** Spreads so many units over the rows that have some left; fewer than asked for is a conflict. */
const spread = (rows: Row[], quantity: number, leftOf: (row: Row) => number): Part[] => {
  const [row, ...others] = rows;
  if (quantity === 0) return [];
  if (!row) throw new AppError("conflict", "There are not so many units of it");
  const taken = Math.min(leftOf(row), quantity);
  const rest = spread(others, quantity - taken, leftOf);
  return taken === 0 ? rest : [{ row, quantity: taken }, ...rest];
};

type Way = {
  kind: "shipped" | "returned";
  cause: string;
  leftOf: (row: Row) => number;
  /** What becomes of a reservation. */
  set: (part: Part) => Partial<Row>;
  stock: (quantity: number) => { onHand: number; reserved: number };
};

/** Moves units of a checkout in or out of the stock, once for each cause, all or none. */
const move = (db: Db, checkoutId: string, lines: Consignment["lines"], way: Way) =>
  db.transaction(async (tx) => {
    await lockCheckout(tx, checkoutId);
    const rows = await rowsOf(tx, checkoutId);
    if (rows.length === 0) throw new AppError("not_found", "This checkout never held anything");
    const { kind, cause } = way;
    const [known] = await tx
      .select({ id: stockMovements.id })
      .from(stockMovements)
      .where(and(eq(stockMovements.cause, cause), eq(stockMovements.kind, kind)))
      .limit(1);
    if (known) return toReservation(checkoutId, rows);
    const parts = lines.flatMap(({ variantId, quantity }) =>
      spread(
        rows.filter((row) => row.variantId === variantId),
        quantity,
        way.leftOf,
      ),
    );
    const changes = parts.map(({ row: { variantId, location }, quantity }) => ({
      ...{ variantId, location, ...way.stock(quantity) },
    }));
    await tx.insert(stockMovements).values(
      parts.map(({ row, quantity }) => ({
        ...{ variantId: row.variantId, location: row.location },
        ...{ quantity: way.stock(quantity).onHand, kind, cause, line: row.id },
      })),
    );
    for (const part of parts)
      await tx
        .update(reservations)
        .set({ ...way.set(part), changedAt: sql`now()` })
        .where(eq(reservations.id, part.row.id));
    const applied = await changeStock(tx, changes);
    if (applied.length < changes.length) throw new Error("sent units are missing from the stock");
    return toReservation(checkoutId, await rowsOf(tx, checkoutId));
  });

/** Units that were committed leave the shop; the last of a line ends its reservation. */
export const sendReserved = (db: Db, checkoutId: string, { id, lines }: Consignment) =>
  move(db, checkoutId, lines, {
    ...{ kind: "shipped", cause: `shipment:${id}` },
    leftOf: (row) => (row.state === "committed" ? row.quantity - row.shipped : 0),
    set: ({ row, quantity }) => ({
      shipped: row.shipped + quantity,
      state: row.shipped + quantity === row.quantity ? "shipped" : "committed",
    }),
    stock: (quantity) => ({ onHand: -quantity, reserved: -quantity }),
  });

/** Units that were sent are on the shelf again. */
export const takeBack = (db: Db, checkoutId: string, { id, lines }: Consignment) =>
  move(db, checkoutId, lines, {
    ...{ kind: "returned", cause: `return:${id}` },
    leftOf: (row) => row.shipped - row.returned,
    set: ({ row, quantity }) => ({ returned: row.returned + quantity }),
    stock: (quantity) => ({ onHand: quantity, reserved: 0 }),
  });
