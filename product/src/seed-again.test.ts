import { expect, test } from "bun:test";

import { categories, collections, products } from "@jangteo/shared/schema/product/catalogue";
import { asc } from "drizzle-orm";

import { seed } from "./seed.ts";
import { both, bowl, shelf, testProductService } from "./testing.ts";

const service = await testProductService();
const { db, staff, get } = service;
const demo = {
  categories: [
    ...[shelf("tableware"), shelf("bowls", "tableware"), shelf("jars"), shelf("lamps")],
    ...[shelf("drinking"), shelf("mugs", "drinking")],
  ],
  collections: [shelf("winter"), shelf("moon")],
  attributes: [],
};
const bowls = [1, 2].map((n) => bowl(n, { category: "bowls", collections: ["winter"] }));
await seed(db, { ...demo, products: bowls });

const standing = async () => ({
  products: await db.select().from(products).orderBy(asc(products.slug)),
  categories: await db.select().from(categories).orderBy(asc(categories.slug)),
  collections: await db.select().from(collections).orderBy(asc(collections.slug)),
});

/** Changes what staff see at this address now. */
const change = async (method: string, path: string, fields?: unknown) => {
  const seen = await staff("GET", path.replace("/v1/", "/v1/catalogue/"));
  const etag = seen.headers.get("etag") ?? "";
  const reply = await staff(method, path, fields, { "if-match": etag });
  expect(reply.status).toBeLessThan(300);
};

test("what staff named otherwise or took away stays so when the shop is opened again", async () => {
  const [first] = (await standing()).products;
  await change("PATCH", `/v1/products/${first?.id}`, { slug: "moon-bowl" });
  await change("PATCH", "/v1/categories/tableware", { slug: "table" });
  await change("PATCH", "/v1/categories/bowls", { slug: "deep-bowls" });
  await change("PATCH", "/v1/collections/winter", { slug: "snow" });
  await change("DELETE", "/v1/categories/lamps");
  await change("DELETE", "/v1/collections/moon");
  await change("PATCH", "/v1/categories/mugs", { parent: null });
  await change("DELETE", "/v1/categories/drinking");
  const before = await standing();
  await seed(db, { ...demo, products: bowls });
  expect(await standing()).toEqual(before);
});

test("a further product stands where its shelf is now, and one that is missing is put up for it", async () => {
  const lamp = bowl(4, { category: "lamps", collections: ["moon", "winter"] });
  const cups = { ...shelf("cups", "bowls"), name: both("Cups") };
  await seed(db, {
    ...{ ...demo, categories: [...demo.categories, cups] },
    products: [...bowls, bowl(3, { category: "cups" }), lamp, bowl(5, { category: "mugs" })],
  });
  const shown = async (slug: string) => (await get(`/v1/products/${slug}`)).json();
  expect(await shown("bowl-3")).toMatchObject({
    path: [{ slug: "table" }, { slug: "deep-bowls" }, { slug: "cups" }],
  });
  expect(await shown("bowl-5")).toMatchObject({ path: [{ slug: "mugs" }] });
  expect((await standing()).categories.map(({ slug }) => slug)).not.toContain("drinking");
  expect(await shown("bowl-4")).toMatchObject({
    path: [{ slug: "lamps" }],
    collections: [{ slug: "snow" }, { slug: "moon" }],
  });
});
