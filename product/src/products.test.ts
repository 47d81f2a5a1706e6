import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { testDatabase } from "@jangteo/shared/testing/database";
import { sql } from "drizzle-orm";
import fc from "fast-check";

import { createApp } from "./app.ts";
import * as contract from "./contract.ts";
import { seed, type Catalogue } from "./seed.ts";

const { db } = await testDatabase("product");
const app = createApp({ db });

const both = (words: string) => ({ ko: `${words} (한글)`, en: words });
const product = (n: number, category: string, stock = 9): Catalogue["products"][number] => ({
  slug: `${category}-${n}`,
  sku: `${category}-${n}`,
  category,
  form: "bowl",
  glaze: "celadon",
  ...{ name: both(`Bowl ${n}`), description: both("A bowl"), maker: both("A maker") },
  ...{ material: both("Clay"), care: both("By hand") },
  ...{ width: 124, height: 68, depth: 124, weight: 260, capacity: 320 },
  // Several share a price, so that paging meets ties.
  price: { KRW: 10_000 + (n % 5) * 1000, USD: 1000 + (n % 5) * 100 },
  listPrice: n === 1 ? { KRW: 20_000, USD: 2000 } : null,
  stock,
  pictures: (["main", "wide"] as const).map((view) => ({
    view,
    file: `${category}-${n}-${view}.webp`,
    ...{ width: 960, height: 1200 },
    alt: both(`${view} of ${n}`),
  })),
});
const shelf = Array.from({ length: 23 }, (_, n) => product(n, "bowls"));
await seed(db, {
  categories: [
    { slug: "bowls", name: both("Bowls") },
    { slug: "jars", name: both("Jars") },
  ],
  products: [...shelf, product(1, "jars", 0), product(2, "jars", 2)],
});

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const list = async (query: string, headers = {}) => {
  const reply = await get(`/v1/products?${query}`, headers);
  expect(reply.status).toBe(200);
  return reply.json() as Promise<{
    items: contract.ProductSummary[];
    total: number;
    next: string | null;
  }>;
};

test("a product is told in the visitor's language and currency, Korean and won by default", async () => {
  const korean = await (await get("/v1/products/bowls-1")).json();
  expect(korean).toMatchObject({
    name: "Bowl 1 (한글)",
    price: { amount: 11_000, currency: "KRW" },
    listPrice: { amount: 20_000, currency: "KRW" },
    category: { slug: "bowls", name: "Bowls (한글)" },
    size: { width: 124, height: 68, depth: 124 },
    pictures: [{ url: "/media/bowls-1-main.webp", alt: "main of 1 (한글)" }, { view: "wide" }],
  });
  const headers = { "accept-language": "en-GB,en;q=0.9", "x-currency": "USD" };
  const english = await (await get("/v1/products/bowls-1", headers)).json();
  expect(english).toMatchObject({ name: "Bowl 1", price: { amount: 1100, currency: "USD" } });
});

test("the answer holds what the contract says, and no more", async () => {
  const found: unknown = await (await get("/v1/products/bowls-2")).json();
  expect(found).toEqual(contract.Product.strict().parse(found));
  const { items } = await list("category=jars");
  for (const item of items) expect(contract.ProductSummary.strict().parse(item)).toEqual(item);
});

test("a shopper sees whether it is there: in stock, few left, sold out", async () => {
  const states = await Promise.all(
    ["bowls-1", "jars-2", "jars-1"].map(async (slug) =>
      contract.Product.parse(await (await get(`/v1/products/${slug}`)).json()),
    ),
  );
  expect(states.map(({ availability }) => availability)).toEqual([
    "in_stock",
    "low_stock",
    "sold_out",
  ]);
});

test("pages of any size, in any order, show every product once", async () => {
  const sorts = fc.constantFrom("featured", "price", "-price", "-created");
  await fc.assert(
    fc.asyncProperty(sorts, fc.integer({ min: 1, max: 30 }), async (sort, limit) => {
      const seen: string[] = [];
      for (let after = ""; ;) {
        const page = await list(`sort=${sort}&limit=${limit}${after}`);
        expect(page.total).toBe(25);
        seen.push(...page.items.map(({ slug }) => slug));
        if (!page.next) break;
        after = `&after=${page.next}`;
      }
      expect(seen.length).toBe(25);
      expect(new Set(seen).size).toBe(25);
    }),
    { numRuns: 20 },
  );
});

test("the cheapest come first when asked, and a category holds its own", async () => {
  const { items, total } = await list("category=bowls&sort=price&limit=100");
  const amounts = items.map(({ price }) => price.amount);
  expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
  expect([total, items.length]).toEqual([23, 23]);
});

test("a draft is not for sale", async () => {
  await db.execute(sql`update product.products set status = 'draft' where slug = 'bowls-22'`);
  expect((await get("/v1/products/bowls-22")).status).toBe(404);
  expect((await list("limit=100")).items.map(({ slug }) => slug)).not.toContain("bowls-22");
  await db.execute(sql`update product.products set status = 'active' where slug = 'bowls-22'`);
});

test("caches may keep an answer for a moment, apart for each language and currency", async () => {
  const { headers } = await get("/v1/products/bowls-1");
  expect(headers.get("cache-control")).toContain("max-age=");
  expect(headers.get("vary")).toContain("x-currency");
});

const cursorOf = async (sort: string) => (await list(`sort=${sort}&limit=1`)).next ?? "";
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a wrong question is refused by the name of the parameter", async () => {
  const wrong: [string, string][] = [
    ["limit=0", "/limit"],
    ["limit=101", "/limit"],
    ["limit=x", "/limit"],
    ["sort=cheap", "/sort"],
    ["colour=blue", "/colour"],
    ["category=%00", "/category"],
    ["after=!!!", "/after"],
    [`after=${encoded(["price", "1; drop table", crypto.randomUUID()])}`, "/after"],
    [`sort=price&after=${await cursorOf("featured")}`, "/after"],
    [`sort=-created&after=${encoded(["-created", "12", crypto.randomUUID()])}`, "/after"],
    [
      `sort=-created&after=${encoded(["-created", "2026-99-99T99:99:99.999Z", crypto.randomUUID()])}`,
      "/after",
    ],
  ];
  for (const [query, pointer] of wrong) {
    const reply = await get(`/v1/products?${query}`);
    expect([query, reply.status]).toEqual([query, 400]);
    expect(await reply.json()).toMatchObject({ errors: [{ in: "query", pointer }] });
  }
  const currency = await get("/v1/products", { "x-currency": "DOGE" });
  expect(await currency.json()).toMatchObject({
    errors: [{ in: "header", pointer: "/x-currency" }],
  });
});

test("bad input is refused on every route", async () => {
  const none = {};
  const stored = () => db.execute(sql`select count(*) from product.products`);
  const as = { public: none, client: none, bearer: none, member: none, internal: none };
  expect(await expectBadInputRefused({ app, contract, as, stored })).toBe(2);
});
