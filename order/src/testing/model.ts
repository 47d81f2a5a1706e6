import { expect } from "bun:test";

import type { Checkout } from "../contract.ts";
import type { Shopper } from "./shopper.ts";

/** What a shop with three things and one shopper ought to look like; one entry of each list a thing. */
export type Model = {
  won: number[];
  units: number[];
  left: number[];
  coupon: boolean;
  said: boolean;
  checkout: "none" | "open" | "waiting" | "paid" | "declined";
  orders: number;
};

export type Real = {
  mina: Shopper;
  variants: string[];
  code: string;
  left: (variant: string) => Promise<number>;
  /** The last checkout, and what came of all. */
  checkout: Checkout | undefined;
  bought: Checkout[];
};

export const isHeld = ({ checkout }: Model) => ["waiting", "paid", "declined"].includes(checkout);
export const isEmpty = ({ units }: Model) => units.every((count) => count === 0);

/** What a checkout held can be bought again. */
export const giveBack = (model: Model) => {
  model.left = model.left.map((count, at) => count + (model.units[at] ?? 0));
  model.checkout = "none";
};
/** The order is there, and the cart is a new one. */
export const placed = (model: Model) => {
  const none = model.units.map(() => 0);
  Object.assign(model, { units: none, coupon: false, checkout: "none", orders: model.orders + 1 });
};

/** The real shop shows what the model says. */
export const expectSame = async (model: Model, real: Real) => {
  const { mina, variants, code } = real;
  const cart = await mina.cart();
  const units = variants.map(
    (variant) => cart.lines.find(({ variantId }) => variantId === variant)?.quantity ?? 0,
  );
  const left = await Promise.all(variants.map(real.left));
  const subtotal = model.units.reduce((sum, count, at) => sum + count * (model.won[at] ?? 0), 0);
  expect({
    units,
    left,
    coupons: cart.coupons.map((one) => one.code),
    holder: cart.checkoutId,
    orders: real.bought.length,
  }).toEqual({
    ...{ units: model.units, left: model.left, coupons: model.coupon ? [code] : [] },
    holder: isHeld(model) ? (real.checkout?.id ?? "") : null,
    orders: model.orders,
  });
  // What a checkout holds is no longer free, so that the cart shows it as sold out.
  if (!isHeld(model))
    expect(cart.totals).toMatchObject({
      subtotal: { amount: subtotal },
      discount: { amount: model.coupon ? subtotal / 10 : 0 },
    });
  if (model.checkout === "none" || !real.checkout) return;
  const { state } = await mina.checkout(real.checkout.id);
  expect(state).toBe(model.checkout === "open" ? "open" : "requires_action");
};
