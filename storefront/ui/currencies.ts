import type { Currency } from "@jangteo/shared/money";

export const currencies: readonly Currency[] = ["KRW", "USD"];

/** Remembered for a year; without it prices are in won. */
export const currencyCookie = {
  name: "currency",
  options: { path: "/", maxAge: 31_536_000, sameSite: "lax" },
} as const;
