import type { Cart, CartLine } from "@jangteo/order/contract";

/** What a line shows before the shop has answered; what it costs in all is never guessed. */
export type Preview = Pick<
  CartLine,
  "slug" | "name" | "options" | "picture" | "unitPrice" | "listPrice"
>;

/** One thing that the shopper wants of the cart. A variant has one line at most. */
export type Wanted =
  | { kind: "add"; variantId: string; quantity: number; preview: Preview }
  | { kind: "set"; variantId: string; quantity: number }
  | { kind: "remove"; variantId: string }
  | { kind: "coupon"; code: string }
  | { kind: "uncoupon"; code: string };

export type Line = Omit<CartLine, "total"> & {
  /** Null until the shop has said it. */
  total: CartLine["total"] | null;
  /** Whether the shop has not said yet what it costs now. */
  pending?: boolean;
};
export type Shown = Omit<Cart, "lines"> & { lines: Line[] };

/** Of whoever never put anything in. */
export const emptyCart = (currency: Cart["currency"]): Cart => {
  const none = { amount: 0, currency };
  const totals = { subtotal: none, discount: none, shipping: null, tax: none, total: none };
  return {
    ...{ id: null, version: 0, currency, lines: [], units: 0, coupons: [] },
    totals: { ...totals, taxIncluded: true },
    ...{ checkoutId: null, stale: false },
  };
};

const newLine = (wanted: Extract<Wanted, { kind: "add" }>): Line => ({
  id: wanted.variantId,
  productId: wanted.variantId,
  sku: "",
  discounts: [],
  available: null,
  problem: null,
  ...wanted.preview,
  variantId: wanted.variantId,
  quantity: wanted.quantity,
  addedPrice: wanted.preview.unitPrice,
  total: null,
  pending: true,
});

const withQuantity = (lines: Line[], variantId: string, quantity: (now: number) => number) =>
  lines.map((line) =>
    line.variantId === variantId
      ? { ...line, quantity: quantity(line.quantity), pending: true }
      : line,
  );

const linesWith = (lines: Line[], wanted: Wanted): Line[] => {
  if (wanted.kind === "remove")
    return lines.filter(({ variantId }) => variantId !== wanted.variantId);
  if (wanted.kind === "set") return withQuantity(lines, wanted.variantId, () => wanted.quantity);
  if (wanted.kind !== "add") return lines;
  return lines.some(({ variantId }) => variantId === wanted.variantId)
    ? withQuantity(lines, wanted.variantId, (now) => now + wanted.quantity)
    : [...lines, newLine(wanted)];
};

const couponsWith = (coupons: Shown["coupons"], wanted: Wanted) =>
  wanted.kind === "uncoupon" ? coupons.filter(({ code }) => code !== wanted.code) : coupons;

/** The cart as it will be once this is granted. */
export const withWanted = (cart: Shown, wanted: Wanted): Shown => {
  const lines = linesWith(cart.lines, wanted);
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return { ...cart, lines, units, coupons: couponsWith(cart.coupons, wanted) };
};

/** By how many units the cart grows, as far as one can say without knowing it. */
export const unitsOf = (wanted: Wanted) => (wanted.kind === "add" ? wanted.quantity : 0);

/** Whether a wish that was not sent yet is overtaken by a later one: the last number wins. */
export const isOvertaken = (earlier: Wanted, later: Wanted) => {
  if (later.kind !== "set" && later.kind !== "remove") return false;
  return earlier.kind === "set" && earlier.variantId === later.variantId;
};
