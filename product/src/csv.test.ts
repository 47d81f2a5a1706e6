import { expect, test } from "bun:test";

import { products } from "@jangteo/shared/schema/product/catalogue";
import fc from "fast-check";

import { changeCategory } from "./categories.ts";
import { columns } from "./csv/row.ts";
import { expectLedgerAddsUp } from "./testing.ts";
import { cells, csvOf, send, sizes, testCatalogue, type Shop } from "./testing/csv.ts";
import { newSlug, testShelves } from "./testing/shelves.ts";

const [here, there] = [await testCatalogue(), await testCatalogue()];

const exported = async ({ app, asStaff }: Shop) =>
  (await app.request("/v1/product-exports", { headers: asStaff })).text();
const linesOf = (csv: string) => csv.split("\r\n").filter(Boolean).toSorted();

const words = fc
  .array(fc.constantFrom("그릇", '"', ",", "=1+1", "'", "-", "a b", "é", "🍵", "@x", ";"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const amount = fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined });
const product = fc
  .record({
    ...{ name_ko: words, name_en: words, description_ko: words, care_en: words },
    status: fc.constantFrom("draft", "active", "archived"),
    attributes: fc.constantFrom("", "glaze:celadon", "glaze:celadon|glaze:ash"),
    collections: fc.constantFrom("", "winter"),
    hasSizes: fc.boolean(),
    units: fc.integer({ min: 0, max: 99 }),
    won: fc.integer({ min: 1, max: 1e9 }),
    dollars: amount,
  })
  .map(({ hasSizes, units, won, dollars, ...fields }) => {
    const name = crypto.randomUUID();
    const row = cells({
      ...fields,
      slug: `bowl-${name}`,
      ...{ price_krw: String(won), price_usd: String(dollars ?? ""), stock: String(units) },
      options: hasSizes ? sizes : "",
    });
    return hasSizes
      ? ["s", "m"].map((size, at) => ({
          ...row,
          ...{ sku: `${name}-${size}`, selection: `size=${size}`, variant_position: String(at) },
        }))
      : [{ ...row, sku: name }];
  });

test("what is exported can be taken in elsewhere, and is exported the same; here it changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 8 }), async (made) => {
      const taken = await send(here, csvOf(made.flat()));
      expect(taken).toMatchObject({ status: 200, changed: made.length, errors: [] });
      const csv = await exported(here);
      expect(await send(here, csv)).toMatchObject({ status: 200, changed: 0, errors: [] });
      expect(linesOf(await exported(here))).toEqual(linesOf(csv));
      expect((await send(there, csv)).status).toBe(200);
      expect(linesOf(await exported(there))).toEqual(linesOf(csv));
    }),
    { numRuns: 15 },
  );
  await expectLedgerAddsUp(here.db);
  await expectLedgerAddsUp(there.db);
}, 60_000);

test("taken in, it is on the shelf; a changed row changes price, name and stock", async () => {
  const row = cells({ slug: "shelf-bowl", sku: "SHELF-BOWL" });
  await send(here, csvOf([row]));
  expect(await here.shown("shelf-bowl")).toMatchObject({ price: { amount: 30_000 }, stock: 5 });
  const next = { ...row, price_krw: "28000", name_ko: "새 그릇", stock: "2" };
  expect(await send(here, csvOf([next]))).toMatchObject({ changed: 1, unchanged: 0 });
  expect(await here.shown("shelf-bowl")).toMatchObject({
    ...{ name: "새 그릇", price: { amount: 28_000 }, stock: 2 },
  });
  await expectLedgerAddsUp(here.db);
});

const mixed = () => [
  cells({ slug: `right-${crypto.randomUUID()}`, sku: crypto.randomUUID() }),
  cells({ slug: "wrong-width", sku: "WRONG-1", width: "wide" }),
  cells({ slug: "wrong-category", sku: "WRONG-2", category: "nowhere" }),
  cells({ slug: "wrong-price", sku: "WRONG-3", price_krw: "" }),
];
const expected = ["/3/width", "/4/category", "/5/slug"];

test("one wrong row undoes all, and every wrong row is told by its number and column", async () => {
  const before = await here.db.$count(products);
  const refused = await send(here, csvOf(mixed()));
  expect(refused.status).toBe(400);
  expect(refused.errors.map(({ pointer }) => pointer)).toEqual(expected);
  expect(await here.db.$count(products)).toBe(before);
});

