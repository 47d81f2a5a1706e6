import { expect, test } from "bun:test";

import { stockMovements } from "@jangteo/shared/schema/product/stock";
import { eq } from "drizzle-orm";

import { testProductService } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { db, staff, tokens } = service;
const { sell, change } = await testStaff(service);

/** A token of an API client's own. */
const asClient = async (scope: string) => ({
  authorization: `Bearer ${await tokens.access({ sub: "warehouse", scope, acr: "0" })}`,
});

test("an API client counts stock and keeps the catalogue, and the ledger names it", async () => {
  const { variant, ...product } = await sell();
  const path = `/v1/variants/${variant}`;
  const client = await asClient("catalogue:write");
  const received = { kind: "received", quantity: 3 };
  const reply = await staff("POST", `${path}/stock-adjustments`, received, client);
  expect(reply.status).toBeLessThan(300);
  const rows = await db.select().from(stockMovements).where(eq(stockMovements.variantId, variant));
  expect(rows.map(({ actor, quantity }) => [actor, quantity])).toEqual([["warehouse", 3]]);
  const ledger = await staff("GET", `${path}/stock`, undefined, client);
  expect(await ledger.json()).toMatchObject({ movements: [{ actor: "warehouse" }] });
  const edit = { ...client, "if-match": `"${product.version}"` };
  const renamed = await staff("PATCH", `/v1/products/${product.id}`, { position: 2 }, edit);
  expect(renamed.status).toBe(200);
  expect((await change(product, { position: 3 })).status).toBe(412);
});

test("an API client without the scope is refused", async () => {
  const { variant } = await sell();
  const client = await asClient("promotions:write");
  expect((await staff("GET", `/v1/variants/${variant}/stock`, undefined, client)).status).toBe(403);
});
