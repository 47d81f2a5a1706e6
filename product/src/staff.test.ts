import { expect, test } from "bun:test";

import { outbox } from "@jangteo/shared/schema/product/schema";
import { sql } from "drizzle-orm";

import type { ProductList } from "./contract.ts";
import { both, testProductService } from "./testing.ts";
import { named, record, sizes, testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { db, get, staff, tokens, app } = service;
const { begin, sell, change, shown } = await testStaff(service);

test("a draft becomes a product once it has a variant with a price, and shoppers see it at once", async () => {
  const draft = await begin({ attributes: [{ attribute: "glaze", value: "celadon" }] });
  expect(draft).toMatchObject({ status: "draft", version: 1, variants: [] });
  expect((await get(`/v1/products/${draft.slug}`)).status).toBe(404);
  expect((await change(draft, { status: "active" })).status).toBe(409);
  const { slug, variant } = await sell({ collections: ["winter"] });
  expect(await shown(slug)).toMatchObject({
    variantId: variant,
    price: { amount: 30_000, currency: "KRW" },
    availability: "sold_out",
    collections: [{ slug: "winter" }],
  });
  await staff("POST", `/v1/variants/${variant}/stock-adjustments`, {
    kind: "received",
    quantity: 2,
  });
  expect(await shown(slug)).toMatchObject({ availability: "low_stock", stock: 2 });
  const dollars = await get(`/v1/products/${slug}`, { "x-currency": "USD" });
  expect(dollars.status).toBe(404);
});

test("who has not seen the last change cannot overwrite it", async () => {
  const product = await begin();
  const first = await change(product, { name: both("Other") });
  expect([first.status, first.headers.get("etag")]).toEqual([200, '"2"']);
  expect((await change(product, { name: both("Lost") })).status).toBe(412);
  const read = await staff("GET", `/v1/catalogue/products/${product.id}`);
  expect(read.headers.get("etag")).toBe('"2"');
  expect((await record(read)).name).toEqual(both("Other"));
  const blind = await staff("PATCH", `/v1/products/${product.id}`, { position: 1 });
  expect(blind.status).toBe(400);
});

test("the same key makes one product; a taken slug or SKU is refused", async () => {
  const product = { slug: "only-one", category: "bowls", name: both("Bowl") };
  const key = { "idempotency-key": crypto.randomUUID() };
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => staff("POST", "/v1/products", product, key)),
  );
  for (const { status } of replies) expect([201, 409]).toContain(status);
  expect((await staff("POST", "/v1/products", product, key)).status).toBe(201);
  expect((await staff("POST", "/v1/products", product)).status).toBe(409);
  const { id, variants } = await sell();
  const twice = { sku: variants[0]?.sku, ...sizes };
  expect((await staff("POST", `/v1/products/${id}/variants`, twice)).status).toBe(409);
  const same = { sku: "ANOTHER-SKU", ...sizes };
  expect((await staff("POST", `/v1/products/${id}/variants`, same)).status).toBe(409);
});

test("a new slug leaves the old address leading to it", async () => {
  const product = await sell();
  const slug = `renamed-${crypto.randomUUID()}`;
  await change(product, { slug });
  const moved = await get(`/v1/products/${product.slug}`);
  expect([moved.status, moved.headers.get("location")]).toEqual([308, `/v1/products/${slug}`]);
  const back = await change({ ...product, version: product.version + 1 }, { slug: product.slug });
  expect(back.status).toBe(200);
  expect((await get(`/v1/products/${product.slug}`)).status).toBe(200);
});

test("every earlier address leads to where the piece is now, until another piece takes it", async () => {
  const name = () => `address-${crypto.randomUUID()}`;
  const [a, b, c, d] = [name(), name(), name(), name()];
  const rename = async (product: { id: string; version: number }, slug: string) =>
    record(await change(product, { slug }));
  const leadsTo = async (slug: string) => {
    const reply = await get(`/v1/products/${slug}`);
    return reply.headers.get("location")?.split("/").at(-1) ?? reply.status;
  };
  await rename(await rename(await sell({ slug: a }), b), c);
  expect([await leadsTo(a), await leadsTo(b), await leadsTo(c)]).toEqual([c, c, 200]);
  const other = await sell({ slug: a });
  expect([await leadsTo(a), await leadsTo(b)]).toEqual([200, c]);
  await rename(other, d);
  expect([await leadsTo(a), await leadsTo(b), await leadsTo(d)]).toEqual([d, c, 200]);
});

