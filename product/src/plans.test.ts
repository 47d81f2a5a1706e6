import { expect, test } from "bun:test";

import { z } from "@hono/zod-openapi";
import { connect } from "@jangteo/shared/database";
import { admin } from "@jangteo/shared/testing/postgres";
import { sql } from "drizzle-orm";

import { listProducts } from "./listing.ts";
import { findOffers } from "./offers.ts";
import { reserve, turn } from "./reservations.ts";
import { seed } from "./seed.ts";
import { both, bowl, shelf, statementsOf, testProductService, type Statement } from "./testing.ts";

const { db, url, adminUrl, get } = await testProductService();
const glazes = ["celadon", "ash", "onggi"];
await seed(db, {
  categories: [shelf("tableware"), shelf("bowls", "tableware"), shelf("jars")],
  collections: [shelf("winter")],
  attributes: [
    {
      ...{ code: "glaze", name: both("Glaze") },
      values: glazes.map((code) => ({ code, name: both(code) })),
    },
  ],
  products: Array.from({ length: 40 }, (_, n) =>
    bowl(n, {
      category: n % 4 === 0 ? "jars" : "bowls",
      collections: n === 3 ? ["winter"] : [],
      attributes: [{ attribute: "glaze", value: glazes[n % 3] ?? "ash" }],
    }),
  ),
});

