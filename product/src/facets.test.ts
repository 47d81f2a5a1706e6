import { expect, test } from "bun:test";

import fc from "fast-check";

import type { ProductList } from "./contract.ts";
import { seed } from "./seed.ts";
import { both, bowl, shelf, testProductService } from "./testing.ts";

const { db, get } = await testProductService();
const named = (code: string) => ({ code, name: both(code) });
const glazes = ["celadon", "ash", "onggi"];
const forms = ["bowl", "jar"];
const places = ["tea", "cups", "small-cups", "table"];
const pick = <T>(all: T[], at: number) => all[at % all.length] ?? all[0];

await seed(db, {
  categories: [shelf("tea"), shelf("cups", "tea"), shelf("small-cups", "cups"), shelf("table")],
  collections: [shelf("winter")],
  attributes: [
    { ...named("glaze"), values: glazes.map(named) },
    { ...named("form"), values: forms.map(named) },
  ],
  products: Array.from({ length: 60 }, (_, n) =>
    bowl(
      n,
      {
        category: pick(places, n * 7) ?? "tea",
        name: both(n % 3 === 0 ? `Moon cup ${n}` : `Bowl ${n}`),
        collections: n % 5 === 0 ? ["winter"] : [],
        attributes: [
          ...[{ attribute: "glaze", value: pick(glazes, n * 5 + 1) ?? "ash" }],
          ...(n % 4 === 0 ? [] : [{ attribute: "form", value: pick(forms, n) ?? "jar" }]),
          ...(n % 6 === 0 ? [{ attribute: "glaze", value: "onggi" }] : []),
        ],
      },
      n % 4,
    ),
  ),
});

type Asked = Record<string, string | string[] | undefined>;
const list = async (asked: Asked) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    for (const one of [value].flat()) if (one !== undefined) query.append(name, one);
  const reply = await get(`/v1/products?${query.toString()}`);
  expect(reply.status).toBe(200);
  return (await reply.json()) as ProductList;
};
const totalOf = async (asked: Asked) => (await list({ ...asked, limit: "1" })).total;

const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const attributes = [
  ...glazes.map((value) => `glaze:${value}`),
  ...forms.map((value) => `form:${value}`),
];
const question = fc.record({
  q: maybe("moon", "bowl", "cup 3"),
  category: maybe(...places),
  collection: maybe("winter"),
  attribute: fc.subarray(attributes, { maxLength: 3 }),
  minPrice: maybe("11000", "12000"),
  maxPrice: maybe("12000", "13000"),
  availability: maybe("available"),
});

test("what a facet promises is what its choice finds; the total is what the pages show", async () => {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { items, total, facets } = await list({ ...asked, limit: "100", facets: "true" });
      expect(items.length).toBe(total);
      // Nothing meets all the words: what meets some of them is shown, and not to be filtered.
      if (facets?.price === null) return;
      const amounts = items.map(({ price }) => price.amount);
      const bounds = [facets?.price?.lowest.amount, facets?.price?.highest.amount];
      expect(bounds).toEqual([Math.min(...amounts), Math.max(...amounts)]);
      for (const { code, count } of facets?.categories ?? [])
        expect([code, await totalOf({ ...asked, category: code })]).toEqual([code, count]);
      for (const { code, values } of facets?.attributes ?? [])
        for (const { code: value, count } of values) {
          const others = asked.attribute.filter((one) => !one.startsWith(`${code}:`));
          const chosen = { ...asked, attribute: [...others, `${code}:${value}`] };
          expect([value, await totalOf(chosen)]).toEqual([value, count]);
        }
      const inStock = facets?.availability.available ?? 0;
      expect(await totalOf({ ...asked, availability: "available" })).toBe(inStock);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("while others add goods, the pages of every order repeat none and lose none that was there", async () => {
  const before = (await list({ limit: "100" })).items.map(({ slug }) => slug);
  const orders: Asked[] = [
    ...["featured", "price", "-price", "-created"].map((sort) => ({ sort })),
    ...["relevance", "price", "-created"].map((sort) => ({ sort, q: "bowl" })),
  ];
  for (const [round, order] of orders.entries()) {
    const there = (await list({ ...order, limit: "100" })).items.map(({ slug }) => slug);
    const known = there.filter((slug) => before.includes(slug));
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await list({ ...order, after, limit: "12" });
      seen.push(...page.items.map(({ slug }) => slug));
      if (!page.next) break;
      after = page.next;
      const n = 1000 + round * 100 + seen.length;
      await seed(db, { categories: [], products: [bowl(n, { category: "table" }, 1)] });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(known.filter((slug) => !seen.includes(slug))).toEqual([]);
  }
}, 60_000);
