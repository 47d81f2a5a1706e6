import type { Db } from "@jangteo/shared/database";
import type { Money } from "@jangteo/shared/money";
import { AppError, type FieldError } from "@jangteo/shared/problem";
import { carts } from "@jangteo/shared/schema/order/carts";
import { checkouts, type Snapshot } from "@jangteo/shared/schema/order/checkouts";
import { and, eq, sql } from "drizzle-orm";

import type { Catalogue } from "./catalogue.ts";
import { findCheckout, missingOf, type CheckoutRow } from "./checkouts.ts";
import { priceStored, type PricedCart } from "./priced-carts.ts";
import type { Priced } from "./pricing/types.ts";

/** Milliseconds that a payer has; what is held then is given back. */
export const patience = 30 * 60_000;

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
const requireAgreed = ({ looked, priced }: PricedCart, agreed: Money, row: CheckoutRow) => {
  const errors = looked.flatMap(({ line, offer, problem }) =>
    problem === null
      ? []
      : [wrong(`/lines/${line.id}`, problem, `${Math.max(offer?.free ?? 0, 0)} left`)],
  );
  if (errors.length > 0) throw refused("Not everything can be bought", errors);
  if (looked.length === 0)
    throw refused("There is nothing in the cart", [wrong("", "empty_cart", "Put something in")]);
  requireSaid(row, priced);
  if (agreed.amount !== priced.total || agreed.currency !== row.currency)
    throw refused("The total is another now", [
      wrong("/total", "price_changed", `${priced.total} ${row.currency}`),
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

type Agreement = { id: string; owner: string; total: Money; returnUrl: string; now: Date };

/**
 * The shopper says "buy": what is agreed is written down, the cart is closed for changes, and the
 * saga may begin. Says nothing where it was said before. No prices are asked for inside the transaction.
 */
export const agree = async (db: Db, catalogue: Catalogue, agreement: Agreement) => {
  const { id, owner, total, returnUrl, now } = agreement;
  const { checkout, cart, lines } = await findCheckout(db, id, owner);
  if (checkout.step !== "started") return;
  const offers = await catalogue.offersNow(lines.map(({ variantId }) => variantId));
  const { shippingAddress: address, shippingMethod } = checkout;
  const chosen = { address, shippingMethod, now };
  const priced = await priceStored(db, { cart, lines }, { offers, stale: false }, chosen);
  requireAgreed(priced, total, checkout);
  await db
    .transaction(async (tx) => {
      const [closed] = await tx
        .update(carts)
        .set({ state: "checking_out", updatedAt: now })
        .where(
          and(eq(carts.id, cart.id), eq(carts.state, "active"), eq(carts.version, cart.version)),
        )
        .returning({ id: carts.id });
      const [begun] = await tx
        .update(checkouts)
        .set({
          step: "reserving",
          snapshot: snapshotOf(priced.priced),
          ...{ returnUrl, version: sql`${checkouts.version} + 1`, updatedAt: now },
          ...{ dueAt: now, expiresAt: new Date(now.getTime() + patience) },
        })
        .where(
          and(
            eq(checkouts.id, id),
            eq(checkouts.step, "started"),
            eq(checkouts.version, checkout.version),
          ),
        )
        .returning({ id: checkouts.id });
      if (closed && begun) return;
      const [now_] = await tx.select().from(checkouts).where(eq(checkouts.id, id));
      // Said a moment ago, by another window.
      if (now_ && now_.step !== "started") throw new AlreadyAgreed();
      throw refused("The cart changed meanwhile", [
        wrong("/total", "price_changed", "Read the checkout again"),
      ]);
    })
    .catch((error: unknown) => {
      if (!(error instanceof AlreadyAgreed)) throw error;
    });
};

/** Undoes a transaction that has nothing to do any more. */
class AlreadyAgreed extends Error {}
