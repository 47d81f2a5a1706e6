import type { shippingMethods, shippingZones } from "@jangteo/shared/schema/order/pricing";

import { lineAmount, sumOf, type Promotion } from "./discounts.ts";
import type { Question, Shipping } from "./types.ts";

export type Zone = Pick<typeof shippingZones.$inferSelect, "code" | "countries"> & {
  methods: (typeof shippingMethods.$inferSelect)[];
};

/** The zone that names the country, or else the one for every other. */
const zoneOf = (zones: Zone[], country: string) =>
  zones.find(({ countries }) => countries.includes(country)) ??
  zones.find(({ countries }) => countries.length === 0);

/** The methods that reach the address and carry the weight, priced before promotions. */
export const methodsFor = ({ lines, currency, address }: Question, zones: Zone[]): Shipping[] => {
  if (!address || lines.length === 0) return [];
  const weight = sumOf(lines, ({ item, quantity }) => item.weight * quantity);
  const subtotal = sumOf(lines, lineAmount);
  const methods = zoneOf(zones, address.addressCountry)?.methods ?? [];
  return methods.flatMap(({ code, name, rates, maxWeight, daysMin: min, daysMax: max }) => {
    const rate = rates[currency];
    if (!rate || (maxWeight !== null && weight > maxWeight)) return [];
    const step = rate.steps
      .filter(({ over }) => weight > over)
      .toSorted((a, b) => b.over - a.over)[0];
    const free = rate.freeFrom !== null && subtotal >= rate.freeFrom;
    const amount = free ? 0 : (step ?? rate).amount;
    return [{ code, name, amount, days: { min, max } }];
  });
};

export const isFreeBy = ({ gift }: Promotion, method: Shipping) =>
  gift.kind === "free_shipping" &&
  (gift.methods.length === 0 || gift.methods.includes(method.code));

export const withPromotions = (methods: Shipping[], given: Promotion[]) =>
  methods.map((method) =>
    given.some((promotion) => isFreeBy(promotion, method)) ? { ...method, amount: 0 } : method,
  );
