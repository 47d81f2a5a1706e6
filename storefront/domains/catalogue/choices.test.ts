import { expect, test } from "bun:test";

import fc from "fast-check";

import { type Choices, listingHref, readChoices, type Search, sortsOf } from "./choices";

const word = fc.stringMatching(/^[a-z]{1,9}(-[a-z]{1,9})?$/);
const amount = fc.option(fc.nat());
const choices: fc.Arbitrary<Choices> = fc
  .record({
    q: fc.option(fc.constantFrom("청자 다완", "moon jar", "50% & more?", "a+b")),
    category: fc.option(word),
    collection: fc.option(word),
    attributes: fc.uniqueArray(
      fc.tuple(word, word).map((pair) => pair.join(":")),
      { maxLength: 5 },
    ),
    minPrice: amount,
    maxPrice: amount,
    available: fc.boolean(),
    sort: fc.option(fc.constantFrom("price", "-price", "-created")),
    view: fc.constantFrom("pictures", "scale"),
    after: fc.option(fc.stringMatching(/^[\w-]{1,40}$/)),
  })
  .map((chosen) => ({ ...chosen, attributes: chosen.attributes.toSorted() }));

const partsOf = (href: string) => {
  const { pathname, searchParams: query } = new URL(href, "http://shop");
  const search: Search = Object.fromEntries(
    [...query.keys()].map((name) => [name, query.getAll(name)]),
  );
  const [, kind, slug] = pathname.split("/");
  const place = kind === "categories" ? { category: slug } : { collection: slug };
  return { search, place: slug === undefined ? {} : place };
};

test("a listing sent to a friend shows the same shelf", () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { search, place } = partsOf(listingHref(chosen));
      expect(readChoices(search, place)).toEqual(chosen);
    }),
  );
});

test("whatever stands in the address, a listing is shown", () => {
  const names = ["q", "category", "attribute", "minPrice", "sort", "view", "after", "__proto__"];
  const anything = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.string(), fc.array(fc.string())),
  );
  fc.assert(
    fc.property(anything, (search) => {
      const { sort, ...chosen } = readChoices(search);
      expect([null, ...sortsOf(chosen)]).toContain(sort);
    }),
  );
});
