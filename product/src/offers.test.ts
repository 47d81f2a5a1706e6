import { expect, test } from "bun:test";

import type { Offer } from "./contract.ts";
import { testProductService } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, tokens, staff } = service;
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

test("only services may ask, and only for variants", async () => {
  expect((await app.request(`/internal/offers?variantId=${crypto.randomUUID()}`)).status).toBe(401);
  expect((await ask("a bowl")).status).toBe(400);
});