test("each variant says one value for every option, and no two the same", async () => {
  const draft = await begin({
    options: [{ ...named("size"), values: [named("small"), named("large")] }],
  });
  const add = (sku: string, selection: unknown) =>
    staff("POST", `/v1/products/${draft.id}/variants`, { sku, selection, ...sizes });
  const size = (value: string) => [{ option: "size", value }];
  expect((await add("S-1", size("small"))).status).toBe(201);
  expect((await add("S-2", size("small"))).status).toBe(409);
  for (const wrong of [[], size("huge"), [...size("large"), { option: "lid", value: "none" }]])
    expect((await add("S-3", wrong)).status).toBe(400);
  const { version } = await record(await staff("GET", `/v1/catalogue/products/${draft.id}`));
  expect((await change({ id: draft.id, version }, { options: [] })).status).toBe(409);
});

test("each change tells others, in the same transaction", async () => {
  const { id } = await begin();
  const told = () =>
    db
      .select()
      .from(outbox)
      .where(sql`${outbox.payload} ->> 'productId' = ${id}`);
  expect((await change({ id, version: 1 }, { position: 5 })).status).toBe(200);
  expect((await change({ id, version: 9 }, { position: 6 })).status).toBe(412);
  expect((await told()).map(({ type }) => type)).toEqual(["product.changed"]);
});

test("staff find drafts by any part of a name or a SKU", async () => {
  const word = crypto.randomUUID();
  const { id } = await begin({ name: both(`Teller ${word}`) });
  const reply = await staff("GET", `/v1/catalogue/products?q=${word.toUpperCase()}&status=draft`);
  expect(await reply.json()).toMatchObject({ items: [{ id, skus: [] }], next: null });
  const page = await staff("GET", "/v1/catalogue/products?limit=1");
  const { next } = (await page.json()) as { next: string };
  expect((await staff("GET", `/v1/catalogue/products?limit=1&after=${next}`)).status).toBe(200);
});

test("unknown categories, values and pictures are named", async () => {
  const product = await begin();
  const wrong: [unknown, string][] = [
    [{ category: "nowhere" }, "/category"],
    [{ attributes: [{ attribute: "glaze", value: "neon" }] }, "/attributes/0"],
    [{ collections: ["summer"] }, "/collections/0"],
  ];
  for (const [fields, pointer] of wrong) {
    const reply = await change(product, fields);
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ pointer }] });
  }
  const pictures = [{ file: "never-seen.webp", view: "main", alt: both("A bowl") }];
  const tag = { "if-match": `"${product.version}"` };
  const reply = await staff("PUT", `/v1/products/${product.id}/pictures`, { pictures }, tag);
  expect(await reply.json()).toMatchObject({ errors: [{ pointer: "/pictures/0/file" }] });
});

test("half a character is refused where it stands", async () => {
  const name = { ko: "그릇 \ud83c", en: "Bowl" };
  const reply = await staff("POST", "/v1/products", { slug: "half", category: "bowls", name });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ errors: [{ pointer: "/name/ko" }] });
});

test("staff find drafts by what they are called, not by how that is stored", async () => {
  await begin({ name: { ko: "그릇", en: "Cup" } });
  const find = async (q: string) => {
    const reply = await staff("GET", `/v1/catalogue/products?q=${encodeURIComponent(q)}`);
    const { items } = (await reply.json()) as { items: { name: { ko: string; en: string } }[] };
    return items.map(({ name }) => name.en);
  };
  expect(await find("cUP")).toEqual(["Cup"]);
  for (const q of ['"', '": "', "{", "%", "_", "\\"]) expect([q, await find(q)]).toEqual([q, []]);
});

test("shoppers, guests and staff without the scope change nothing", async () => {
  const body = JSON.stringify({ slug: "mine", category: "bowls", name: both("Mine") });
  const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
  const as = [{}, await tokens.guest(), await tokens.member()];
  const statuses = await Promise.all(
    as.map(async (who) => {
      const init = { method: "POST", headers: { ...headers, ...who }, body };
      return (await app.request("/v1/products", init)).status;
    }),
  );
  expect(statuses).toEqual([401, 403, 403]);
  const { items } = (await (await get("/v1/products?limit=100")).json()) as ProductList;
  expect(items.map(({ slug }) => slug)).not.toContain("mine");
});
