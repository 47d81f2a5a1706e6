import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";

import type { Catalogue } from "./catalogue.ts";
import { missingOf, stateOf, type FoundCheckout } from "./checkouts.ts";
import type { Checkout, ShippingMethod } from "./contract.ts";
import { Failure } from "./contract.ts";
import { numberOf } from "./numbers.ts";
import { couponsOf, lineOf, priceStored, totalsOf } from "./priced-carts.ts";
import type { Shipping } from "./pricing/types.ts";

type Asked = { language: Language; now: Date };

const methodOf = (
  { code, name, amount, days }: Shipping,
  currency: "KRW" | "USD",
  language: Language,
): ShippingMethod => ({ code, name: name[language], price: { amount, currency }, days });

type Shown = Pick<FoundCheckout, "checkout" | "number">;

const headOf = ({ checkout, number }: Shown, currency: "KRW" | "USD") => {
  const { id, version, email, language, shippingAddress, shippingMethod, paymentMethod } = checkout;
  const state = stateOf(checkout);
  return {
    ...{ id, version, state, currency, email, language },
    ...{ shippingAddress, shippingMethod, paymentMethod },
    missing: missingOf(checkout),
    nextAction:
      state === "requires_action" && checkout.actionUrl !== null
        ? { type: "redirect" as const, url: checkout.actionUrl }
        : null,
    failure: checkout.failure && Failure.parse(checkout.failure),
    order:
      checkout.orderId !== null && number !== null
        ? { id: checkout.orderId, number: numberOf(number) }
        : null,
  };
};

/** What was agreed to, in the currency agreed to, once there was an agreement. */
export const showAgreed = (shown: Shown, language: Language): Checkout | undefined => {
  const { snapshot, currency } = shown.checkout;
  if (!snapshot) return undefined;
  return {
    ...headOf(shown, currency),
    shippingMethods: [],
    lines: snapshot.lines.map((line) => lineOf(line, currency, language)),
    coupons: [],
    totals: totalsOf(snapshot, currency),
    stale: false,
  };
};

/** A checkout as its owner reads it: priced afresh while it is open, as agreed from then on. */
export const showCheckout = async (
  db: Db,
  catalogue: Catalogue,
  found: FoundCheckout,
  asked: Asked,
): Promise<Checkout> => {
  const done = showAgreed(found, asked.language);
  if (done) return done;
  const { checkout, cart, lines } = found;
  const { shippingAddress: address, shippingMethod } = checkout;
  const { currency } = cart;
  const offers = await catalogue.offers(lines.map(({ variantId }) => variantId));
  const chosen = { address, shippingMethod, now: asked.now };
  const { priced } = await priceStored(db, { cart, lines }, offers, chosen);
  // An open checkout is paid as its cart is.
  const head = headOf(found, currency);
  // Where all is sold out meanwhile, nothing is sent, and completing says why.
  const reaches = priced.shippingMethod !== null || priced.lines.length === 0;
  return {
    ...head,
    missing:
      head.missing.includes("shippingMethod") || reaches
        ? head.missing
        : [...head.missing, "shippingMethod"],
    shippingMethod: reaches ? shippingMethod : null,
    shippingMethods: priced.shippingMethods.map((one) => methodOf(one, currency, asked.language)),
    lines: priced.lines.map((line) => lineOf(line, currency, asked.language)),
    coupons: couponsOf(priced.coupons, asked.language),
    totals: totalsOf(priced, currency),
    stale: offers.stale,
  };
};
