import { expect, test } from "bun:test";

import type { ProductList } from "./contract.ts";
import { seed } from "./seed.ts";
import { bowl, shelf, testProductService } from "./testing.ts";

const { db, app, get } = await testProductService();
await seed(db, { categories: [shelf("bowls")], products: [bowl(1), bowl(2)] });

const cursorOf = async (sort: string) =>
  ((await (await get(`/v1/products?sort=${sort}&limit=1`)).json()) as ProductList).next;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a wrong question is refused by the name of the parameter", async () => {
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
    [
      `sort=-created&after=${encoded(["-created", "2026-02-31 99:99:99+00", crypto.randomUUID()])}`,
      "/after",
    ],
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
