import { expect, test } from "bun:test";

import { variants } from "@jangteo/shared/schema/product/catalogue";
import { eq } from "drizzle-orm";

import type { Offer } from "./contract.ts";
import { seed } from "./seed.ts";
import { both, bowl, shelf, statementsOf, testProductService } from "./testing.ts";
import { named, sizes, testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, db, tokens, staff } = service;
const { sell, change } = await testStaff(service);

const ask = async (...ids: string[]) => {
  const query = new URLSearchParams(ids.map((id): [string, string] => ["variantId", id]));
  return app.request(`/internal/offers?${query.toString()}`, {
    headers: await tokens.service("product"),
  });
};
const offersOf = async (...ids: string[]) => {
  const reply = await ask(...ids);
  expect(reply.status).toBe(200);
  const { items } = (await reply.json()) as { items: Offer[] };
  return items;
};

test("a cart learns what a variant is, costs and has left, in both languages and currencies", async () => {
  const product = await sell();
  const receive = { kind: "received", quantity: 4 };
  await staff("POST", `/v1/variants/${product.variant}/stock-adjustments`, receive);
  const [offer, ...others] = await offersOf(product.variant, crypto.randomUUID());
  expect(others).toEqual([]);
  expect(offer).toMatchObject({
    variantId: product.variant,
    productId: product.id,
    slug: product.slug,
    active: true,
    free: 4,
    prices: { KRW: { listAmount: null, tiers: [] } },
  });
  expect(offer?.prices.KRW?.amount).toBeGreaterThan(0);
  expect(offer?.name.ko).not.toBe("");
});

test("what was taken off the shelf is told as such", async () => {
  const product = await sell();
  expect((await change(product, { status: "archived" })).status).toBe(200);
  const [offer] = await offersOf(product.variant);
  expect(offer).toMatchObject({ variantId: product.variant, active: false });
});

test("an offer tells where it stands, what was chosen, how it looks and what many cost, in one statement", async () => {
  const picture = { file: "bowl.webp", width: 900, height: 1200, renditions: [] };
  await seed(db, {
    categories: [shelf("tableware"), shelf("cups", "tableware")],
    collections: [shelf("spring"), shelf("autumn")],
    attributes: [],
    products: [
      bowl(7, {
        ...{ slug: "cup", category: "cups", collections: ["autumn", "spring"] },
        options: [
          { ...named("size"), values: [named("small"), named("large")] },
          { ...named("glaze"), values: [named("ash")] },
        ],
        pictures: [
          { ...picture, view: "main", alt: both("A cup") },
          { ...picture, file: "side.webp", view: "wide", alt: both("From the side") },
        ],
        variants: [
          {
            ...{ sku: "CUP-L", selection: { glaze: "ash", size: "large" }, ...sizes, stock: 7 },
            ...{ capacity: 200, price: { KRW: 9000, USD: 900 } },
            listPrice: { KRW: 12_000, USD: 1200 },
            tiers: [{ quantity: 3, price: { KRW: 8000, USD: 800 } }],
          },
        ],
      }),
    ],
  });
  const [cup] = await db.select().from(variants).where(eq(variants.sku, "CUP-L"));
  const found: Offer[] = [];
  const sent = await statementsOf(db, async () => {
    found.push(...(await offersOf(cup?.id ?? "")));
  });
  expect(sent).toHaveLength(1);
  expect(found).toMatchObject([
    {
      ...{ sku: "CUP-L", free: 7, weight: 250, validUntil: null },
      categories: ["tableware", "cups"],
      collections: ["spring", "autumn"],
      options: [
        { name: both("size"), value: both("large") },
        { name: both("glaze"), value: both("ash") },
      ],
      picture: { url: "/media/bowl.webp", alt: both("A cup"), width: 900, height: 1200 },
      prices: {
        KRW: { amount: 9000, listAmount: 12_000, tiers: [{ quantity: 3, amount: 8000 }] },
        USD: { amount: 900, listAmount: 1200 },
      },
    },
  ]);
});

test("only services may ask, and only for variants", async () => {
  expect((await app.request(`/internal/offers?variantId=${crypto.randomUUID()}`)).status).toBe(401);
  expect((await ask("a bowl")).status).toBe(400);
});
