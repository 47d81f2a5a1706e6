import { z } from "@hono/zod-openapi";

export { formatMoney } from "./format-money.ts";

export const currency = z.enum(["KRW", "USD"]);
export type Currency = z.infer<typeof currency>;

/** An amount in minor units (ISO 4217: won, cents), so sums stay exact. */
export const Money = z.object({ amount: z.int().nonnegative(), currency }).openapi("Money");
export type Money = z.infer<typeof Money>;

/** An amount of whole won or dollars. */
export const inMinorUnits = (whole: number, unit: Currency): Money => ({
  amount: whole * 10 ** decimals[unit],
  currency: unit,
});

/** Won or dollars, without what is left in cents. */
export const wholeUnits = ({ amount, currency: unit }: Money) =>
  Math.floor(amount / 10 ** decimals[unit]);

/** Such as `38000` or `27.50`, for other programs. */
export const toDecimal = ({ amount, currency: unit }: Money) =>
  (amount / 10 ** decimals[unit]).toFixed(decimals[unit]);

const decimals = { KRW: 0, USD: 2 } as const satisfies Record<Currency, number>;
