import { expect, test } from "bun:test";

import fc from "fast-check";

import { questions, rules } from "../testing/arbitraries.ts";
import { lineAmount, sumOf } from "./discounts.ts";
import { price } from "./price.ts";

const history = { ordered: false, uses: new Map<string, number>() };
const amountOf = ({ amount }: { amount: number }) => amount;
const each = (check: (...asked: Parameters<typeof price>) => void, numRuns = 400) =>
  fc.assert(
    fc.property(questions, rules, (asked, by) => check(asked, by, history)),
    { numRuns },
  );

/** What the shopper sees, whichever line or promotion came first. */
const seen = (...asked: Parameters<typeof price>) => {
  const { lines, ...priced } = price(...asked);
  return { ...priced, lines: lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
};

test("every amount is a whole number of minor units, and none is negative", () => {
  each((...asked) => {
    const { lines, taxes, shippingMethods, ...priced } = price(...asked);
    const { subtotal, discount, shipping, tax, total } = priced;
    const amounts = [
      ...[subtotal, discount, shipping ?? 0, tax, total],
      ...lines.flatMap((line) => [line.total, line.tax, ...line.discounts.map(amountOf)]),
      ...[...taxes, ...shippingMethods].map(amountOf),
    ];
    for (const amount of amounts) {
      expect(Number.isSafeInteger(amount)).toBe(true);
      expect(amount).toBeGreaterThanOrEqual(0);
    }
  });
});

test("discounts are never more than their line, and the lines add up to the totals", () => {
  each((...asked) => {
    const { lines, subtotal, discount, shipping, tax, taxIncluded, total } = price(...asked);
    for (const line of lines) {
      const off = sumOf(line.discounts, amountOf);
      expect(off).toBeLessThanOrEqual(lineAmount(line));
      expect(line.total).toBe(lineAmount(line) - off);
    }
    expect(sumOf(lines, lineAmount)).toBe(subtotal);
    expect(sumOf(lines, (line) => sumOf(line.discounts, amountOf))).toBe(discount);
    expect(sumOf(lines, (line) => line.total)).toBe(subtotal - discount);
    expect(total).toBe(subtotal - discount + (shipping ?? 0) + (taxIncluded ? 0 : tax));
  });
});

test("taxes add up over the rates, and each line bears its part to within one minor unit", () => {
  each((question, by) => {
    const { lines, shipping, tax, taxIncluded, taxes } = price(question, by, history);
    const zone = by.taxZones[0];
    if (!zone) return expect([tax, taxes]).toEqual([0, []]);
    expect(sumOf(taxes, amountOf)).toBe(tax);
    const rate = sumOf(zone.rates, (one) => one.rate);
    const part = rate / (taxIncluded ? 10_000 + rate : 10_000);
    const goods = sumOf(lines, ({ total }) => total);
    const base = goods + (zone.taxesShipping ? (shipping ?? 0) : 0);
    // Doubles are off by as much as this at 10^13.
    const near = 1.01;
    expect(Math.abs(tax - base * part)).toBeLessThan(near / 2 + 0.01);
    for (const line of lines) expect(Math.abs(line.tax - line.total * part)).toBeLessThan(near * 2);
    const borne = sumOf(lines, (line) => line.tax);
    expect(borne).toBeLessThanOrEqual(tax);
    return zone.taxesShipping ? undefined : expect(borne).toBe(tax);
  });
});

test("the order of lines and promotions makes no difference", () => {
  each((question, by) => {
    const turned = { ...question, lines: question.lines.toReversed() };
    const other = { ...by, promotions: by.promotions.toReversed() };
    expect(seen(turned, other, history)).toEqual(seen(question, by, history));
  });
});

test("one unit more never lowers what things cost before discounts", () => {
  each((question, by) => {
    const more = question.lines.map((line, at) =>
      at === 0 ? { ...line, quantity: line.quantity + 1 } : line,
    );
    const grown = price({ ...question, lines: more }, by, history);
    expect(grown.subtotal).toBeGreaterThanOrEqual(price(question, by, history).subtotal);
  });
});

test("no promotion makes a cart dearer", () => {
  each((question, by) => {
    const bare = price(question, { ...by, promotions: [] }, history);
    const { total, shipping, promotions } = price(question, by, history);
    expect(total).toBeLessThanOrEqual(bare.total);
    expect(shipping ?? 0).toBeLessThanOrEqual(bare.shipping ?? 0);
    return promotions.length > 0 || expect(total).toBe(bare.total);
  });
});

test("one exclusive promotion applies alone, and only if nothing else is better", () => {
  each((question, by) => {
    const { promotions, total } = price(question, by, history);
    const isExclusive = (id: string) =>
      by.promotions.some((one) => one.id === id && one.stacking === "exclusive");
    if (promotions.some(isExclusive)) expect(promotions).toHaveLength(1);
    const exclusive = by.promotions.filter(({ stacking }) => stacking === "exclusive");
    const combinable = by.promotions.filter(({ stacking }) => stacking === "combinable");
    for (const only of [combinable, ...exclusive.map((one) => [one])])
      expect(total).toBeLessThanOrEqual(
        price(question, { ...by, promotions: only }, history).total,
      );
  });
});

test("a promotion gives what it says to the nearest minor unit, however many lines share it", () => {
  fc.assert(
    fc.property(questions, rules, fc.integer({ min: 0, max: 10_000 }), (question, by, rate) => {
      const [given] = by.promotions;
      if (!given) return;
      const alone = {
        ...by,
        promotions: [
          {
            ...given,
            gift: { kind: "percentage" as const, rate },
            conditions: { ...given.conditions, categories: [], subtotal: {} },
          },
        ],
      };
      const { subtotal, discount, lines } = price(question, alone, history);
      const exact = (BigInt(subtotal) * BigInt(rate) * 2n + 10_000n) / 20_000n;
      expect(BigInt(discount)).toBe(exact);
      for (const line of lines)
        expect(
          Math.abs(sumOf(line.discounts, amountOf) - (lineAmount(line) * rate) / 10_000),
        ).toBeLessThan(1.51);
    }),
  );
});
