import { expect, test } from "bun:test";

import { type Level, strengthOf } from "./strength";

test.each<[string, Level]>([
  ["", "short"],
  ["dokkaebi".slice(1), "short"],
  ["12345678", "weak"],
  ["aaaaaaaaaaaaaaaaaa", "weak"],
  ["qwertyuiop", "weak"],
  ["celadon-8", "fair"],
  ["달항아리에비가", "short"],
  ["달항아리에비가온다", "strong"],
  ["moon-jar-and-rain-73", "strong"],
])("%p is said to be %s while it is typed", (password, level) => {
  expect(strengthOf(password)).toBe(level);
});
