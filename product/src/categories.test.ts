import { expect, test } from "bun:test";

import type { Db } from "@jangteo/shared/database";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { sql } from "drizzle-orm";

import { refreshStale } from "./cards.ts";
import { changeProduct } from "./catalogue.ts";
import { changeCategory } from "./categories.ts";
import { both, testProductService } from "./testing.ts";
import { newSlug, testShelves } from "./testing/shelves.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { db, staff } = service;
const { begin, sell, change, shown } = await testStaff(service);
const { meanwhile, add, edit, edited, remove, slugsIn } = testShelves(service);
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
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 400]));
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

test("a product that comes into a category while its parent changes is shown the new way", async () => {
  const [root, other] = [await add("categories"), await add("categories")];
  const leaf = await add("categories", { parent: root.slug });
  const bowl = await sell();
  const moved = await meanwhile(
    (tx) => changeProduct(tx, bowl.id, bowl.version, { category: leaf.slug }, new Date()),
    () => edit("categories", leaf, { parent: other.slug }),
  );
  expect(moved.status).toBe(200);
  await refreshStale(db, new Date());
  expect(await pathOf(bowl.slug)).toEqual([other.slug, leaf.slug]);
});

test("who puts a product into a category that is renamed meanwhile is told that it is not there", async () => {
  const leaf = await add("categories");
  const bowl = await sell();
  const slug = newSlug("leaf");
  const rename = (tx: Db) => changeCategory(tx, leaf, { slug }, new Date());
  const put = await meanwhile(rename, () => change(bowl, { category: leaf.slug }));
  const errors = [{ pointer: "/category", rule: "unknown" }];
  expect([put.status, await put.json()]).toMatchObject([400, { errors }]);
  const added = { slug: newSlug("bowl"), category: slug, name: both("Bowl") };
  const again = (tx: Db) =>
    changeCategory(tx, { slug, version: leaf.version + 1 }, { slug: leaf.slug }, new Date());
  const reply = await meanwhile(again, () => staff("POST", "/v1/products", added));
  expect([reply.status, await reply.json()]).toMatchObject([400, { errors }]);
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

test("a category that is renamed asks nothing of who changes a product that stands below another", async () => {
  const root = await add("categories");
  const leaf = await add("categories", { parent: root.slug });
  const bowl = await sell({ category: leaf.slug });
  await edited("categories", root, { slug: newSlug("root") });
  expect((await change(bowl, { position: 4 })).status).toBe(200);
});