/** Twenty thousand products more, copied in what shoppers read. */
const multiply = () =>
  db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table copies on commit drop as
      select p.id as origin, n, uuidv7() as id from product.products p, generate_series(1, 500) n`);
    await tx.execute(sql`insert into product.products
        (id, slug, status, position, category, name, description, material, care)
      select c.id, slug || '-' || n, status, position + n * 40, category, name, description, material, care
      from product.products p join copies c on c.origin = p.id`);
    await tx.execute(sql`insert into product.availability
      select c.id, (n * 7) % 12 from copies c`);
    await tx.execute(sql`insert into product.listings
      select c.id, currency, position + n * 40, amount + n, created_at + n * interval '1 minute',
        categories, collections, attributes, stale_at
      from product.listings l join copies c on c.origin = l.product_id`);
    await tx.execute(sql`insert into product.variants
        (id, product_id, sku, position, selection, width, height, depth, weight, capacity)
      select uuidv7(), c.id, sku || '-' || n, position, selection, width, height, depth, weight, capacity
      from product.variants v join copies c on c.origin = v.product_id`);
    await tx.execute(sql`insert into product.stock
      select v.id, 'main', 12, 0 from product.variants v join copies c on c.id = v.product_id`);
    await tx.execute(sql`insert into product.cards
      select c.id, language, currency, slug || '-' || n, summary, detail, array[v.id], variants
      from product.cards k join copies c on c.origin = k.product_id
      join product.variants v on v.product_id = c.id`);
    await tx.execute(sql`insert into product.documents
      select c.id, language, name || ' w' || n, words || array_to_tsvector(array['w' || n])
      from product.documents d join copies c on c.origin = d.product_id`);
    await tx.execute(sql`insert into product.vocabulary
      select language, 'w' || n, null from generate_series(1, 20000) n, unnest(array['ko', 'en']) language
      on conflict do nothing`);
  });
await multiply();
await admin(adminUrl, (owner) => owner.unsafe("vacuum analyze"));

const Plan = z.looseObject({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Plan Rows": z.number(),
  get Plans() {
    return z.array(Plan).optional();
  },
});
type Plan = z.infer<typeof Plan>;
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const big = ["listings", "cards", "documents", "vocabulary", "availability", "stock"];
/** A count of most of the shop reads it all, whichever way: once in five seconds for everybody. */
const isCount = ({ text }: Statement) => text.includes("count(*)");

const scannedWhole = async ({ text, parameters }: Statement) => {
  const rows = await db.$client.unsafe(`explain (format json) ${text}`, parameters as string[]);
  const [row] = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan })) })).parse([...rows]);
  const plans = row?.["QUERY PLAN"] ?? [];
  const nodes = plans.flatMap(({ Plan: plan }) => nodesOf(plan));
  return nodes
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Relation Name"] ?? "")
    .filter((name) => big.includes(name));
};

const list = "/v1/products?limit=24";
const some = (
  await db.execute<{ id: string }>(
    sql`select product_id as id from product.listings where currency = 'KRW' limit 100`,
  )
).map(({ id }) => id);
const paths: [path: string, most: number][] = [
  [list, 2],
  [`${list}&category=bowls`, 2],
  [`${list}&category=bowls&sort=price`, 2],
  [`${list}&sort=-price`, 2],
  [`${list}&sort=-created`, 2],
  [`${list}&attribute=glaze:celadon&attribute=glaze:ash`, 2],
  [`${list}&collection=winter&availability=available`, 2],
  [`${list}&minPrice=10100&maxPrice=10200`, 2],
  [`${list}&q=w77`, 3],
  [`${list}&q=bolw%20w78&facets=true`, 3],
  [`${list}&q=bowl%20ash%20jars&facets=true`, 3],
  [`${list}&collection=winter&facets=true`, 2],
  [`/v1/products?limit=100&${some.map((id) => `id=${id}`).join("&")}`, 1],
  ["/v1/products/bowl-7-250", 1],
  ["/v1/categories", 1],
  ["/v1/collections", 1],
  ["/v1/collections/winter", 1],
  ["/v1/search/suggestions?q=w123", 3],
];

test("the tables know their size", async () => {
  const owner = await db.execute(sql`select count(*)::int as n from product.cards`);
  expect(owner[0]?.["n"]).toBe(80_160);
});

test.each(paths)(
  "%s takes at most %d statements, and none reads a whole table",
  async (path, most) => {
    const statements = await statementsOf(db, async () => {
      expect((await get(path)).status).toBe(200);
    });
    expect(statements.length).toBeLessThanOrEqual(most);
    for (const statement of statements.filter((one) => !isCount(one)))
      expect([statement.text, await scannedWhole(statement)]).toEqual([statement.text, []]);
  },
);

test("the plan of the whole shelf is kept, and what is asked for is planned for its values", async () => {
  const own = connect(url, { max: 1 });
  const audience = { language: "en", currency: "KRW" } as const;
  // A server that knows a statement by name decides after five times.
  for (const n of Array.from({ length: 8 }, (_, at) => at + 1)) {
    await listProducts(own, audience, { limit: 24 });
    await listProducts(own, audience, { limit: 24, q: `w${n}` });
    await listProducts(own, audience, { limit: 24, category: "bowls" });
  }
  const known = await own.$client<{ statement: string; kept: boolean }[]>`
    select statement, generic_plans > 0 as kept from pg_prepared_statements
    where statement ~ 'product.*cards|tsquery' and statement !~ 'pg_prepared_statements'`;
  await own.$client.end();
  expect(known.map(({ kept }) => kept)).toEqual([true]);
  expect(known[0]?.statement).not.toContain("tsquery");
  expect(known[0]?.statement).not.toContain("@>");
});

test("what each purchase asks is planned once, not with each question", async () => {
  const own = connect(url, { max: 1 });
  const bought = await own.$client<{ id: string }[]>`select id from product.variants limit 8`;
  const now = new Date();
  for (const { id: variantId } of bought) {
    const checkoutId = crypto.randomUUID();
    await findOffers(own, [variantId], now);
    const lines = [{ variantId, location: "main", quantity: 1 }];
    await reserve(own, { checkoutId, minutes: 30, lines }, now);
    await turn(own, checkoutId, "committed");
  }
  const known = await own.$client<{ statement: string; kept: boolean }[]>`
    select statement, generic_plans > 0 as kept from pg_prepared_statements
    where generic_plans + custom_plans >= 8`;
  await own.$client.end();
  expect(known.length).toBeGreaterThan(5);
  expect(known.filter(({ kept }) => !kept)).toEqual([]);
});

test("the next page of a long listing is read from where the last one ended", async () => {
  const first = (await (await get(`${list}&sort=price`)).json()) as { next: string };
  const [page] = await statementsOf(db, async () => {
    await get(`${list}&sort=price&after=${first.next}`);
  });
  expect(page && (await scannedWhole(page))).toEqual([]);
});

test("what is counted of a few products is found by an index", async () => {
  for (const query of ["collection=winter&facets=true", "q=w77&facets=true", "maxPrice=10010"]) {
    const statements = await statementsOf(db, async () => {
      await get(`/v1/products?limit=1&${query}`);
    });
    const scanned = await Promise.all(statements.filter(isCount).map(scannedWhole));
    expect(scanned.flat()).not.toContain("listings");
    expect(scanned.flat()).not.toContain("documents");
  }
});
