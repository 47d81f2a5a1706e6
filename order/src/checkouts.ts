import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { cell, cellsOf, fixedLimit, prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { inserting } from "@jangteo/shared/rows";
import { carts } from "@jangteo/shared/schema/order/carts";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { orders } from "@jangteo/shared/schema/order/orders";
import { and, desc, eq, sql } from "drizzle-orm";

import { findStored, linesOf, type CartRow, type LineRow } from "./cart-rows.ts";
import type { Checkout } from "./contract.ts";

const { placeholder } = sql;

export type CheckoutRow = typeof checkouts.$inferSelect;
type Step = CheckoutRow["step"];

export const ended: Step[] = ["done", "failed", "cancelled"];
/** As the index of live checkouts has it. */
export const isLive = sql`${checkouts.step} not in ('done', 'failed', 'cancelled')`;

const missingCheckout = () => new AppError("not_found", "There is no such checkout");

export const stateOf = ({ step, actionUrl }: CheckoutRow): Checkout["state"] => {
  if (step === "started") return "open";
  if (step === "order_placed" || step === "done") return "completed";
  if (step === "failed" || step === "cancelled") return step;
  return step === "reserved" && actionUrl !== null ? "requires_action" : "processing";
};

export const missingOf = (row: CheckoutRow) => [
  ...(row.email === null ? (["email"] as const) : []),
  ...(row.shippingAddress === null ? (["shippingAddress"] as const) : []),
  ...(row.shippingMethod === null ? (["shippingMethod"] as const) : []),
  ...(row.paymentMethod === null ? (["paymentMethod"] as const) : []),
];

/** A checkout with its cart and, once there is one, the number of its order; lines while nothing is agreed to. */
export type FoundCheckout = {
  checkout: CheckoutRow;
  cart: CartRow;
  number: number | null;
  lines: LineRow[];
};

/** A checkout of the owner, and the number of the order that came of it. */
export const findCheckout = async (db: Db, id: string, owner: string): Promise<FoundCheckout> => {
  const [row] = await prepared(db, "own checkout", () =>
    db
      .select({ checkout: checkouts, cart: carts, number: orders.number })
      .from(checkouts)
      .innerJoin(carts, eq(carts.id, checkouts.cartId))
      .leftJoin(orders, eq(orders.id, checkouts.orderId))
      .where(and(eq(checkouts.id, placeholder("id")), eq(checkouts.owner, placeholder("owner"))))
      .prepare("own_checkout"),
  ).execute({ id, owner });
  if (!row) throw missingCheckout();
  const lines = row.checkout.snapshot ? [] : await linesOf(db, row.cart.id);
  return { ...row, lines };
};

/** What a checkout of this owner said last; the next one begins with it. */
const lastSaid = async (tx: Db, owner: string) => {
  const [last] = await prepared(tx, "last said", () =>
    tx
      .select({
        email: checkouts.email,
        shippingAddress: checkouts.shippingAddress,
        shippingMethod: checkouts.shippingMethod,
        paymentMethod: checkouts.paymentMethod,
      })
      .from(checkouts)
      .where(eq(checkouts.owner, placeholder("owner")))
      .orderBy(desc(checkouts.id))
      .limit(fixedLimit(1))
      .prepare("last_said"),
  ).execute({ owner });
  return last ?? {};
};

const emptyCart = () =>
  new AppError("conflict", "There is nothing in the cart", {
    errors: [{ in: "body", pointer: "", rule: "empty_cart", detail: "Put something in first" }],
  });

type Start = { owner: string; language: Language; now: Date };

const lockCart = async (tx: Db, owner: string) => {
  const [cart] = await prepared(tx, "locked cart", () =>
    tx
      .select()
      .from(carts)
      .where(
        and(
          eq(carts.owner, placeholder("owner")),
          sql`${carts.state} in ('active', 'checking_out')`,
        ),
      )
      .for("update")
      .prepare("locked_cart"),
  ).execute({ owner });
  if (!cart) throw emptyCart();
  return cart;
};

const findLive = (tx: Db, cartId: string) =>
  prepared(tx, "live checkout", () =>
    tx
      .select({ id: checkouts.id })
      .from(checkouts)
      .where(and(eq(checkouts.cartId, placeholder("cartId")), isLive))
      .prepare("live_checkout"),
  ).execute({ cartId });

const make = async (tx: Db, row: typeof checkouts.$inferInsert) => {
  const said = new Set(Object.keys(row));
  const [made] = await prepared(tx, `make a checkout ${[...said].toSorted().join(" ")}`, () =>
    inserting(tx, checkouts, said, placeholder("rows")).returning().prepare("make_checkout"),
  ).execute({ rows: JSON.stringify([row]) });
  if (!made) throw new Error("insert returned no row");
  return made;
};

/** The live checkout of the owner's cart, made if there is none. */
export const startCheckout = async (
  tx: Db,
  { owner, language, now }: Start,
): Promise<FoundCheckout> => {
  const cart = await lockCart(tx, owner);
  const [lines, [live], said] = await Promise.all([
    linesOf(tx, cart.id),
    findLive(tx, cart.id),
    lastSaid(tx, owner),
  ]);
  if (lines.length === 0) throw emptyCart();
  if (live) return findCheckout(tx, live.id, owner);
  const { id: cartId, currency } = cart;
  const own = { cartId, owner, currency, language, createdAt: now, updatedAt: now };
  return { checkout: await make(tx, { ...said, ...own }), cart, number: null, lines };
};

type Sayable = "email" | "language" | "shippingAddress" | "shippingMethod" | "paymentMethod";
type Said = { [Name in Sayable]?: CheckoutRow[Name] | undefined };

type Change = { id: string; owner: string; version: number | undefined; now: Date; said: Said };

/** A statement for each set of what is said. */
const saying = (tx: Db, said: Said, asRead: boolean) => {
  const { shape, cells } = cellsOf(said);
  return prepared(tx, `say ${shape} ${asRead}`, () =>
    tx
      .update(checkouts)
      .set({
        ...cells,
        version: sql`${checkouts.version} + 1`,
        updatedAt: cell(checkouts.updatedAt, "now"),
      })
      .where(
        and(
          eq(checkouts.id, placeholder("id")),
          eq(checkouts.owner, placeholder("owner")),
          eq(checkouts.step, "started"),
          asRead ? eq(checkouts.version, placeholder("version")) : undefined,
        ),
      )
      .returning()
      .prepare("say"),
  );
};

/** Says more of a checkout that is still open. */
export const changeCheckout = async (
  tx: Db,
  { id, owner, version, now, said }: Change,
): Promise<FoundCheckout> => {
  const asked = { ...said, id, owner, now, version };
  const [changed] = await saying(tx, said, version !== undefined).execute(asked);
  if (changed)
    return { checkout: changed, number: null, ...(await findStored(tx, changed.cartId)) };
  const { checkout } = await findCheckout(tx, id, owner);
  if (checkout.step !== "started")
    throw new AppError("conflict", "It is being paid, or it is over", {
      errors: [{ in: "body", pointer: "", rule: "not_open", detail: "It cannot be changed" }],
    });
  throw new AppError("precondition_failed", "The checkout changed since it was read");
};

/** What became of a checkout, whoever's it is; for other services. */
export const findOutcome = async (db: Db, id: string) => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id));
  if (!row) throw missingCheckout();
  const { paymentId, orderId } = row;
  return { checkoutId: id, state: stateOf(row), paymentId, orderId };
};
