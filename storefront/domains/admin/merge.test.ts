import { describe, expect, test } from "bun:test";

import fc from "fast-check";

import { merge } from "./merge";

const base = { name: "Bowl", care: "", glaze: "on" };

describe("when two people changed the same thing", () => {
  test("what only the other changed becomes theirs, and what was typed stays", () => {
    const typed = { ...base, name: "My bowl" };
    const theirs = { ...base, name: "Their bowl", care: "By hand", glaze: "" };
    expect(merge(base, typed, theirs)).toEqual({
      values: { name: "My bowl", care: "By hand", glaze: "" },
      differences: [
        { field: "name", was: "Bowl", now: "Their bowl", yours: "My bowl" },
        { field: "care", was: "", now: "By hand" },
        { field: "glaze", was: "on", now: "" },
      ],
    });
  });

  test("the same change made twice is no conflict", () => {
    const same = { ...base, name: "New bowl" };
    const { values, differences } = merge(base, same, same);
    expect(values).toEqual(same);
    expect(differences).toEqual([{ field: "name", was: "Bowl", now: "New bowl" }]);
  });

  test("nothing that anybody changed is ever lost", () => {
    const form = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("", "1", "2", "3"));
    fc.assert(
      fc.property(form, form, form, (was, typed, theirs) => {
        const { values, differences } = merge(was, typed, theirs);
        for (const [field, value = ""] of Object.entries(values)) {
          const [before = "", yours = "", now = ""] = [was[field], typed[field], theirs[field]];
          expect(value).toBe(yours === before ? now : yours);
          expect(differences.some((one) => one.field === field)).toBe(now !== before);
        }
      }),
    );
  });
});
