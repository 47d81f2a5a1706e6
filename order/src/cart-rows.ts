import type { Db } from "@jangteo/shared/database";
import type { Currency } from "@jangteo/shared/money";
import { prepared } from "@jangteo/shared/prepared";
import { cartLines, carts, type Item } from "@jangteo/shared/schema/order/carts";
import { and, asc, eq, ne, sql } from "drizzle-orm";

import { mostUnits } from "./contract/wire.ts";

export type CartRow = typeof carts.$inferSelect;
export type LineRow = typeof cartLines.$inferSelect;
export type StoredCart = { cart: CartRow; lines: LineRow[] };

const { placeholder } = sql;

const live = sql`state in ('active', 'checking_out')`;
/** States stand in the text: a statement that is planned for any values could not use an index of some states. */
export const isLive = sql`${carts.state} in ('active', 'checking_out')`;
export const isActive = sql`${carts.state} = 'active'`;

/** The owner's live cart and its lines, the first that was put in first. */
export const findCart = async (db: Db, owner: string): Promise<StoredCart | undefined> => {
  const rows = await prepared(db, "live cart", () =>
    db
      .select({ cart: carts, line: cartLines })
      .from(carts)
      .leftJoin(cartLines, eq(cartLines.cartId, carts.id))
      .where(and(eq(carts.owner, placeholder("owner")), isLive))
      .orderBy(asc(cartLines.id))
      .prepare("live_cart"),
  ).execute({ owner });
  const [first] = rows;
  return first && { cart: first.cart, lines: rows.flatMap(({ line }) => line ?? []) };
};

/** A cart by its id and its lines, the first that was put in first. */
export const findStored = async (db: Db, id: string): Promise<StoredCart> => {
  const rows = await prepared(db, "stored cart", () =>
    db
      .select({ cart: carts, line: cartLines })
      .from(carts)
      .leftJoin(cartLines, eq(cartLines.cartId, carts.id))
      .where(eq(carts.id, placeholder("id")))
      .orderBy(asc(cartLines.id))
      .prepare("stored_cart"),
  ).execute({ id });
  const [first] = rows;
  if (!first) throw new Error("a checkout without its cart");
  return { cart: first.cart, lines: rows.flatMap(({ line }) => line ?? []) };
};

export const linesOf = (db: Db, cartId: string) =>
  prepared(db, "cart lines", () =>
    db
      .select()
      .from(cartLines)
      .where(eq(cartLines.cartId, placeholder("cartId")))
      .orderBy(asc(cartLines.id))
      .prepare("cart_lines"),
  ).execute({ cartId });

type Opened = { owner: string; version: number | undefined; now: Date; currency: Currency };

const opening = (db: Db) => {
  const seen = sql`${placeholder("seen")}::int`;
  return db
    .insert(carts)
    .values({
      owner: placeholder("owner"),
      currency: placeholder("currency"),
      createdAt: placeholder("now"),
      updatedAt: placeholder("now"),
    })
    .onConflictDoUpdate({
      target: carts.owner,
      targetWhere: live,
      set: { version: sql`${carts.version} + 1`, updatedAt: sql`excluded.updated_at` },
      setWhere: sql`${carts.state} = 'active' and (${seen} is null or ${carts.version} = ${seen})`,
    })
    .returning();
};

/** The owner's active cart, one version on, or a new one; nothing where another version was seen. */
export const openRow = (tx: Db, { version, ...change }: Opened) =>
  prepared(tx, "open a cart", () => opening(tx).prepare("open_cart")).execute({
    ...{ ...change, seen: version ?? null },
  });

const putting = (tx: Db) => {
  const put = tx.$with("put").as(
    tx
      .insert(cartLines)
      .values({
        cartId: placeholder("cartId"),
        variantId: placeholder("variantId"),
        quantity: placeholder("quantity"),
        item: placeholder("item"),
        addedPrices: placeholder("addedPrices"),
      })
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.variantId],
        set: {
          quantity: sql`${cartLines.quantity} + excluded.quantity`,
          item: sql`excluded.item`,
        },
        setWhere: sql`${cartLines.quantity} + excluded.quantity <= ${mostUnits}`,
      })
      .returning(),
  );
  const others = tx
    .select()
    .from(cartLines)
    .where(
      and(
        eq(cartLines.cartId, placeholder("cartId")),
        ne(cartLines.variantId, placeholder("variantId")),
      ),
    )
    .as("others");
  return tx.with(put).select().from(put).fullJoin(others, eq(others.id, put.id));
};

type Put = Pick<LineRow, "cartId" | "variantId" | "quantity" | "addedPrices"> & { item: Item };

/** Puts units in, on top of those that are there: the line, and all others; without it where they are too many. */
export const putRow = (tx: Db, put: Put) =>
  prepared(tx, "put in", () => putting(tx).prepare("put_in")).execute(put);
