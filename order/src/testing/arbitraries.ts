import type { Gift } from "@jangteo/shared/schema/order/pricing";
import fc from "fast-check";

import type { Rules } from "../pricing/price.ts";
import type { Question } from "../pricing/types.ts";
import { addressIn, anything, line, promotion } from "./promotions.ts";

/** Small amounts show roundings, large ones show what overflows. */
const amount = fc.oneof(fc.nat(12), fc.nat(100_000), fc.nat(1_000_000_000));
const rate = fc.oneof(fc.constantFrom(0, 1, 3333, 10_000), fc.nat(10_000));
const amounts = fc.record({ KRW: amount, USD: amount });
const shelf = fc.constantFrom("bowls", "jars", "lamps");
const shelves = fc.uniqueArray(shelf, { maxLength: 2 });

const lines = fc.array(
  fc
    .record({
      id: fc.uuid(),
      quantity: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 999 })),
      unitAmount: amount,
      category: shelf,
      collections: shelves,
      weight: fc.nat(4000),
    })
    .map(({ category, collections, weight, ...one }) =>
      line({ ...one, item: { categories: [category], collections, weight } }),
    ),
  { maxLength: 8 },
);

const gift: fc.Arbitrary<Gift> = fc.oneof(
  fc.record({ kind: fc.constant("percentage" as const), rate }),
  fc.record({ kind: fc.constant("amount" as const), amounts }),
  fc.record({
    kind: fc.constant("free_shipping" as const),
    methods: fc.constantFrom<string[]>([], ["standard"]),
  }),
  fc.record({
    kind: fc.constant("buy_x_get_y" as const),
    buy: fc.integer({ min: 1, max: 3 }),
    get: fc.integer({ min: 1, max: 2 }),
    rate,
  }),
);

const onePromotion = fc
  .record({
    id: fc.uuid(),
    gift,
    stacking: fc.constantFrom("combinable" as const, "exclusive" as const),
    priority: fc.nat(3),
    categories: fc.oneof(fc.constant<string[]>([]), shelves),
    smallest: fc.oneof(fc.constant(0), amount),
  })
  .map(({ categories, smallest, ...one }) =>
    promotion({
      ...one,
      conditions: { ...anything, categories, subtotal: { KRW: smallest, USD: smallest } },
    }),
  );
const somePromotions = fc.array(onePromotion, { maxLength: 6 });

const method = (code: string) =>
  fc
    .record({ first: amount, more: amount, freeFrom: fc.option(amount) })
    .map(({ first, more, freeFrom }) => {
      const one = { amount: first, freeFrom, steps: [{ over: 1000, amount: more }] };
      return {
        ...{ id: code, zone: "world", code, name: { ko: code, en: code }, position: 0 },
        ...{ rates: { KRW: one, USD: one }, maxWeight: null, daysMin: 1, daysMax: 3 },
      };
    });

const taxZone = fc
  .record({
    rates: fc.array(fc.nat(3000), { maxLength: 3 }),
    included: fc.boolean(),
    taxesShipping: fc.boolean(),
  })
  .map(({ rates, ...zone }) => ({
    ...zone,
    country: null,
    home: true,
    rates: rates.map((one, at) => ({ name: { ko: `세금 ${at}`, en: `Tax ${at}` }, rate: one })),
  }));

export const rules: fc.Arbitrary<Rules> = fc.record({
  promotions: somePromotions,
  shippingZones: fc
    .tuple(method("standard"), method("express"))
    .map((methods) => [{ code: "world", countries: [], methods }]),
  taxZones: fc.array(taxZone, { maxLength: 1 }),
});

export const questions: fc.Arbitrary<Question> = fc.record({
  lines,
  currency: fc.constantFrom("KRW" as const, "USD" as const),
  coupons: fc.constant([]),
  owner: fc.uuid(),
  address: fc.constantFrom(null, addressIn("KR")),
  shippingMethod: fc.constantFrom(null, "standard", "express"),
  now: fc.constant(new Date()),
});
