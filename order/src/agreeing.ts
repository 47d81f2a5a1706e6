import type { Db } from "@jangteo/shared/database";
import type { Money } from "@jangteo/shared/money";
import { cell, prepared } from "@jangteo/shared/prepared";
import { AppError, type FieldError } from "@jangteo/shared/problem";
import { carts } from "@jangteo/shared/schema/order/carts";
import { checkouts, type Snapshot } from "@jangteo/shared/schema/order/checkouts";
import { and, eq, getTableColumns, sql } from "drizzle-orm";

import type { CartRow } from "./cart-rows.ts";
import type { Catalogue } from "./catalogue.ts";
import { findCheckout, missingOf, type CheckoutRow } from "./checkouts.ts";
import { priceStored, type PricedCart } from "./priced-carts.ts";
import { redeem } from "./pricing/redemptions.ts";
import { forgetRules } from "./pricing/rules.ts";
import type { Priced } from "./pricing/types.ts";

/** Milliseconds that a payer has; what is held then is given back. */
const patience = 30 * 60_000;

const refused = (detail: string, errors: FieldError[]) =>
  new AppError("conflict", detail, { errors });
const wrong = (pointer: string, rule: string, detail: string): FieldError => ({
  in: "body",
  ...{ pointer, rule, detail },
});

const requireSaid = (row: CheckoutRow, priced: Priced) => {
  const missing = missingOf(row).map((name) => wrong(`/${name}`, "missing", "is not said yet"));
  if (missing.length > 0) throw refused("Something is missing", missing);
  if (!priced.shippingMethod)
    throw refused("It does not reach this address", [
      wrong("/shippingMethod", "missing", "does not reach the address"),
    ]);
};

/** Every line must be for sale, and the total the one that the shopper saw. */
const requireAgreed = (
  { looked, priced }: PricedCart,
  agreed: Money,
  { checkout, cart }: { checkout: CheckoutRow; cart: CartRow },
) => {
  const errors = looked.flatMap(({ line, offer, problem }) =>
    problem === null
      ? []
      : [wrong(`/lines/${line.id}`, problem, `${Math.max(offer?.free ?? 0, 0)} left`)],
  );
  if (errors.length > 0) throw refused("Not everything can be bought", errors);
  if (looked.length === 0)
    throw refused("There is nothing in the cart", [wrong("", "empty_cart", "Put something in")]);
  requireSaid(checkout, priced);
  if (agreed.amount !== priced.total || agreed.currency !== cart.currency)
    throw refused("The total is another now", [
      wrong("/total", "price_changed", `${priced.total} ${cart.currency}`),
    ]);
};

const snapshotOf = (priced: Priced): Snapshot => {
  const { lines, subtotal, discount, tax, taxIncluded, total, taxes, promotions } = priced;
  const { shippingMethod: method } = priced;
  if (!method) throw new Error("a snapshot needs a shipping method");
  return {
    ...{ lines, subtotal, discount, tax, taxIncluded, total, taxes, promotions },
    shipping: method.amount,
    shippingMethod: { code: method.code, name: method.name },
  };
};

const changed = () =>
  refused("The cart changed meanwhile", [
    wrong("/total", "price_changed", "Read the checkout again"),
  ]);

/** Nothing was written: another window said it a moment ago, or something else was said. */
const requireBegun = async (db: Db, id: string) => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id));
  if (row?.step === "started") throw changed();
  return undefined;
};

const { placeholder } = sql;

/**
 * Closes the cart and begins the checkout, both or neither, where both are as they were read. Who begins
 * it holds it. The cart's row is locked before anything is written, so that two who begin wait there.
 */
const beginning = (tx: Db) => {
  const open = tx.$with("open").as(
    tx
      .select({ cartId: sql<string>`${carts.id}`.as("open_id") })
      .from(carts)
      .where(
        and(
          eq(carts.id, placeholder("cartId")),
          sql`${carts.state} = 'active'`,
          eq(carts.version, placeholder("cartVersion")),
        ),
      )
      .for("update"),
  );
  const begun = tx.$with("begun").as(
    tx
      .update(checkouts)
      .set({
        step: "reserving",
        snapshot: cell(checkouts.snapshot, "snapshot"),
        currency: cell(checkouts.currency, "currency"),
        returnUrl: cell(checkouts.returnUrl, "returnUrl"),
        updatedAt: cell(checkouts.updatedAt, "now"),
        dueAt: cell(checkouts.dueAt, "now"),
        expiresAt: cell(checkouts.expiresAt, "expiresAt"),
        leaseUntil: cell(checkouts.leaseUntil, "leaseUntil"),
        fencing: sql`${checkouts.fencing} + 1`,
        version: sql`${checkouts.version} + 1`,
      })
      .from(open)
      .where(
        and(
          eq(checkouts.id, placeholder("id")),
          eq(checkouts.cartId, open.cartId),
          eq(checkouts.step, "started"),
          eq(checkouts.version, placeholder("version")),
        ),
      )
      .returning(getTableColumns(checkouts)),
  );
  const closed = tx.$with("closed").as(
    tx
      .update(carts)
      .set({ state: "checking_out", updatedAt: cell(carts.updatedAt, "now") })
      .from(begun)
      .where(eq(carts.id, begun.cartId))
      .returning({ cartId: carts.id }),
  );
  return tx.with(open, begun, closed).select().from(begun);
};

type Agreement = {
  id: string;
  owner: string;
  total: Money;
  returnUrl: string;
  now: Date;
  /** Milliseconds for which who begins it holds it. */
  lease: number;
};

/**
 * The shopper says "buy": what is agreed is written down, the cart is closed for changes, and the
 * saga may begin with the row that comes back. Nothing comes back where it was said before. No prices are
 * asked for inside the transaction.
 */
export const agree = async (db: Db, catalogue: Catalogue, agreement: Agreement) => {
  const { id, owner, total, returnUrl, now, lease } = agreement;
  const { checkout, cart, lines } = await findCheckout(db, id, owner);
  if (checkout.step !== "started") return undefined;
  const offers = await catalogue.offersNow(lines.map(({ variantId }) => variantId));
  const { shippingAddress: address, shippingMethod } = checkout;
  const chosen = { address, shippingMethod, now, fresh: true };
  const priced = await priceStored(db, { cart, lines }, { offers, stale: false }, chosen);
  try {
    requireAgreed(priced, total, { checkout, cart });
  } catch (refusal) {
    // Another window may have said it a moment ago, and hold the very units that are missing here.
    const { checkout: latest } = await findCheckout(db, id, owner);
    if (latest.step !== "started") return undefined;
    throw refusal;
  }
  const { promotions } = priced.priced;
  const begin = async (tx: Db) => {
    const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    const [begun] = await prepared(tx, "begin a checkout", () =>
      beginning(tx).prepare("begin_checkout"),
    ).execute({
      ...{ id, version: checkout.version, cartId: cart.id, cartVersion: cart.version },
      ...{ snapshot: snapshotOf(priced.priced), currency: cart.currency, returnUrl, now },
      ...{ expiresAt: later(patience), leaseUntil: later(lease) },
    });
    return begun;
  };
  const begun =
    promotions.length === 0
      ? await begin(db)
      : await db.transaction(async (tx) => {
          const row = await begin(tx);
          if (row)
            await redeem(tx, { checkoutId: id, owner, promotions, now }).catch((error: unknown) => {
              // The next total must be told without the promotion that cannot be had any more.
              forgetRules(db);
              throw error;
            });
          return row;
        });
  return begun ?? requireBegun(db, id);
};
