import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import type { Currency } from "@jangteo/shared/money";

import type { CartRow, LineRow, StoredCart } from "./cart-rows.ts";
import { itemOf } from "./carts.ts";
import type { Offer } from "./catalogue.ts";
import type { Cart, CartLine, PricedLine, Totals } from "./contract.ts";
import { priceCart } from "./pricing/rules.ts";
import type { CouponAnswer, Priced, Question, UnpricedLine } from "./pricing/types.ts";

/** What the catalogue said of the variants, and whether it said it lately. */
export type Offers = { offers: Map<string, Offer>; stale: boolean };

const priceOf = (offer: Offer | undefined, currency: Currency, quantity: number) => {
  const price = offer?.prices[currency];
  if (!price) return undefined;
  const tier = price.tiers.filter((one) => one.quantity <= quantity).at(-1);
  return { unitAmount: tier?.amount ?? price.amount, listAmount: price.listAmount };
};

/** What its owner can have of it: a checkout that is under way holds the units of its own cart. */
const leftOf = ({ quantity }: LineRow, { free }: Offer, { state }: CartRow) =>
  Math.max(free, state === "checking_out" ? quantity : 0);

/** Why a line cannot be bought now; unknown while the catalogue is away. */
const problemOf = (line: LineRow, offer: Offer | undefined, cart: CartRow) => {
  if (!offer?.active || !offer.prices[cart.currency]) return "gone" as const;
  const left = leftOf(line, offer, cart);
  if (left === 0) return "sold_out" as const;
  return line.quantity > left ? ("too_many" as const) : null;
};

/** Where there is no offer, a line costs what it cost when it was put in. */
const unpriced = (line: LineRow, offer: Offer | undefined, currency: Currency): UnpricedLine => ({
  id: line.id,
  item: offer ? itemOf(offer) : line.item,
  quantity: line.quantity,
  ...(priceOf(offer, currency, line.quantity) ?? {
    unitAmount: line.addedPrices[currency] ?? 0,
    listAmount: null,
  }),
});

type Chosen = Pick<Question, "address" | "shippingMethod" | "now"> & { fresh?: boolean };

/** A cart's lines with what is wrong with them, priced as they stand. */
export const priceStored = async (
  db: Db,
  { cart, lines }: StoredCart,
  { offers, stale }: Offers,
  { fresh = false, ...chosen }: Chosen,
) => {
  const { currency, coupons, owner } = cart;
  const looked = lines.map((line) => {
    const offer = offers.get(line.variantId);
    const unknown = stale && offer === undefined;
    return { line, offer, problem: unknown ? null : problemOf(line, offer, cart) };
  });
  // What is gone or sold out is shown, and costs nothing.
  const bought = looked.filter(({ problem }) => problem !== "gone" && problem !== "sold_out");
  const question = {
    lines: bought.map(({ line, offer }) => unpriced(line, offer, currency)),
    ...{ currency, coupons, owner, ...chosen },
  };
  const priced = await priceCart(db, question, { fresh });
  return { looked, priced };
};
export type PricedCart = Awaited<ReturnType<typeof priceStored>>;

const moneyIn = (currency: Currency) => (amount: number) => ({ amount, currency });

export const lineOf = (
  line: Priced["lines"][number],
  currency: Currency,
  language: Language,
): PricedLine => {
  const money = moneyIn(currency);
  const { item, id, quantity } = line;
  const { variantId, productId, slug, sku, picture } = item;
  return {
    ...{ id, variantId, productId, slug, sku, quantity },
    name: item.name[language],
    options: item.options.map(({ name, value }) => ({
      name: name[language],
      value: value[language],
    })),
    picture: picture && { ...picture, alt: picture.alt[language] },
    unitPrice: money(line.unitAmount),
    listPrice: line.listAmount === null ? null : money(line.listAmount),
    discounts: line.discounts.map(({ name, amount }) => ({
      promotion: name[language],
      amount: money(amount),
    })),
    total: money(line.total),
  };
};

type Amounts = Pick<Priced, "subtotal" | "discount" | "shipping" | "tax" | "taxIncluded" | "total">;

export const totalsOf = (amounts: Amounts, currency: Currency): Totals => {
  const money = moneyIn(currency);
  const { subtotal, discount, shipping, tax, taxIncluded, total } = amounts;
  return {
    subtotal: money(subtotal),
    discount: money(discount),
    shipping: shipping === null ? null : money(shipping),
    tax: money(tax),
    taxIncluded,
    total: money(total),
  };
};

export const couponsOf = (coupons: CouponAnswer[], language: Language) =>
  coupons.map(({ name, ...coupon }) => ({ ...coupon, name: name?.[language] ?? null }));

const cartLineOf = (
  { line, offer, problem }: PricedCart["looked"][number],
  { lines }: Priced,
  cart: CartRow,
  language: Language,
): CartLine => {
  const { currency } = cart;
  const money = moneyIn(currency);
  const priced = lines.find(({ id }) => id === line.id);
  const shown = priced ?? { ...unpriced(line, offer, currency), discounts: [], tax: 0, total: 0 };
  return {
    ...lineOf(shown, currency, language),
    available: offer ? leftOf(line, offer, cart) : null,
    problem,
    addedPrice: money(line.addedPrices[currency] ?? shown.unitAmount),
  };
};

/** A cart as its owner reads it. */
export const showCart = async (
  db: Db,
  stored: StoredCart,
  offers: Offers,
  { language, checkoutId, now }: { language: Language; checkoutId: string | null; now: Date },
): Promise<Cart> => {
  const { cart } = stored;
  const { id, version, currency } = cart;
  const chosen = { address: null, shippingMethod: null, now };
  const { looked, priced } = await priceStored(db, stored, offers, chosen);
  return {
    ...{ id, version, currency, checkoutId },
    lines: looked.map((one) => cartLineOf(one, priced, cart, language)),
    units: stored.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    coupons: couponsOf(priced.coupons, language),
    totals: totalsOf(priced, currency),
    stale: offers.stale,
  };
};

/** What nobody has put anything into. */
export const emptyCart = (currency: Currency): Cart => ({
  ...{ id: null, version: 0, currency, lines: [], units: 0, coupons: [] },
  totals: totalsOf(
    { subtotal: 0, discount: 0, shipping: null, tax: 0, taxIncluded: true, total: 0 },
    currency,
  ),
  ...{ checkoutId: null, stale: false },
});
