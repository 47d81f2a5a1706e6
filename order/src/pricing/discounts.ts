import type { Currency } from "@jangteo/shared/money";
import type { promotions } from "@jangteo/shared/schema/order/pricing";

import { portion, spread, wholeRate } from "./spread.ts";
import type { UnpricedLine } from "./types.ts";

export type Promotion = Pick<
  typeof promotions.$inferSelect,
  | "id"
  | "code"
  | "name"
  | "gift"
  | "conditions"
  | "startsAt"
  | "endsAt"
  | "stacking"
  | "priority"
  | "cap"
  | "capPerOwner"
  | "used"
>;

/** What is let off each line, by its id. */
type Discount = Map<string, number>;
export type Discounts = { promotion: Promotion; discount: Discount }[];

export const sumOf = <T>(all: T[], amountOf: (one: T) => number) =>
  all.reduce((sum, one) => sum + amountOf(one), 0);
export const lineAmount = ({ quantity, unitAmount }: UnpricedLine) => quantity * unitAmount;

/** The lines that a promotion is about. */
export const linesOf = ({ conditions }: Promotion, lines: UnpricedLine[]) => {
  const { products, categories, collections } = conditions;
  if (products.length + categories.length + collections.length === 0) return lines;
  return lines.filter(
    ({ item }) =>
      products.includes(item.productId) ||
      item.categories.some((one) => categories.includes(one)) ||
      item.collections.some((one) => collections.includes(one)),
  );
};

type Left = (line: UnpricedLine) => number;

const spreadOver = (amount: number, lines: UnpricedLine[], left: Left) =>
  spread(
    amount,
    lines.map((line) => ({ id: line.id, weight: left(line) })),
  );

/** Takes units from the cheapest on, so many as there are. */
const cheapest = (lines: UnpricedLine[], units: number) => {
  const ranked = lines.toSorted((a, b) => a.unitAmount - b.unitAmount || (a.id < b.id ? -1 : 1));
  return ranked.map((line, at) => {
    const before = sumOf(ranked.slice(0, at), ({ quantity }) => quantity);
    return { line, units: Math.min(line.quantity, Math.max(0, units - before)) };
  });
};

const unitsOff = ({ buy, get }: { buy: number; get: number }, lines: UnpricedLine[]) =>
  Math.floor(sumOf(lines, ({ quantity }) => quantity) / (buy + get)) * get;

const discountOf = (
  promotion: Promotion,
  given: UnpricedLine[],
  currency: Currency,
  left: Left,
): Discount => {
  const { gift } = promotion;
  const lines = linesOf(promotion, given);
  if (gift.kind === "free_shipping") return new Map();
  if (gift.kind === "percentage")
    return spreadOver(portion(sumOf(lines, left), gift.rate, wholeRate), lines, left);
  if (gift.kind === "amount")
    return spreadOver(Math.min(gift.amounts[currency] ?? 0, sumOf(lines, left)), lines, left);
  return new Map(
    cheapest(lines, unitsOff(gift, lines)).map(({ line, units }) => {
      const off = portion(units * line.unitAmount, gift.rate, wholeRate);
      return [line.id, Math.min(off, left(line))];
    }),
  );
};

/** Applies promotions one after another, each to what the ones before it have left. */
export const discountsOf = (lines: UnpricedLine[], ranked: Promotion[], currency: Currency) =>
  ranked.reduce<Discounts>((before, promotion) => {
    const left: Left = (line) =>
      lineAmount(line) - sumOf(before, ({ discount }) => discount.get(line.id) ?? 0);
    return [...before, { promotion, discount: discountOf(promotion, lines, currency, left) }];
  }, []);
