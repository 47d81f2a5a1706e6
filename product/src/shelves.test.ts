import { expect, test } from "bun:test";

import { outbox } from "@jangteo/shared/schema/product/schema";
import { sql } from "drizzle-orm";

import { refreshStale } from "./cards.ts";
import * as contract from "./contract.ts";
import { findOffers } from "./offers.ts";
import { both, testProductService } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, db, get, staff, tokens } = service;
const { begin, sell, change, shown } = await testStaff(service);

const newSlug = (what: string) => `${what}-${crypto.randomUUID().slice(0, 8)}`;
type Shelf = { slug: string; version: number };
type Kind = "categories" | "collections";

const add = async (kind: Kind, fields: object = {}) => {
  const slug = newSlug(kind);
  const reply = await staff("POST", `/v1/${kind}`, { slug, name: both(slug), ...fields });
  expect(reply.status).toBe(201);
  return (await reply.json()) as Shelf;
};
const tag = ({ version }: Shelf) => ({ "if-match": `"${version}"` });
const edit = (kind: Kind, shelf: Shelf, fields: object) =>
  staff("PATCH", `/v1/${kind}/${shelf.slug}`, fields, tag(shelf));
const edited = async (kind: Kind, shelf: Shelf, fields: object) => {
  const reply = await edit(kind, shelf, fields);
  expect([reply.status, await reply.clone().text()]).toEqual([200, expect.any(String)]);
  return (await reply.json()) as Shelf;
};
const remove = async (kind: Kind, shelf: Shelf) =>
  (await staff("DELETE", `/v1/${kind}/${shelf.slug}`, undefined, tag(shelf))).status;
const read = async (kind: Kind, slug: string) =>
  (await (await staff("GET", `/v1/catalogue/${kind}/${slug}`)).json()) as Shelf;
const leadsTo = async (kind: Kind, slug: string) => {
  const reply = await get(`/v1/${kind}/${slug}`);
  return reply.headers.get("location")?.split("/").at(-1) ?? reply.status;
};
const slugsIn = async (query: string) => {
  const reply = await get(`/v1/products?${query}`);
  return ((await reply.json()) as contract.ProductList).items.map(({ slug }) => slug);
};
const pathOf = async (slug: string) => (await shown(slug)).path.map((one) => one.slug);

test("a category moves with all that stands in it, and shoppers see the new way at once", async () => {
  const root = await add("categories");
  const other = await add("categories");
  const leaf = await add("categories", { parent: root.slug });
  const bowl = await sell({ category: leaf.slug });
  expect(await pathOf(bowl.slug)).toEqual([root.slug, leaf.slug]);
  const moved = await edited("categories", leaf, { parent: other.slug, name: both("Renamed") });
  expect(await pathOf(bowl.slug)).toEqual([other.slug, leaf.slug]);
  expect((await shown(bowl.slug)).category.name).toBe(both("Renamed").ko);
  expect(await slugsIn(`category=${other.slug}`)).toEqual([bowl.slug]);
  expect(await slugsIn(`category=${root.slug}`)).toEqual([]);
  await edited("categories", moved, { parent: null });
  expect(await pathOf(bowl.slug)).toEqual([leaf.slug]);
});

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

test("a category goes only when nothing stands in it, not even what is put away", async () => {
  const root = await add("categories");
  const leaf = await add("categories", { parent: root.slug });
  const bowl = await begin({ category: leaf.slug });
  await change(bowl, { status: "archived" });
  expect(await remove("categories", root)).toBe(409);
  expect(await remove("categories", leaf)).toBe(409);
  await change({ ...bowl, version: 2 }, { category: "bowls" });
  expect(await remove("categories", { ...leaf, version: 9 })).toBe(412);
  expect(await remove("categories", leaf)).toBe(204);
  expect(await remove("categories", leaf)).toBe(404);
  expect(await remove("categories", root)).toBe(204);
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

test("bad input is refused by the field: a slug that is taken, an unknown parent, a circle", async () => {
  const root = await add("categories");
  const leaf = await add("categories", { parent: root.slug });
  const wrong: [Promise<Response>, string][] = [
    [edit("categories", root, { parent: leaf.slug }), "/parent"],
    [edit("categories", root, { parent: root.slug }), "/parent"],
    [edit("categories", root, { parent: newSlug("no") }), "/parent"],
    [edit("categories", root, { slug: "Not a slug" }), "/slug"],
    [edit("categories", root, { name: { ko: "그릇" } }), "/name/en"],
  ];
  for (const [asked, pointer] of wrong) {
    const reply = await asked;
    expect([reply.status, await reply.json()]).toMatchObject([400, { errors: [{ pointer }] }]);
  }
  expect((await edit("categories", leaf, { slug: root.slug })).status).toBe(409);
  const taken = { slug: leaf.slug, name: both("Twice") };
  expect((await staff("POST", "/v1/categories", taken)).status).toBe(409);
  expect((await edit("categories", { ...leaf, version: 7 }, { position: 1 })).status).toBe(412);
});

test("the same key adds one category, and two moves at once make no circle", async () => {
  const key = { "idempotency-key": crypto.randomUUID() };
  const wanted = { slug: newSlug("once"), name: both("Once") };
  expect((await staff("POST", "/v1/categories", wanted, key)).status).toBe(201);
  expect((await staff("POST", "/v1/categories", wanted, key)).status).toBe(201);
  const [a, b] = [await add("categories"), await add("categories")];
  const replies = await Promise.all([
    edit("categories", a, { parent: b.slug }),
    edit("categories", b, { parent: a.slug }),
  ]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  const tree = (await (await staff("GET", "/v1/catalogue/categories")).json()) as {
    items: { slug: string }[];
  };
  expect(tree.items.map(({ slug }) => slug)).toEqual(expect.arrayContaining([a.slug, b.slug]));
});

test("products that change while their category is renamed end up below its new slug", async () => {
  const leaf = await add("categories");
  const bowls = await Promise.all(Array.from({ length: 6 }, () => sell({ category: leaf.slug })));
  const slug = newSlug("renamed");
  const replies = await Promise.all([
    edit("categories", leaf, { slug }),
    ...bowls.map((bowl) => change(bowl, { position: 5 })),
  ]);
  for (const { status } of replies) expect([200, 412]).toContain(status);
  expect((await slugsIn(`category=${slug}`)).toSorted()).toEqual(
    bowls.map((bowl) => bowl.slug).toSorted(),
  );
  await refreshStale(db, new Date());
  for (const bowl of bowls) expect(await pathOf(bowl.slug)).toEqual([slug]);
});

test("others are told of a shelf and of what stands on it, in the transaction of the change", async () => {
  const leaf = await add("categories");
  const bowl = await sell({ category: leaf.slug });
  const told = async () =>
    (
      await db
        .select()
        .from(outbox)
        .where(sql`${outbox.payload} ->> 'slug' in (${leaf.slug}, ${bowl.slug})`)
        .orderBy(outbox.id)
    ).map(({ type }) => type);
  const before = (await told()).length;
  expect((await edit("categories", leaf, { name: both("Told") })).status).toBe(200);
  expect((await edit("categories", leaf, { name: both("Late") })).status).toBe(412);
  expect((await told()).slice(before)).toEqual(["product.changed", "category.changed"]);
});

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
