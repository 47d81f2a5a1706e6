import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";

import { createdAt, id, moment, words, type Words } from "../columns.ts";
import { order } from "./schema.ts";

/** Minor units of each currency in which something is offered. */
export type Amounts = { KRW?: number | undefined; USD?: number | undefined };

/** What a promotion gives. Rates are in hundredths of a percent. */
export type Gift =
  | { kind: "percentage"; rate: number }
  | { kind: "amount"; amounts: Amounts }
  /** By these methods, or by any if there are none. */
  | { kind: "free_shipping"; methods: string[] }
  /** Of every `buy + get` units the `get` cheapest are let off, wholly at the rate of 10,000. */
  | { kind: "buy_x_get_y"; buy: number; get: number; rate: number };

/** Lines count that are in any of the products, categories or collections; all do if none is named. */
export type Conditions = {
  /** What those lines have to come to before discounts, in each currency it is for; any if empty. */
  subtotal: Amounts;
  products: string[];
  categories: string[];
  collections: string[];
  membersOnly: boolean;
  firstOrder: boolean;
};

/** `code` is upper case; without one it applies by itself. `used` counts what is held, too. */
export const promotions = order.table(
  "promotions",
  {
    id: id(),
    code: text().unique(),
    name: words(),
    gift: jsonb().$type<Gift>().notNull(),
    conditions: jsonb().$type<Conditions>().notNull(),
    startsAt: moment().notNull().defaultNow(),
    endsAt: moment(),
    stacking: text({ enum: ["combinable", "exclusive"] })
      .notNull()
      .default("combinable"),
    /** The highest is applied first. */
    priority: integer().notNull().default(0),
    cap: integer(),
    capPerOwner: integer(),
    used: integer().notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  () => [
    check("promotions_used", sql`0 <= used and used <= coalesce(cap, used)`),
    check("promotions_cap_per_owner", sql`cap_per_owner > 0`),
    check("promotions_code", sql`code = upper(code)`),
    check("promotions_time", sql`ends_at >= starts_at`),
  ],
);

/** held -> used | released; released -> held. */
export const redemptions = order.table(
  "redemptions",
  {
    id: id(),
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    checkoutId: uuid().notNull(),
    owner: text().notNull(),
    state: text({ enum: ["held", "used", "released"] }).notNull(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("redemptions_once").on(table.promotionId, table.checkoutId),
    index().on(table.checkoutId),
    index().on(table.owner, table.promotionId),
  ],
);

/** ISO 3166-1 alpha-2 codes; the zone without any is for every other country. */
export const shippingZones = order.table("shipping_zones", {
  code: text().primaryKey(),
  name: words(),
  countries: text().array().notNull(),
});

/** Of the steps that are begun, the heaviest says what it costs; `over` is in grams. */
export type ShippingRate = {
  amount: number;
  /** Of the lines before discounts, so that a coupon never takes free shipping away. */
  freeFrom: number | null;
  steps: { over: number; amount: number }[];
};

export const shippingMethods = order.table(
  "shipping_methods",
  {
    id: id(),
    zone: text()
      .notNull()
      .references(() => shippingZones.code),
    code: text().notNull(),
    name: words(),
    position: integer().notNull().default(0),
    rates: jsonb().$type<{ KRW?: ShippingRate; USD?: ShippingRate }>().notNull(),
    /** Grams that it carries at the most. */
    maxWeight: integer(),
    daysMin: integer().notNull(),
    daysMax: integer().notNull(),
  },
  (table) => [
    unique("shipping_methods_code").on(table.zone, table.code),
    check("shipping_methods_days", sql`0 <= days_min and days_min <= days_max`),
  ],
);

/** Rates are in hundredths of a percent; the zone without a country is for every other one. */
export const taxZones = order.table("tax_zones", {
  id: id(),
  country: text().unique("tax_zones_country", { nulls: "not distinct" }),
  rates: jsonb().$type<{ name: Words; rate: number }[]>().notNull(),
  included: boolean().notNull(),
  taxesShipping: boolean().notNull(),
  /** Assumed before there is an address. */
  home: boolean().notNull().default(false),
});
