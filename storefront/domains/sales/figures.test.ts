import { expect, test } from "bun:test";

import fc from "fast-check";

import { linesUpTo } from "./lines";

test("whatever was sold fits under the highest line of its chart, in at most four steps", () => {
  const amount = fc.integer({ min: 0, max: 1e12 });
  fc.assert(
    fc.property(amount, (most) => {
      const lines = linesUpTo(most);
      const [first = 0] = lines;
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
      expect(first).toBeGreaterThan(0);
      for (const [at, line] of lines.entries()) expect(line).toBeCloseTo(first * (at + 1), 6);
      if (most > 400) expect(most / (lines.at(-1) ?? 1)).toBeGreaterThan(0.4);
    }),
  );
});
