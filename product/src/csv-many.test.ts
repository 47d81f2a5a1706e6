import { expect, test } from "bun:test";
import { setTimeout as pause } from "node:timers/promises";

import { products } from "@jangteo/shared/schema/product/catalogue";
import { prices } from "@jangteo/shared/schema/product/price";
import { outbox } from "@jangteo/shared/schema/product/schema";
import { eq, sql } from "drizzle-orm";

import type { Cells } from "./csv/row.ts";
import { expectLedgerAddsUp, statementsOf } from "./testing.ts";
import { cells, csvOf, send, sizes, testCatalogue } from "./testing/csv.ts";

const shop = await testCatalogue();
const { db, app, asStaff, shown, tokens } = shop;

const bowls = (name: string, count: number, fields: Partial<Cells> = {}) =>
  Array.from({ length: count }, (_, at) =>
    cells({ slug: `${name}-${at}`, sku: `${name}-${at}`.toUpperCase(), ...fields }),
  );
const announced = async () =>
  (await db.select().from(outbox).where(eq(outbox.type, "product.changed"))).length;

test("a batch takes as many statements for two hundred products as for two, new, changed or the same", async () => {
  const counts: Record<string, number[]> = { fresh: [], changed: [], same: [] };
  for (const size of [2, 200]) {
    const rows = bowls(`count-${size}`, size);
    const other = rows.map((row) => ({
      ...{ ...row, name_en: "Other", price_krw: "28000", price_usd: "2100", stock: "7" },
      ...{ width: "101", attributes: "glaze:ash", collections: "winter" },
    }));
    for (const [what, csv] of Object.entries({ fresh: rows, changed: other, same: other })) {
      const sent = await statementsOf(db, async () => {
        const unchanged = what === "same" ? size : 0;
        expect(await send(shop, csvOf(csv))).toMatchObject({
          ...{ status: 200, errors: [], changed: size - unchanged, unchanged },
        });
      });
      counts[what]?.push(sent.length);
    }
  }
  for (const [few, many] of Object.values(counts)) expect(many).toBe(few ?? 0);
}, 60_000);

test("an import never reads whole what it fills, though nobody has counted it yet", async () => {
  const other = await testCatalogue();
  const rows = bowls("counted", 600, { collections: "winter" });
  expect(await send(other, csvOf(rows))).toMatchObject({ changed: 600 });
  const renamed = rows.map((row) => ({ ...row, name_en: "Other", price_krw: "28000", stock: "6" }));
  expect(await send(other, csvOf(renamed))).toMatchObject({ changed: 600 });
  const filled = ["products", "variants", "prices", "stock", "availability", "product_attributes"];
  const read = ["collection_products", "cards", "listings", "documents", ...filled];
  const counts = () =>
    other.db.execute<{ name: string; whole: number; written: number }>(sql`
      select relname as name, seq_tup_read::int as whole, (n_tup_ins + n_tup_upd)::int as written
      from pg_stat_user_tables where schemaname = 'product'`);
  // A connection tells of its work when it rests.
  while (!(await counts()).some(({ name, written }) => name === "cards" && written >= 2400))
    await pause(20);
  const wholly = (await counts()).filter(({ name, whole }) => read.includes(name) && whole > 0);
  expect(wholly).toEqual([]);
}, 60_000);

test("many rows that change at once are on the shelf, each told of once, and keep their old prices", async () => {
  const rows = bowls("many", 30, { price_usd: "2000" });
  await send(shop, csvOf(rows));
  const before = await announced();
  const changed = rows.map((row, at) => ({
    ...row,
    ...(at % 3 === 0 && { price_krw: "25000", stock: String(at) }),
    ...(at % 3 === 1 && { status: "archived", name_ko: "옛 그릇", price_usd: "" }),
    ...(at % 3 === 2 && { collections: "winter", attributes: "", width: "222", capacity: "300" }),
  }));
  expect(await send(shop, csvOf(changed))).toMatchObject({ changed: 30, unchanged: 0 });
  expect(await send(shop, csvOf(changed))).toMatchObject({ changed: 0, unchanged: 30 });
  expect(await announced()).toBe(before + 30);
  expect(await shown("many-3")).toMatchObject({ price: { amount: 25_000 }, stock: 3 });
  expect((await app.request("/v1/products/many-1")).status).toBe(404);
  expect(await shown("many-2")).toMatchObject({
    ...{ size: { width: 222 }, capacity: 300, collections: [{ slug: "winter" }] },
    attributes: [],
  });
  const variant = (await shown("many-3")).variants[0]?.id ?? "";
  const kept = await db.select().from(prices).where(eq(prices.variantId, variant));
  const amounts = kept.map(({ amount, endsAt }) => ({ amount, ended: endsAt !== null }));
  expect(amounts.toSorted((a, b) => b.amount - a.amount)).toEqual([
    { amount: 30_000, ended: true },
    { amount: 25_000, ended: false },
    { amount: 2000, ended: false },
  ]);
  await expectLedgerAddsUp(db);
});

