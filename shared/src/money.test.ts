import { expect, test } from "bun:test";

import fc from "fast-check";

import { formatMoney, Money } from "./money.ts";

const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const languages = fc.constantFrom("ko", "en");

test("a price reads as people write it", () => {
  const won = { amount: 38_000, currency: "KRW" } as const;
  const dollars = { amount: 2_705, currency: "USD" } as const;
  expect(formatMoney(won, "ko")).toBe("38,000원");
  expect(formatMoney(won, "en")).toBe("₩38,000");
  expect(formatMoney(dollars, "en")).toBe("$27.05");
  expect(formatMoney(dollars, "ko")).toBe("US$27.05");
});

test("no won and no cent is lost between the amount and what a shopper reads", () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom("KRW", "USD"), languages, (amount, currency, language) => {
      // Beyond fifteen digits of dollars the sign after the point is no longer exact.
      fc.pre(currency === "KRW" || amount < 10 ** 15);
      const digits = formatMoney({ amount, currency }, language).replaceAll(/\D/g, "");
      expect(Number(digits)).toBe(amount);
    }),
  );
});

test("money is whole, not negative, and in a currency of the shop", () => {
  const wrong = fc.oneof(
    fc.record({
      amount: fc.double({ noInteger: true, noNaN: true }),
      currency: fc.constant("KRW"),
    }),
    fc.record({ amount: fc.integer({ max: -1 }), currency: fc.constant("KRW") }),
    fc.record({ amount: amounts, currency: fc.constantFrom("EUR", "krw", "", null) }),
    fc.record({ amount: fc.string(), currency: fc.constant("USD") }),
  );
  fc.assert(fc.property(wrong, (value) => !Money.safeParse(value).success));
  fc.assert(fc.property(amounts, (amount) => Money.safeParse({ amount, currency: "USD" }).success));
});
