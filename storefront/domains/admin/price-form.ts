import type { Price } from "./queries";
import type { Reader } from "./typed";

export const currencies = ["KRW", "USD"] as const;
export const lists = ["regular", "sale"] as const;

const oneOf = <T extends string>(known: readonly [T, ...T[]], text: string) =>
  known.find((one) => one === text) ?? known[0];

export const readPrice = ({ text, whole, money, time }: Reader) => {
  const currency = oneOf(currencies, text("currency"));
  const startsAt = time("startsAt");
  return {
    currency,
    list: oneOf(lists, text("list")),
    minQuantity: whole("minQuantity"),
    amount: money("amount", currency),
    ...(startsAt !== undefined && { startsAt }),
    endsAt: time("endsAt") ?? null,
  };
};

const isSameKind = (a: Price, b: Price) =>
  a.currency === b.currency && a.list === b.list && a.minQuantity === b.minQuantity;

/**
 * What takes a price away. One in force ends now. One to come is replaced, from its own beginning,
 * by the one that would have ended there, so that no gap is left.
 */
export const takingAway = (price: Price, all: readonly Price[], now: Date) => {
  const { currency, list, minQuantity, startsAt } = price;
  const kind = { currency, list, minQuantity, endsAt: null };
  if (new Date(startsAt) <= now) return { ...kind, amount: null };
  const before = all.find((one) => isSameKind(one, price) && one.endsAt === startsAt);
  return { ...kind, startsAt, amount: before && list === "regular" ? before.amount : null };
};

export type Phase = "now" | "next";

export const phaseOf = ({ startsAt }: Price, now: Date): Phase =>
  new Date(startsAt) <= now ? "now" : "next";
