import { expect, test } from "bun:test";

import type { ProductList } from "./contract.ts";
import { seed } from "./seed.ts";
import { bowl, shelf, testProductService } from "./testing.ts";

const { db, app, get } = await testProductService();
await seed(db, { categories: [shelf("bowls")], products: [bowl(1), bowl(2)] });

const cursorOf = async (sort: string) =>
  ((await (await get(`/v1/products?sort=${sort}&limit=1`)).json()) as ProductList).next;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What binds a cursor to its question. */
const markOf = (cursor: string | null) =>
  (JSON.parse(Buffer.from(cursor ?? "", "base64url").toString()) as string[])[3];

test("a wrong question is refused by the name of the parameter", async () => {
  const first = await cursorOf("featured");
  const found = await cursorOf("relevance&q=bowl");
  const wrong: [string, string][] = [
    ["limit=0", "/limit"],
    ["limit=101", "/limit"],
    ["limit=1e9", "/limit"],
    ["limit=x", "/limit"],
    ["sort=cheap", "/sort"],
    ["colour=blue", "/colour"],
    ["category=%00", "/category"],
    ["id=celadon-tea-bowl", "/id"],
    [Array.from({ length: 101 }, () => `id=${crypto.randomUUID()}`).join("&"), "/id"],
    ["attribute=glaze", "/attribute"],
    ["attribute=glaze:celadon&attribute=';--", "/attribute"],
    [`q=${"x".repeat(10_000)}`, "/q"],
    ["minPrice=-1", "/minPrice"],
    ["after=!!!", "/after"],
    [`after=${encoded(["price", "1; drop table", crypto.randomUUID()])}`, "/after"],
    [`sort=price&after=${await cursorOf("featured")}`, "/after"],
    [`sort=-created&after=${encoded(["-created", "12", crypto.randomUUID()])}`, "/after"],
    ...["2026-02-31 99:99:99+00", "2026-02-30 00:00:00+00", "0000-01-01 00:00:00+00"].map(
      (day): [string, string] => [
        `sort=-created&after=${encoded(["-created", day, crypto.randomUUID(), markOf(first)])}`,
        "/after",
      ],
    ),
    ...["featured", "relevance"].map((sort): [string, string] => [
      `q=bowl&sort=${sort}&after=${encoded([sort, "999999999999999", crypto.randomUUID(), markOf(found)])}`,
      "/after",
    ]),
    [`after=${"A".repeat(5000)}`, "/after"],
    [`after=${first?.slice(0, -9)}`, "/after"],
    [
      `after=${Buffer.from(crypto.getRandomValues(new Uint8Array(90))).toString("base64url")}`,
      "/after",
    ],
    [`category=bowls&after=${first}`, "/after"],
    [`q=bowl&after=${first}`, "/after"],
    [Array.from({ length: 200 }, (_, at) => `attribute=a${at}:b`).join("&"), "/attribute"],
    ["q=a&q=b", "/q"],
    ["limit=1&limit=2", "/limit"],
    ["__proto__=1", "/__proto__"],
  ];
  for (const [query, pointer] of wrong) {
    const reply = await get(`/v1/products?${query}`);
    expect([query, reply.status]).toEqual([query, 400]);
    const { errors } = (await reply.json()) as { errors: { in: string; pointer: string }[] };
    expect([query, errors[0]?.pointer.startsWith(pointer)]).toEqual([query, true]);
  }
  const currency = await get("/v1/products", { "x-currency": "DOGE" });
  expect(await currency.json()).toMatchObject({
    errors: [{ in: "header", pointer: "/x-currency" }],
  });
});

test("a page goes on in the language and currency it began in", async () => {
  const next = await cursorOf("price");
  const on = (headers: Record<string, string>) =>
    get(`/v1/products?sort=price&limit=1&after=${next}`, headers);
  expect((await on({})).status).toBe(200);
  expect((await on({ "x-currency": "USD" })).status).toBe(400);
});

test("what no product has finds nothing, whichever filter asks: a link outlives its shelf", async () => {
  for (const query of ["category=nowhere", "collection=nowhere", "attribute=glaze:neon", "q="]) {
    const reply = await get(`/v1/products?${query}&facets=true`);
    expect([query, reply.status]).toEqual([query, 200]);
    expect(await reply.json()).toMatchObject({ items: [], total: 0, next: null });
  }
});

test("words that look like SQL, patterns or query syntax are just words", async () => {
  for (const q of [
    "' or 1=1 --",
    "%",
    "_",
    "a & ! | (b",
    "'':*",
    "\\",
    "<b>",
    "🍵",
    "!!!",
    "\u0000",
  ])
    for (const path of ["/v1/products", "/v1/search/suggestions"]) {
      const reply = await app.request(`${path}?q=${encodeURIComponent(q)}`);
      expect([path, q, reply.status]).toEqual([path, q, 200]);
    }
});