test("a choice of options is renamed, and a size added, by a file", async () => {
  const [small, medium] = ["s", "m"].map((size, at) =>
    cells({
      ...{ slug: "sized", options: sizes, sku: `SIZED-${size}`, selection: `size=${size}` },
      variant_position: String(at),
    }),
  );
  if (!small || !medium) throw new Error("there are two sizes");
  await send(shop, csvOf([small]));
  const options = sizes.replace('"크기"', '"치수"');
  expect(await send(shop, csvOf([{ ...small, options }]))).toMatchObject({ changed: 1 });
  const both = [small, medium].map((row) => ({ ...row, options }));
  expect(await send(shop, csvOf(both))).toMatchObject({ changed: 1, errors: [] });
  expect(await send(shop, csvOf(both))).toMatchObject({ changed: 0, unchanged: 1 });
  const { variants, options: told } = await shown("sized");
  expect(told).toMatchObject([{ name: "치수" }]);
  expect(variants.map(({ sku }) => sku)).toEqual(["SIZED-s", "SIZED-m"]);
});

test("spaces, zeros and the order of names change nothing", async () => {
  const row = cells({ slug: "spaced", sku: "SPACED", attributes: "glaze:celadon|glaze:ash" });
  expect(await send(shop, csvOf([row]))).toMatchObject({ changed: 1 });
  const again = { ...row, name_en: " Bowl ", width: "0100", attributes: "glaze:ash|glaze:celadon" };
  expect(await send(shop, csvOf([again]))).toMatchObject({ changed: 0, unchanged: 1 });
});

test("what a checkout holds cannot be counted away; what else changes is taken in", async () => {
  const rows = bowls("held", 4);
  await send(shop, csvOf(rows));
  const variantId = (await shown("held-1")).variants[0]?.id ?? "";
  const reply = await app.request("/internal/reservations", {
    method: "POST",
    headers: { "content-type": "application/json", ...(await tokens.service("product")) },
    body: JSON.stringify({ checkoutId: crypto.randomUUID(), lines: [{ variantId, quantity: 4 }] }),
  });
  expect(reply.ok).toBe(true);
  const counted = rows.map((row) => ({ ...row, stock: "2", name_en: "Counted" }));
  const report = await send(shop, csvOf(counted), "rows");
  expect(report).toMatchObject({ changed: 3, errors: [{ pointer: "/3/slug", rule: "conflict" }] });
  expect(await shown("held-1")).toMatchObject({ stock: 1, name: "그릇" });
  expect(await shown("held-2")).toMatchObject({ stock: 2 });
  await expectLedgerAddsUp(db);
});

test("a new product with a SKU that another has leaves nothing behind, and the others come in", async () => {
  const before = await db.$count(products);
  const torn = ["s", "m"].map((size) =>
    cells({
      ...{ slug: "torn", options: sizes, selection: `size=${size}` },
      sku: size === "m" ? "MANY-0" : `TORN-${size}`,
    }),
  );
  const [first, second] = bowls("beside", 2);
  if (!first || !second) throw new Error("there are two");
  const report = await send(shop, csvOf([first, ...torn, second]), "rows");
  expect(report).toMatchObject({ rows: 4, changed: 2, errors: [{ pointer: "/3/slug" }] });
  expect(await db.$count(products)).toBe(before + 2);
  expect((await app.request("/v1/products/torn")).status).toBe(404);
  const refused = await app.request("/v1/product-exports", { headers: asStaff });
  expect(await refused.text()).not.toContain("TORN-");
  await expectLedgerAddsUp(db);
});
