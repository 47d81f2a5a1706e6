import type { Currency } from "@jangteo/shared/money";
import type { Words } from "@jangteo/shared/schema/columns";
import type { Item } from "@jangteo/shared/schema/order/carts";
import type { SnapshotLine } from "@jangteo/shared/schema/order/checkouts";
import type { Address } from "@jangteo/shared/schema/order/schema";

/** A line before anything is let off; amounts are minor units. */
export type UnpricedLine = {
  id: string;
  item: Item;
  quantity: number;
  unitAmount: number;
  listAmount: number | null;
};

export type Question = {
  lines: UnpricedLine[];
  currency: Currency;
  coupons: string[];
  /** Whose it is: a promotion may be for members, or once for each. */
  owner: string;
  address: Address | null;
  shippingMethod: string | null;
  now: Date;
};

export type CouponAnswer = {
  code: string;
  name: Words | null;
  applied: boolean;
  reason: "unknown" | "expired" | "not_begun" | "used_up" | "conditions" | "not_combinable" | null;
};

export type Shipping = {
  code: string;
  name: Words;
  amount: number;
  days: { min: number; max: number };
};

/**
 * total = subtotal - discount + shipping + tax, where tax that prices include is not added again.
 * `discount` is the sum of the lines' discounts; a free shipping promotion shows in `shipping`.
 */
export type Priced = {
  lines: SnapshotLine[];
  subtotal: number;
  discount: number;
  /** Null before there is an address and a method. */
  shipping: number | null;
  tax: number;
  taxIncluded: boolean;
  total: number;
  taxes: { name: Words; rate: number; amount: number }[];
  coupons: CouponAnswer[];
  /** Promotions that give something, which an order uses up once each. */
  promotions: string[];
  /** The methods that reach the address, priced for this cart. */
  shippingMethods: Shipping[];
  shippingMethod: Shipping | null;
};
