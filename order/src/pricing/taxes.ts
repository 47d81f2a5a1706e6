import type { taxZones } from "@jangteo/shared/schema/order/pricing";
import type { Address } from "@jangteo/shared/schema/order/schema";

import { sumOf } from "./discounts.ts";
import { portion, spread, wholeRate } from "./spread.ts";

export type TaxZone = Omit<typeof taxZones.$inferSelect, "id">;

type Taxed = { lines: { id: string; total: number }[]; shipping: number };

const zoneOf = (zones: TaxZone[], address: Address | null) =>
  address
    ? (zones.find(({ country }) => country === address.addressCountry) ??
      zones.find(({ country }) => country === null))
    : zones.find(({ home }) => home);

/**
 * One tax for all, rounded once, then spread over the rates by their height, and over the lines and
 * shipping by what they come to: so both ways of looking at it add up.
 */
export const taxesOf = (zones: TaxZone[], address: Address | null, { lines, shipping }: Taxed) => {
  const zone = zoneOf(zones, address);
  if (!zone) return { tax: 0, taxIncluded: true, taxes: [], byLine: new Map<string, number>() };
  const shares = [
    ...lines.map(({ id, total }) => ({ id, weight: total })),
    { id: "shipping", weight: zone.taxesShipping ? shipping : 0 },
  ];
  const rate = sumOf(zone.rates, (one) => one.rate);
  const base = sumOf(shares, ({ weight }) => weight);
  const tax = portion(base, rate, zone.included ? wholeRate + rate : wholeRate);
  const byRate = spread(
    tax,
    zone.rates.map((one, at) => ({ id: String(at).padStart(3, "0"), weight: one.rate })),
  );
  return {
    tax,
    taxIncluded: zone.included,
    taxes: zone.rates.map((one, at) => ({
      ...one,
      amount: byRate.get(String(at).padStart(3, "0")) ?? 0,
    })),
    byLine: spread(tax, shares),
  };
};
