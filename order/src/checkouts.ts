import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { carts } from "@jangteo/shared/schema/order/carts";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { orders } from "@jangteo/shared/schema/order/orders";
import { and, desc, eq, sql } from "drizzle-orm";

import { linesOf } from "./cart-rows.ts";
import type { Checkout } from "./contract.ts";

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

const isOf = (id: string, owner: string) => and(eq(checkouts.id, id), eq(checkouts.owner, owner));

/** A checkout of the owner, and the number of the order that came of it. */
export const findCheckout = async (db: Db, id: string, owner: string) => {
  const [row] = await prepared(db, "own checkout", () =>
    db
      .select({ checkout: checkouts, cart: carts, number: orders.number })
      .from(checkouts)
      .innerJoin(carts, eq(carts.id, checkouts.cartId))
      .leftJoin(orders, eq(orders.id, checkouts.orderId))
      .where(
        and(eq(checkouts.id, sql.placeholder("id")), eq(checkouts.owner, sql.placeholder("owner"))),
      )
      .prepare("own_checkout"),
  ).execute({ id, owner });
  if (!row) throw missingCheckout();
  const lines = row.checkout.snapshot ? [] : await linesOf(db, row.cart.id);
  return { ...row, lines };
};

/** What a checkout of this owner said last; the next one begins with it. */
const lastSaid = async (tx: Db, owner: string) => {
  const [last] = await tx
    .select({
      email: checkouts.email,
      shippingAddress: checkouts.shippingAddress,
      shippingMethod: checkouts.shippingMethod,
      paymentMethod: checkouts.paymentMethod,
    })
    .from(checkouts)
    .where(eq(checkouts.owner, owner))
    .orderBy(desc(checkouts.id))
    .limit(1);
  return last ?? {};
};

const emptyCart = () =>
  new AppError("conflict", "There is nothing in the cart", {
    errors: [{ in: "body", pointer: "", rule: "empty_cart", detail: "Put something in first" }],
  });

type Start = { owner: string; language: Language; now: Date };

/** The live checkout of the owner's cart, made if there is none. */
export const startCheckout = async (tx: Db, { owner, language, now }: Start) => {
  const [cart] = await tx
    .select()
    .from(carts)
    .where(and(eq(carts.owner, owner), sql`${carts.state} in ('active', 'checking_out')`))
    .for("update");
  if (!cart) throw emptyCart();
  const [lines, [live], said] = await Promise.all([
    linesOf(tx, cart.id),
    tx
      .select({ id: checkouts.id })
      .from(checkouts)
      .where(and(eq(checkouts.cartId, cart.id), isLive)),
    lastSaid(tx, owner),
  ]);
  if (lines.length === 0) throw emptyCart();
  if (live) return live.id;
  const { currency } = cart;
  const [made] = await tx
    .insert(checkouts)
    .values({ ...said, cartId: cart.id, owner, currency, language, createdAt: now, updatedAt: now })
    .returning({ id: checkouts.id });
  if (!made) throw new Error("insert returned no row");
  return made.id;
};

type Sayable = "email" | "language" | "shippingAddress" | "shippingMethod" | "paymentMethod";
type Said = { [Name in Sayable]?: CheckoutRow[Name] | undefined };

type Change = { id: string; owner: string; version: number | undefined; now: Date; said: Said };

/** Says more of a checkout that is still open. */
export const changeCheckout = async (tx: Db, { id, owner, version, now, said }: Change) => {
  const [row] = await tx
    .update(checkouts)
    .set({ ...said, version: sql`${checkouts.version} + 1`, updatedAt: now })
    .where(
      and(
        isOf(id, owner),
        eq(checkouts.step, "started"),
        version === undefined ? undefined : eq(checkouts.version, version),
      ),
    )
    .returning();
  if (row) return row;
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
