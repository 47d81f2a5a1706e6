import type { Db } from "@jangteo/shared/database";
import { hidden, prepared, preparedText } from "@jangteo/shared/prepared";
import { AppError, type FieldError } from "@jangteo/shared/problem";
import { inserting } from "@jangteo/shared/rows";
import { reservations, stock, stockMovements } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, inArray, sql, type SQLWrapper } from "drizzle-orm";

import type { Reservation } from "./contract.ts";
import {
  changeAvailability,
  changeRows,
  changeStock,
  tellAvailability,
  type Place,
} from "./stock.ts";

export type Row = typeof reservations.$inferSelect;
type State = Row["state"];
type Line = Place & { quantity: number };
type Wanted = { checkoutId: string; minutes: number; lines: Line[] };

export const toReservation = (checkoutId: string, rows: Row[]): Reservation => ({
  checkoutId,
  lines: rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() })),
});

const keyOf = ({ variantId, location }: Place) => `${variantId} ${location}`;
const inOrder = <T extends Place>(lines: T[]) =>
  lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

export const rowsOf = (db: Db, checkoutId: string) =>
  prepared(db, "reservations", () =>
    db
      .select()
      .from(reservations)
      .where(eq(reservations.checkoutId, sql.placeholder("checkoutId")))
      .orderBy(asc(reservations.id))
      .prepare("reservations"),
  ).execute({ checkoutId });

const isSame = (rows: Row[], lines: Line[]) => {
  const told = (all: Line[]) =>
    JSON.stringify(inOrder(all).map((line) => [keyOf(line), line.quantity]));
  return told(rows) === told(lines);
};

const refuseShort = async (tx: Db, lines: Line[], held: Place[]) => {
  const short = lines.filter((line) => !held.some((one) => keyOf(one) === keyOf(line)));
  const ids = short.map(({ variantId }) => variantId);
  const left = await tx.select().from(stock).where(inArray(stock.variantId, ids));
  const errors = short.map((line): FieldError => {
    const row = left.find((one) => keyOf(one) === keyOf(line));
    return {
      in: "body",
      pointer: `/lines/${lines.indexOf(line)}/quantity`,
      rule: "out_of_stock",
      detail: `${row ? row.onHand - row.reserved : 0} left`,
    };
  });
  return new AppError("conflict", "There are not so many left", { errors });
};

export const lockOf = (checkoutId: SQLWrapper) =>
  sql`hashtextextended('checkout ' || (${checkoutId})::uuid::text, 0)`;

/** One request of a checkout at a time. */
export const lockCheckout = (tx: Db, checkoutId: string) =>
  preparedText(
    tx,
    "lock a checkout",
    () => sql`select pg_advisory_xact_lock(${lockOf(sql`${sql.placeholder("checkoutId")}`)})`,
    { checkoutId },
  );

const live: State[] = ["held", "committed", "shipped"];

const holding = new Set(["checkoutId", "variantId", "location", "quantity", "state", "expiresAt"]);

const hold = (tx: Db, rows: (typeof reservations.$inferInsert)[]) =>
  prepared(tx, "hold", () =>
    inserting(tx, reservations, holding, sql.placeholder("rows")).returning().prepare("hold"),
  ).execute({ rows: JSON.stringify(rows) });

/** Holds every line or none. The same again answers what is held; other lines are refused. */
export const reserve = (db: Db, { checkoutId, minutes, lines }: Wanted, now: Date) =>
  db.transaction(async (tx) => {
    // Sent together; the second looks only when the first has got its turn.
    const [, known] = await Promise.all([lockCheckout(tx, checkoutId), rowsOf(tx, checkoutId)]);
    const before = known.filter(({ state }) => live.includes(state));
    if (isSame(before, lines)) return toReservation(checkoutId, before);
    if (before.length > 0) throw new AppError("conflict", "This checkout holds other lines");
    const changes = lines.map(({ quantity, ...place }) => ({
      ...place,
      ...{ onHand: 0, reserved: quantity },
    }));
    const held = await changeRows(tx, changes);
    if (held.length < lines.length) throw await refuseShort(tx, lines, held);
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    const [turned, rows] = await Promise.all([
      changeAvailability(tx, changes),
      hold(
        tx,
        lines.map((line) => ({ ...line, checkoutId, state: "held", expiresAt })),
      ),
    ]);
    await tellAvailability(tx, turned);
    return toReservation(checkoutId, rows);
  });

export const findReservation = async (db: Db, checkoutId: string) => {
  const rows = await rowsOf(db, checkoutId);
  if (rows.length === 0) throw new AppError("not_found", "This checkout never held anything");
  return toReservation(checkoutId, rows);
};

/** What the stock gains or loses when a line leaves a state for this one. */
export const settle = async (tx: Db, rows: Row[], to: State) => {
  if (to === "committed" || rows.length === 0) return;
  const gone = to === "shipped";
  const places = Map.groupBy(rows, keyOf);
  const changes = [...places.values()].flatMap((same) => {
    const units = same.reduce((sum, row) => sum + row.quantity, 0);
    return same.slice(0, 1).map(({ variantId, location }) => ({
      ...{ variantId, location },
      ...{ onHand: gone ? -units : 0, reserved: -units },
    }));
  });
  if (gone)
    await tx.insert(stockMovements).values(
      rows.map((row) => ({
        ...{ variantId: row.variantId, location: row.location, quantity: -row.quantity },
        ...{ kind: "shipped" as const, cause: `checkout:${row.checkoutId}`, line: row.id },
      })),
    );
  const applied = await changeStock(tx, changes);
  if (applied.length < changes.length) throw new Error("reserved units are missing from the stock");
};

type Target = "committed" | "released" | "shipped" | "cancelled";
const from: Record<Target, State> = {
  committed: "held",
  released: "held",
  shipped: "committed",
  cancelled: "committed",
};
/** Where a line may stand already when the same is asked again. */
const reached: Record<Target, State[]> = {
  committed: ["committed", "shipped"],
  released: ["released", "expired"],
  shipped: ["shipped"],
  cancelled: ["cancelled"],
};

const turning = (tx: Db, to: Target) =>
  tx
    .update(reservations)
    .set({
      ...{ state: to, changedAt: sql`now()` },
      ...(to === "shipped" && { shipped: sql`${reservations.quantity}` }),
    })
    .where(
      and(
        eq(reservations.checkoutId, hidden("checkoutId", "uuid")),
        eq(reservations.state, from[to]),
        eq(reservations.shipped, 0),
      ),
    )
    .returning();

/** Turns all lines of a checkout of which nothing was sent; asked again, it changes nothing. */
export const turn = (db: Db, checkoutId: string, to: Target) =>
  db.transaction(async (tx) => {
    const [, turned, rows] = await Promise.all([
      lockCheckout(tx, checkoutId),
      prepared(tx, `turn ${to}`, () => turning(tx, to).prepare("turn")).execute({ checkoutId }),
      rowsOf(tx, checkoutId),
    ]);
    await settle(tx, turned, to);
    if (rows.length === 0) throw new AppError("not_found", "This checkout never held anything");
    const there = rows.filter(({ state }) => reached[to].includes(state));
    if (there.length === 0)
      throw new AppError("conflict", `Nothing of this checkout is ${from[to]} any more`);
    return toReservation(checkoutId, there);
  });
