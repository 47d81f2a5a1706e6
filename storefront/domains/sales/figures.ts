import "server-only";
import type { SalesFigures } from "@jangteo/order/contract";

import type { Locale } from "../../i18n/routing";
import { readAsStaff } from "../admin/admission";

export const periods = [1, 14, 90] as const;
export const currencies = ["KRW", "USD"] as const;

export type FiguresChoice = {
  days: (typeof periods)[number];
  currency: (typeof currencies)[number];
};

/** What the page is asked for by its address; what makes no sense is as if it were not there. */
export const figuresChoiceOf = (asked: (name: string) => string | undefined): FiguresChoice => ({
  days: periods.find((one) => String(one) === asked("days")) ?? 14,
  currency: currencies.find((one) => one === asked("currency")) ?? "KRW",
});

export const figuresHref = ({ days, currency }: FiguresChoice) => {
  const search = new URLSearchParams({
    ...(days !== 14 && { days: String(days) }),
    ...(currency !== "KRW" && { currency }),
  }).toString();
  return search ? `/admin?${search}` : "/admin";
};

/** What was sold, and what waits; null while it cannot be read. */
export const readSales = async (locale: Locale, choice: FiguresChoice) => {
  const reply = await readAsStaff(locale, figuresHref(choice), (staff) =>
    staff.sales.figures.$get({ query: choice }),
  );
  return reply?.status === 200 ? await reply.json() : null;
};

export type { SalesFigures };

/** Orders and money of some days, summed. */
export const sumOf = (days: SalesFigures["days"]) =>
  days.reduce(
    (sum, { orders, total }) => ({
      orders: sum.orders + orders,
      amount: sum.amount + total.amount,
    }),
    { orders: 0, amount: 0 },
  );
