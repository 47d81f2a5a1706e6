import { expect, test } from "bun:test";

import type { ProductList } from "./contract.ts";
import { seed } from "./seed.ts";
import { bowl, shelf, statementsOf, testProductService } from "./testing.ts";

const { db, get } = await testProductService();
await seed(db, {
  categories: [shelf("bowls"), shelf("jars")],
  products: Array.from({ length: 25 }, (_, n) => bowl(n, { category: n < 20 ? "bowls" : "jars" })),
});

const list = async (query: string) => {
  const reply = await get(`/v1/products?${query}`);
  expect(reply.status).toBe(200);
  return reply.json() as Promise<ProductList>;
};

test("a list of ids is answered with those that are for sale, in one statement, with what else was asked of them", async () => {
  const { items } = await list("limit=100");
  const wanted = items.filter((_, at) => at % 5 === 0);
  const query = [...wanted.map(({ id }) => id), crypto.randomUUID()].map((id) => `id=${id}`);
  const statements = await statementsOf(db, async () => {
    expect((await list(`${query.join("&")}&limit=100`)).items).toEqual(wanted);
  });
  expect(statements.length).toBe(1);
  const [first] = wanted;
  expect((await list(`id=${first?.id}`)).items).toEqual(first ? [first] : []);
  expect((await list(`${query.join("&")}&category=jars`)).total).toBe(
    wanted.filter(({ category }) => category.slug === "jars").length,
  );
  expect((await list(`id=${crypto.randomUUID()}`)).total).toBe(0);
});
