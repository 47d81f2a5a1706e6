import { expect, test } from "bun:test";

import fc from "fast-check";

import { glazes } from "../../ui/cutout/glazes";
import { type Choices, listingHref, readChoices, sorts } from "./choices";

const choices: fc.Arbitrary<Choices> = fc.record({
  category: fc.option(fc.stringMatching(/^[a-z]+(-[a-z]+)*$/)),
  glaze: fc.option(fc.constantFrom(...Object.keys(glazes))),
  sort: fc.constantFrom(...sorts),
  view: fc.constantFrom("pictures", "scale"),
});

const read = (href: string) =>
  readChoices(Object.fromEntries(new URL(href, "http://shop").searchParams));

test("a listing sent to a friend shows the same shelf", () => {
  fc.assert(fc.property(choices, (chosen) => expect(read(listingHref(chosen))).toEqual(chosen)));
});

test("whatever stands in the address, a listing is shown", () => {
  const anything = fc.dictionary(
    fc.constantFrom("category", "glaze", "sort", "view", "__proto__"),
    fc.oneof(fc.string(), fc.array(fc.string())),
  );
  fc.assert(fc.property(anything, (search) => expect(sorts).toContain(readChoices(search).sort)));
});
