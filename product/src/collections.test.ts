import { expect, test } from "bun:test";

import { refreshStale } from "./cards.ts";
import { setMembership } from "./collections.ts";
import { findOffers } from "./offers.ts";
import { both, testProductService } from "./testing.ts";
import { newSlug, tag, testShelves } from "./testing/shelves.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, db, get, staff, tokens } = service;
const { begin, sell, change, shown } = await testStaff(service);
const { meanwhile, add, edit, edited, remove, read, leadsTo, slugsIn } = testShelves(service);

test.each(["categories", "collections"] as const)(
  "every earlier address of %s leads to the present one, until another takes it",
  async (kind) => {
    const first = await add(kind);
    const [second, third] = [newSlug(kind), newSlug(kind)];
    const renamed = await edited(kind, first, { slug: second });
    await edited(kind, renamed, { slug: third });
    expect([await leadsTo(kind, first.slug), await leadsTo(kind, second)]).toEqual([third, third]);
    expect((await edit(kind, first, { name: both("Gone") })).status).toBe(404);
    await add(kind, { slug: first.slug });
    expect((await read(kind, first.slug)).version).toBe(1);
    expect(await leadsTo(kind, second)).toBe(third);
    expect((await get(`/v1/${kind}/${newSlug(kind)}`)).status).toBe(404);
  },
);

test("a promotion that names the slug that a shelf had still finds its products", async () => {
  const root = await add("categories");
  const leaf = await add("categories", { parent: root.slug });
  const set = await add("collections");
  const bowl = await sell({ category: leaf.slug, collections: [set.slug] });
  const [place, shelf] = [newSlug("root"), newSlug("set")];
  await edited("categories", root, { slug: place });
  await edited("collections", set, { slug: shelf });
  const [offer] = await findOffers(db, [bowl.variant], new Date());
  expect(offer).toMatchObject({
    categories: [place, leaf.slug, root.slug],
    collections: [shelf, set.slug],
  });
});

test("whoever had the form of a product open before its shelf was renamed is told", async () => {
  const leaf = await add("categories");
  const set = await add("collections");
  const bowl = await begin({ category: leaf.slug, collections: [set.slug] });
  await edited("categories", leaf, { slug: newSlug("leaf") });
  expect((await change(bowl, { category: leaf.slug })).status).toBe(412);
  await edited("collections", set, { slug: newSlug("set") });
  expect((await change({ ...bowl, version: 2 }, { position: 1 })).status).toBe(412);
  expect((await change({ ...bowl, version: 3 }, { position: 1 })).status).toBe(200);
});

test("products come into a collection and out of it one by one, as often as it is said", async () => {
  const set = await add("collections");
  const [one, two] = [await sell(), await sell()];
  const put = async (method: string, id: string) =>
    (await staff(method, `/v1/collections/${set.slug}/products/${id}`)).status;
  expect([await put("PUT", one.id), await put("PUT", one.id), await put("PUT", two.id)]).toEqual([
    204, 204, 204,
  ]);
  expect((await slugsIn(`collection=${set.slug}`)).toSorted()).toEqual(
    [one.slug, two.slug].toSorted(),
  );
  expect(await read("collections", set.slug)).toMatchObject({ products: 2 });
  expect((await change(one, { position: 3 })).status).toBe(412);
  const listed = await staff("GET", `/v1/catalogue/products?collection=${set.slug}`);
  expect(await listed.json()).toMatchObject({ items: [{ id: two.id }, { id: one.id }] });
  expect([await put("DELETE", one.id), await put("DELETE", one.id)]).toEqual([204, 204]);
  expect(await slugsIn(`collection=${set.slug}`)).toEqual([two.slug]);
  expect(await put("PUT", crypto.randomUUID())).toBe(404);
  const nowhere = await staff("PUT", `/v1/collections/${newSlug("no")}/products/${one.id}`);
  expect(nowhere.status).toBe(404);
});

test("a collection that goes leaves its products, which name it no more", async () => {
  const set = await add("collections");
  const bowl = await sell({ collections: [set.slug] });
  const renamed = await edited("collections", set, { name: both("Winter light") });
  expect((await shown(bowl.slug)).collections).toEqual([
    { slug: set.slug, name: both("Winter light").ko },
  ]);
  expect(await remove("collections", renamed)).toBe(204);
  expect((await shown(bowl.slug)).collections).toEqual([]);
  expect(await slugsIn(`collection=${set.slug}`)).toEqual([]);
});

test.each(["renamed", "removed"] as const)(
  "who put a product into a collection that is %s meanwhile keeps what they were promised",
  async (what) => {
    const set = await add("collections");
    const bowl = await sell();
    const slug = newSlug("set");
    const status = await meanwhile(
      (tx) => setMembership(tx, { slug: set.slug, id: bowl.id }, true, new Date()),
      async () =>
        what === "renamed"
          ? (await edit("collections", set, { slug })).status
          : remove("collections", set),
    );
    expect(status).toBe(what === "renamed" ? 200 : 204);
    await refreshStale(db, new Date());
    const names = (await shown(bowl.slug)).collections.map((one) => one.slug);
    expect(names).toEqual(what === "renamed" ? [slug] : []);
    const listed = await staff("GET", `/v1/catalogue/products?collection=${slug}`);
    const { items } = (await listed.json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(what === "renamed" ? [bowl.id] : []);
  },
);

test("shoppers, guests and staff without the scope change no shelf", async () => {
  const leaf = await add("categories");
  const as = [{}, await tokens.guest(), await tokens.member()];
  for (const path of ["/v1/catalogue/categories", "/v1/catalogue/collections"]) {
    const statuses = await Promise.all(
      as.map(async (headers) => (await app.request(path, { headers })).status),
    );
    expect(statuses).toEqual([401, 403, 403]);
  }
  const gone = { "idempotency-key": crypto.randomUUID(), ...tag(leaf) };
  const statuses = await Promise.all(
    as.map(async (who) => {
      const init = { method: "DELETE", headers: { ...gone, ...who } };
      return (await app.request(`/v1/categories/${leaf.slug}`, init)).status;
    }),
  );
  expect(statuses).toEqual([401, 403, 403]);
  expect(await leadsTo("categories", leaf.slug)).toBe(200);
});