test("row by row, what is right is taken in and what is wrong is told", async () => {
  const before = await here.db.$count(products);
  const report = await send(here, csvOf(mixed()), "rows");
  expect(report).toMatchObject({ status: 200, rows: 4, changed: 1 });
  expect(report.errors.map(({ pointer }) => pointer)).toEqual(expected);
  expect(await here.db.$count(products)).toBe(before + 1);
});

test("row by row, what is right is taken in however much is wrong before it", async () => {
  const wrong = Array.from({ length: 450 }, (_, at) =>
    cells({ slug: `no-width-${at}`, sku: `NO-WIDTH-${at}`, width: "" }),
  );
  const right = cells({ slug: "after-many", sku: "AFTER-MANY" });
  const report = await send(here, csvOf([...wrong, right]), "rows");
  expect(report).toMatchObject({ status: 200, rows: 451, changed: 1 });
  expect(report.errors.length).toBe(200);
  expect(await here.shown("after-many")).toMatchObject({ stock: 5 });
});

test("the rows of a product stand together, and each names a SKU of its own", async () => {
  const others = Array.from({ length: 250 }, (_, at) =>
    cells({ slug: `between-${at}`, sku: `BETWEEN-${at}` }),
  );
  const apart = { slug: "apart", options: sizes };
  const small = cells({ ...apart, sku: "APART-S", selection: "size=s" });
  const medium = cells({ ...apart, sku: "APART-M", selection: "size=m" });
  for (const between of [others, others.slice(0, 1)]) {
    const refused = await send(here, csvOf([small, ...between, medium]));
    expect(refused.status).toBe(400);
    expect(refused.errors).toMatchObject([{ pointer: `/${between.length + 3}/slug` }]);
  }
  const twice = await send(here, csvOf([small, { ...medium, sku: "APART-S" }]));
  expect(twice.errors).toMatchObject([{ pointer: "/3/sku" }]);
  expect(await send(here, csvOf([small, medium]))).toMatchObject({ status: 200, changed: 1 });
});

const header = columns.join(",");
const wrong: [string, string | Uint8Array, string][] = [
  ["nothing", "", "/1/slug"],
  ["another table", "id,name\n1,x", "/1/id"],
  ["a column that is there twice", `${header},slug`, "/1/"],
  ["a missing column", columns.slice(1).join(","), "/1/slug"],
  ["a row that is too short", `${header}\nbowl,active`, "/2/"],
  ["a quote that is never closed", `${header}\n"bowl`, "/2/"],
  ["a cell without an end", `${header}\n${"x".repeat(30_000)}`, "/2/"],
  ["another encoding", new Uint8Array([...Buffer.from(`${header}\n`), 0xb1, 0xd7, 0x0a]), "/1/"],
  ["options that are no JSON", csvOf([cells({ options: "{" })]), "/2/options"],
  [
    "a product that contradicts itself",
    csvOf([cells(), cells({ sku: "BOWL-2", name_en: "Other" })]),
    "/3/name_en",
  ],
];
test.each(wrong)("%s is refused where it is wrong", async (_name, csv, pointer) => {
  const before = await here.db.$count(products);
  const refused = await send(here, csv);
  expect(refused.status).toBe(400);
  expect(refused.errors[0]?.pointer).toBe(pointer);
  expect(await here.db.$count(products)).toBe(before);
});

test("a name that a spreadsheet would run as a formula leaves as text", async () => {
  await send(here, csvOf([cells({ slug: "formula", sku: "FORMULA", name_en: "=HYPERLINK(1)" })]));
  const csv = await exported(here);
  expect(csv).toContain(",'=HYPERLINK(1),");
});

test("a row whose category is renamed meanwhile is named, new or changed, and the others come in", async () => {
  const { add, meanwhile } = testShelves(here);
  const leaf = await add("categories");
  const [known, fresh, other] = ["known", "fresh", "other"].map((name) => {
    const slug = newSlug(name);
    return cells({ slug, sku: slug });
  });
  if (!known || !fresh || !other) throw new Error("three rows");
  expect(await send(here, csvOf([known]))).toMatchObject({ changed: 1 });
  const category = leaf.slug;
  const csv = csvOf([{ ...known, category }, { ...fresh, category }, other]);
  const taken = await meanwhile(
    (tx) => changeCategory(tx, leaf, { slug: newSlug("leaf") }, new Date()),
    () => send(here, csv, "rows"),
  );
  const errors = [2, 3].map((row) => ({ pointer: `/${row}/category`, rule: "unknown" }));
  expect(taken).toMatchObject({ status: 200, changed: 1, errors });
});
