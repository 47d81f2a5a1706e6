import { expect, test } from "bun:test";

import { orderLines } from "@jangteo/shared/schema/order/orders";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { eq } from "drizzle-orm";

import { seedReviews } from "./seed-reviews.ts";
import { testOrderService } from "./testing.ts";

const service = await testOrderService();
const { db, goods, shopper } = service;

test("a buyer whose reviews broke off halfway is heard again, whole and once", async () => {
  const member = crypto.randomUUID();
  const buyer = await shopper(member);
  for (const { variant } of [await goods.sell(), await goods.sell()]) await buyer.add(variant);
  const { order } = await buyer.buy();
  const id = order?.id ?? "";
  const lines = await db.select().from(orderLines).where(eq(orderLines.orderId, id));
  const slugs = lines.map(({ item }) => item.slug);
  expect(new Set(slugs).size).toBe(2);
  const seedWith = (last: string) => {
    const words = { rating: 5, authorName: "Mina", language: "en" as const };
    const said = slugs.map((slug, at) => ({ ...words, slug, text: at === 0 ? "Good" : last }));
    return seedReviews(db, [{ member, order: id, said }]);
  };
  const known = () => db.$count(reviews, eq(reviews.author, member));
  // The database takes no NUL.
  const broken = seedWith("\0").then(
    () => "said",
    () => "broken off",
  );
  expect([await broken, await known()]).toEqual(["broken off", 0]);
  for (const last of ["Blue", "Bluer"]) {
    await seedWith(last);
    expect(await known()).toBe(2);
  }
});
