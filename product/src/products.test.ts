import { expect, test } from "bun:test";

import { products, slugHistory } from "@jangteo/shared/schema/product/catalogue";
import { eq } from "drizzle-orm";
import fc from "fast-check";

import { refreshCards } from "./cards.ts";
import * as contract from "./contract.ts";
import { seed } from "./seed.ts";
import { both, bowl, shelf, testProductService } from "./testing.ts";

const { db, get } = await testProductService();
const size = { width: 90, height: 80, depth: 90, weight: 200, capacity: null };
const glaze = (value: string) => [{ attribute: "glaze", value }];
const named = (code: string) => ({ code, name: both(code) });
const picture = (view: "main" | "wide", slug: string) => ({
  view,
  file: `${slug}-${view}.webp`,
  ...{ width: 960, height: 1200 },
  alt: both(`${view} of ${slug}`),
});

await seed(db, {
  categories: [shelf("tableware"), shelf("bowls", "tableware"), shelf("jars")],
  collections: [shelf("winter")],
  attributes: [
    { ...named("glaze"), values: ["celadon", "ash", "onggi"].map(named) },
    { ...named("form"), values: ["bowl", "jar"].map(named) },
  ],
  products: [
    ...Array.from({ length: 23 }, (_, n) =>
      bowl(n, {
        attributes: [
          ...glaze(n % 2 === 0 ? "celadon" : "ash"),
          { attribute: "form", value: "bowl" },
        ],
        pictures: [picture("main", `bowl-${n}`), picture("wide", `bowl-${n}`)],
        collections: n < 4 ? ["winter"] : [],
      }),
    ),
    bowl(23, { slug: "empty-jar", category: "jars", attributes: glaze("onggi") }, 0),
    bowl(24, {
      slug: "jar",
      category: "jars",
      options: [{ ...named("size"), values: [named("small"), named("large")] }],
      variants: [
        {
          ...{ sku: "JAR-S", selection: { size: "small" }, ...size, stock: 2 },
          ...{ price: { KRW: 30_000, USD: 3000 }, listPrice: { KRW: 40_000, USD: 4000 } },
        },
        {
          ...{ sku: "JAR-L", selection: { size: "large" }, ...size, stock: 0 },
          price: { KRW: 50_000, USD: 5000 },
        },
      ],
    }),
  ],
});

const list = async (query: string, headers = {}) => {
  const reply = await get(`/v1/products?${query}`, headers);
  expect(reply.status).toBe(200);
  return reply.json() as Promise<contract.ProductList>;
};
const find = async (slug: string) =>
  contract.Product.parse(await (await get(`/v1/products/${slug}`)).json());

test("a product is told in the visitor's language and currency, Korean and won by default", async () => {
  const korean = await (await get("/v1/products/bowl-1")).json();
  expect(korean).toMatchObject({
    name: "Bowl 1 (한글)",
    price: { amount: 11_000, currency: "KRW" },
    listPrice: null,
    glaze: "ash",
    form: "bowl",
    category: { slug: "bowls", name: "bowls (한글)" },
    path: [{ slug: "tableware" }, { slug: "bowls" }],
    size: { width: 124, height: 68, depth: 124 },
    pictures: [{ url: "/media/bowl-1-main.webp", alt: "main of bowl-1 (한글)" }, { view: "wide" }],
  });
  const headers = { "accept-language": "en-GB,en;q=0.9", "x-currency": "USD" };
  const english = await (await get("/v1/products/bowl-1", headers)).json();
  expect(english).toMatchObject({ name: "Bowl 1", price: { amount: 1100, currency: "USD" } });
});

test("the answer holds what the contract says, and no more", async () => {
  const found: unknown = await (await get("/v1/products/jar")).json();
  expect(found).toEqual(contract.Product.strict().parse(found));
  const { items } = await list("category=jars");
  for (const item of items) expect(contract.ProductSummary.strict().parse(item)).toEqual(item);
});

