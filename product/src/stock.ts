import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { publishAll } from "@jangteo/shared/outbox";
import { preparedText } from "@jangteo/shared/prepared";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { variants } from "@jangteo/shared/schema/product/catalogue";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { locations, stock, stockMovements } from "@jangteo/shared/schema/product/stock";
import { and, asc, desc, eq, sql } from "drizzle-orm";

import { availabilityOf } from "./stock-levels.ts";

/** How the stock of a variant at a location changes. */
export type Change = { variantId: string; location: string; onHand: number; reserved: number };
export type Place = Pick<Change, "variantId" | "location">;

/** Changes as the statements below take them: one parameter, however many there are. */
const asRows = sql`jsonb_to_recordset(${sql.placeholder("changes")}::text::jsonb)
  as change(variant_id uuid, location text, on_hand int, reserved int)`;
const toRows = (changes: Change[]) => ({
  changes: JSON.stringify(
    changes.map(({ variantId, location, onHand, reserved }) => ({
      ...{ variant_id: variantId, location, on_hand: onHand, reserved },
    })),
  ),
});

/**
 * Changes the rows that can bear it, in one statement, locked in one order for everybody; returns
 * which. What would be less than nothing, or less than is reserved, stays as it was.
 */
export const changeRows = (tx: Db, changes: Change[]) =>
  preparedText<Place>(
    tx,
    "change stock",
    () => sql`
    with wanted as (select * from ${asRows}),
    locked as materialized (
      select s.variant_id, s.location from product.stock s join wanted using (variant_id, location)
      order by s.variant_id, s.location for update of s)
    update product.stock s set on_hand = s.on_hand + w.on_hand, reserved = s.reserved + w.reserved
    from wanted w join locked using (variant_id, location)
    where s.variant_id = w.variant_id and s.location = w.location
      and s.reserved + w.reserved between 0 and s.on_hand + w.on_hand
    returning s.variant_id as "variantId", s.location`,
    toRows(changes),
  );

type Turned = { productId: string; slug: string; before: number; after: number };

/** Counts for shoppers what `changeRows` changed; returns the products that have more or fewer now. */
export const changeAvailability = (tx: Db, changes: Change[]) =>
  preparedText<Turned>(
    tx,
    "change availability",
    () => sql`
    with change as (
      select product_id, sum(on_hand - change.reserved)::int as units
      from ${asRows} join product.variants on variants.id = variant_id
      group by product_id having sum(on_hand - change.reserved) <> 0),
    locked as materialized (
      select a.product_id from product.availability a join change using (product_id)
      order by a.product_id for update of a)
    update product.availability a set available = a.available + change.units
    from change join locked using (product_id) join product.products p on p.id = product_id
    where a.product_id = change.product_id
    returning a.product_id as "productId", p.slug, old.available as before, new.available as after`,
    toRows(changes),
  );

/**
 * Tells of each product whose availability changed its class, and of the last few units one by one: a
 * shelf says how many those are.
 */
export const tellAvailability = async (tx: Db, turned: Turned[]) => {
  const told = turned.flatMap(({ productId, slug, before, after }) => {
    const availability = availabilityOf(after);
    const isHeard = availability !== availabilityOf(before) || availability === "low_stock";
    return isHeard ? [{ productId, slug, availability }] : [];
  });
  await publishAll(tx, outbox, "product.stock_changed", told);
};

/** Applies what can be borne, and tells of it; returns what was applied. */
export const changeStock = async (tx: Db, changes: Change[]): Promise<Place[]> => {
  const places = await changeRows(tx, changes);
  const done = new Set(places.map(({ variantId, location }) => `${variantId} ${location}`));
  const applied = changes.filter((one) => done.has(`${one.variantId} ${one.location}`));
  await tellAvailability(tx, await changeAvailability(tx, applied));
  return [...places];
};

export const readStock = async (db: Db, variantId: string) => {
  const [levels, movements, [known]] = await Promise.all([
    db.select().from(stock).where(eq(stock.variantId, variantId)).orderBy(asc(stock.location)),
    db
      .select()
      .from(stockMovements)
      .where(eq(stockMovements.variantId, variantId))
      .orderBy(desc(stockMovements.id))
      .limit(50),
    db.select({ id: variants.id }).from(variants).where(eq(variants.id, variantId)),
  ]);
  if (!known) throw new AppError("not_found", "There is no such variant");
  return {
    levels: levels.map(({ location, onHand, reserved }) => ({
      ...{ location, onHand, reserved, free: onHand - reserved },
    })),
    movements: movements.map((row) => ({ ...row, at: row.at.toISOString() })),
  };
};

const lockRow = async (tx: Db, { variantId, location }: Place) => {
  const [[variant], [place]] = await Promise.all([
    tx.select({ id: variants.id }).from(variants).where(eq(variants.id, variantId)),
    tx.select().from(locations).where(eq(locations.code, location)),
  ]);
  if (!variant) throw new AppError("not_found", "There is no such variant");
  if (!place) throw invalidField("/location", "unknown", "is no location of this shop");
  await tx.insert(stock).values({ variantId, location, onHand: 0 }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(stock)
    .where(and(eq(stock.variantId, variantId), eq(stock.location, location)))
    .for("update");
  if (!row) throw new Error("select returned no row");
  return row;
};

type Adjustment = Place & {
  kind: "received" | "returned" | "lost" | "counted";
  quantity: number;
  actor: string | null;
  /** What it belongs to, such as an import; an adjustment of its own if none. */
  cause?: string;
};

/** Writes down that units came, went or were counted, and changes the stock by it. */
export const adjustStock = async (tx: Db, adjustment: Adjustment) => {
  const { kind, quantity, actor, cause = `adjustment:${uuidv7()}`, ...place } = adjustment;
  const { onHand } = await lockRow(tx, place);
  const signed = { received: quantity, returned: quantity, lost: -quantity }; // counted: below
  const change = kind === "counted" ? quantity - onHand : signed[kind];
  if (change === 0) return;
  await tx.insert(stockMovements).values({
    ...place,
    quantity: change,
    kind: kind === "counted" ? "corrected" : kind,
    ...{ cause, line: `${place.variantId} ${place.location}`, actor },
  });
  const [applied] = await changeStock(tx, [{ ...place, onHand: change, reserved: 0 }]);
  if (!applied) throw new AppError("conflict", "Orders have reserved what would be taken away");
};
