import { expect, test } from "bun:test";

import * as contract from "./contract.ts";
import { both, shelf, testProductService } from "./testing.ts";
import { testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, staff, tokens } = service;
const { begin, sell } = await testStaff(service);

const read = async (what: string): Promise<unknown> =>
  (await staff("GET", `/v1/catalogue/${what}`)).json();
const receive = (variant: string, quantity: number) =>
  staff("POST", `/v1/variants/${variant}/stock-adjustments`, { kind: "received", quantity });

test("staff see everything that a product can be told by, parents before their children", async () => {
  for (const below of [shelf("lids", "jars"), shelf("small-lids", "lids")])
    expect((await staff("POST", "/v1/categories", below)).status).toBe(201);
  const told: unknown = await read("vocabulary");
  expect(told).toEqual(contract.Vocabulary.strict().parse(told));
  expect(told).toMatchObject({
    categories: [
      { slug: "bowls", parent: null, name: both("bowls") },
      { slug: "jars" },
      { slug: "lids", parent: "jars" },
      { slug: "small-lids", parent: "lids" },
    ],
    collections: [{ slug: "winter" }],
    attributes: [{ code: "glaze", values: [{ code: "celadon" }, { code: "ash" }] }],
    locations: [{ code: "main" }],
  });
});

test("the counts are of what is there, and lead to the same products in the list", async () => {
  const [few, gone, many] = [await sell(), await sell(), await sell()];
  await begin();
  await receive(few.variant, 2);
  await receive(many.variant, 4);
  expect(await read("figures")).toEqual({ active: 3, draft: 1, archived: 0, soldOut: 1, low: 1 });
  const slugs = async (availability: string) => {
    const page = await read(`products?status=active&availability=${availability}`);
    return (page as { items: { slug: string }[] }).items.map(({ slug }) => slug);
  };
  expect(await slugs("sold_out")).toEqual([gone.slug]);
  expect(await slugs("low_stock")).toEqual([few.slug]);
  expect(await slugs("in_stock")).toEqual([many.slug]);
});

test("a product tells staff how many of each variant can be bought", async () => {
  const { id, variant } = await sell();
  await receive(variant, 7);
  expect(await read(`products/${id}`)).toMatchObject({ variants: [{ id: variant, free: 7 }] });
});

test("shoppers and guests read none of it", async () => {
  const as = [{}, await tokens.guest(), await tokens.member()];
  for (const what of ["vocabulary", "figures"]) {
    const statuses = await Promise.all(
      as.map(async (headers) => (await app.request(`/v1/catalogue/${what}`, { headers })).status),
    );
    expect(statuses).toEqual([401, 403, 403]);
  }
});
