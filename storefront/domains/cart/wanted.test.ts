import { expect, test } from "bun:test";

import fc from "fast-check";

import { emptyCart, isOvertaken, type Shown, type Wanted, withWanted } from "./wanted";

const preview = {
  slug: "bowl",
  name: "Bowl",
  options: [],
  picture: null,
  unitPrice: { amount: 1000, currency: "KRW" as const },
  listPrice: null,
};
const variantId = fc.constantFrom("a", "b", "c");
const quantity = fc.integer({ min: 1, max: 999 });
const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    variantId,
    quantity,
    preview: fc.constant(preview),
  }),
  fc.record({ kind: fc.constant("set" as const), variantId, quantity }),
  fc.record({ kind: fc.constant("remove" as const), variantId }),
);
const after = (presses: Wanted[]) => presses.reduce<Shown>(withWanted, emptyCart("KRW"));
const quantities = ({ lines }: Shown) =>
  Object.fromEntries(lines.map((line) => [line.variantId, line.quantity]));

test("whatever is pressed, a piece has one line, and the number in the head is that of the lines", () => {
  fc.assert(
    fc.property(fc.array(wanted), (presses) => {
      const cart = after(presses);
      expect(new Set(cart.lines.map((line) => line.variantId)).size).toBe(cart.lines.length);
      expect(cart.units).toBe(cart.lines.reduce((sum, line) => sum + line.quantity, 0));
    }),
  );
});

test("a number that a later one overtakes may be left out: what is shown is the same", () => {
  const numbers = wanted.filter(({ kind }) => kind === "set");
  fc.assert(
    fc.property(fc.array(numbers), numbers, (presses, last) => {
      const start = after([{ kind: "add", variantId: "a", quantity: 1, preview }]);
      const kept = presses.filter((one) => !isOvertaken(one, last));
      const [all, fewer] = [presses, kept].map((some) =>
        [...some, last].reduce<Shown>(withWanted, start),
      );
      expect(all && quantities(all)).toEqual(fewer && quantities(fewer));
    }),
  );
});

test("what a press costs is not guessed: the line says that it is being asked", () => {
  const cart = after([{ kind: "add", variantId: "a", quantity: 2, preview }]);
  expect(cart.lines[0]).toMatchObject({ quantity: 2, total: null, pending: true });
  expect(cart.totals.total.amount).toBe(0);
});
