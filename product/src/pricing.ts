import type { Currency, Money } from "@jangteo/shared/money";
import type { prices } from "@jangteo/shared/schema/product/price";

export type Price = Pick<
  typeof prices.$inferSelect,
  "currency" | "list" | "minQuantity" | "amount" | "startsAt" | "endsAt"
>;

const month = 30 * 86_400_000;

const lowest = (rows: Price[]) =>
  rows.reduce<Price | undefined>(
    (low, row) => (low === undefined || row.amount < low.amount ? row : low),
    undefined,
  );

const isInForce = (now: Date) => (row: Price) =>
  row.startsAt <= now && (row.endsAt === null || row.endsAt > now);

/** Directive 98/6/EC, article 6a: what it cost at its cheapest in the 30 days before the cut. */
const lowestBefore = (rows: Price[], cut: Date) => {
  const from = new Date(cut.getTime() - month);
  return lowest(
    rows.filter((row) => row.startsAt < cut && (row.endsAt === null || row.endsAt > from)),
  );
};

/** What a variant costs in a currency at a time; undefined where it is not sold in it. */
export const costOf = (rows: Price[], currency: Currency, now: Date) => {
  const own = rows.filter((row) => row.currency === currency);
  const single = own.filter(({ minQuantity }) => minQuantity === 1);
  const inForce = single.filter(isInForce(now));
  const regular = lowest(inForce.filter(({ list }) => list === "regular"));
  const sale = lowest(inForce.filter(({ list }) => list === "sale"));
  const price = lowest([regular, sale].filter((row) => row !== undefined));
  if (!price) return undefined;
  const isCut = price === sale && regular !== undefined;
  const money = (row: Price | undefined): Money | null =>
    row ? { amount: row.amount, currency } : null;
  const tiers = own
    .filter(({ minQuantity }) => minQuantity > 1)
    .filter(isInForce(now))
    .toSorted((a, b) => a.minQuantity - b.minQuantity || a.amount - b.amount)
    .reduce<Price[]>((kept, row) => {
      const before = kept.at(-1) ?? price;
      return row.amount < before.amount ? [...kept, row] : kept;
    }, []);
  return {
    price: { amount: price.amount, currency },
    listPrice: isCut ? money(regular) : null,
    lowestPriorPrice: isCut ? money(lowestBefore(single, price.startsAt)) : null,
    tiers: tiers.map(({ minQuantity, amount }) => ({
      quantity: minQuantity,
      price: { amount, currency },
    })),
  };
};

/** When some price begins or ends next. */
export const nextChange = (rows: Price[], now: Date) =>
  rows
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .filter((at) => at !== null)
    .filter((at) => at > now)
    .reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