test("a product with options shows each variant with its own price and stock, and a cut one its price before", async () => {
  const jar = await find("jar");
  expect(jar).toMatchObject({
    price: { amount: 30_000 },
    listPrice: { amount: 40_000 },
    lowestPriorPrice: { amount: 40_000 },
    priceVaries: true,
    variantId: null,
    stock: 2,
    options: [{ code: "size", values: [{ code: "small" }, { code: "large" }] }],
    variants: [
      { sku: "JAR-S", selection: [{ option: "size", value: "small" }], availability: "low_stock" },
      { sku: "JAR-L", price: { amount: 50_000 }, listPrice: null, availability: "sold_out" },
    ],
  });
});

test("a shopper sees whether it is there: in stock, few left, sold out", async () => {
  const found = await Promise.all(["bowl-1", "jar", "empty-jar"].map(find));
  expect(found.map((one) => one.availability)).toEqual(["in_stock", "low_stock", "sold_out"]);
  expect(
    (await list("availability=available&category=jars")).items.map(({ slug }) => slug),
  ).toEqual(["jar"]);
});

test("pages of any size, in any order, show every product once", async () => {
  const sorts = fc.constantFrom("featured", "price", "-price", "-created", "relevance&q=bowl");
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

test("the cheapest come first when asked; a category holds what is in it and below", async () => {
  const { items, total } = await list("category=tableware&sort=price&limit=100");
  const amounts = items.map(({ price }) => price.amount);
  expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
  expect([total, items.length]).toEqual([23, 23]);
  expect((await list("collection=winter")).total).toBe(4);
  expect((await list("minPrice=11000&maxPrice=12000&category=bowls")).total).toBe(10);
});

test("values of one attribute widen, of several narrow; facets count what each further choice leaves", async () => {
  expect((await list("attribute=glaze:celadon")).total).toBe(12);
  expect((await list("attribute=glaze:celadon&attribute=glaze:onggi")).total).toBe(13);
  const page = await list(
    "attribute=glaze:celadon&attribute=glaze:onggi&attribute=form:bowl&facets=true",
  );
  expect(page.total).toBe(12);
  expect(page.facets).toMatchObject({
    categories: [
      { code: "tableware", count: 12 },
      { code: "bowls", count: 12 },
    ],
    attributes: [
      { code: "glaze", name: "glaze (한글)", values: [{ count: 12 }, { code: "ash", count: 11 }] },
      { code: "form", values: [{ code: "bowl", count: 12 }] },
    ],
    availability: { available: 12, soldOut: 0 },
    price: { lowest: { amount: 10_000 }, highest: { amount: 14_000 } },
  });
});

test("the tree of categories counts what is below each; collections say how much they hold", async () => {
  const reply = await get("/v1/categories", { "accept-language": "en" });
  const { items } = (await reply.json()) as { items: contract.CategoryNode[] };
  expect(items).toMatchObject([
    { slug: "tableware", parent: null, count: 23 },
    { slug: "bowls", parent: "tableware", name: "bowls", count: 23 },
    { slug: "jars", count: 2 },
  ]);
  const winter = await (await get("/v1/collections/winter")).json();
  expect(winter).toMatchObject({ name: "winter (한글)", count: 4 });
  expect((await get("/v1/collections/summer")).status).toBe(404);
  const all = await (await get("/v1/collections", { "accept-language": "en" })).json();
  expect(all).toEqual({
    items: [{ slug: "winter", name: "winter", description: "Our winter", count: 4 }],
  });
});

test("an earlier address leads to the new one; a draft is not for sale", async () => {
  const found = await find("bowl-22");
  await db.insert(slugHistory).values({ slug: "old-bowl", productId: found.id });
  const moved = await get("/v1/products/old-bowl");
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/v1/products/bowl-22"]);
  const turn = (status: "draft" | "active") =>
    db.transaction(async (tx) => {
      await tx.update(products).set({ status }).where(eq(products.id, found.id));
      await refreshCards(tx, [found.id]);
    });
  await turn("draft");
  expect((await get("/v1/products/bowl-22")).status).toBe(404);
  expect((await get("/v1/products/old-bowl")).status).toBe(404);
  expect((await list("limit=100")).items.map(({ slug }) => slug)).not.toContain("bowl-22");
  await turn("active");
});

test("caches may keep an answer for a moment, apart for each language and currency", async () => {
  const { headers } = await get("/v1/products/bowl-1");
  expect(headers.get("cache-control")).toContain("max-age=");
  expect(headers.get("vary")).toContain("x-currency");
});
