import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { ratings, reviews } from "@jangteo/shared/schema/order/reviews";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, asc, eq, sql } from "drizzle-orm";

import { forgetMember } from "./forgetting.ts";
import { moderateReview } from "./moderating.ts";
import { removeReview } from "./reviews.ts";
import { testOrderService } from "./testing.ts";

const { db } = await testOrderService();

/** A review that waits for staff, of somebody new. */
const write = async (productId: string, rating: number) => {
  const [written] = await db
    .insert(reviews)
    .values({
      ...{ productId, rating, author: crypto.randomUUID(), authorName: "민아" },
      ...{ product: { slug: "bowl", name: { ko: "다완", en: "Bowl" } }, language: "ko" as const },
      text: "물을 부으면 빛깔이 살아납니다.",
    })
    .returning();
  if (!written) throw new Error("insert returned no row");
  return written;
};

const decide = (id: string, state: "published" | "rejected") =>
  moderateReview(
    db,
    { id, state, version: 1, note: null, actor: crypto.randomUUID(), now: new Date() },
    "ko",
  );

const told = (productId: string) =>
  db
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(and(eq(outbox.type, "product.rated"), sql`payload ->> 'productId' = ${productId}`))
    .orderBy(asc(sql`(payload ->> 'version')::int`))
    .then((rows) => rows.map(({ payload }) => payload));

test("each change of what is published is told once, with its totals and a version that rises", async () => {
  const productId = uuidv7();
  const [good, bad] = [await write(productId, 5), await write(productId, 2)];
  expect(await told(productId)).toEqual([]);
  await decide(good.id, "published");
  await decide(good.id, "published");
  await decide(bad.id, "rejected");
  await decide(bad.id, "published");
  await removeReview(db, good.author, productId);
  await removeReview(db, good.author, productId);
  await forgetMember(db, bad.author, uuidv7(), new Date());
  expect(await told(productId)).toEqual([
    { productId, reviews: 1, points: 5, version: 1 },
    { productId, reviews: 2, points: 7, version: 2 },
    { productId, reviews: 1, points: 2, version: 3 },
    { productId, reviews: 0, points: 0, version: 4 },
  ]);
});

test("however many reviews are published at once, the last totals are those of all", async () => {
  const productId = uuidv7();
  const written = await Promise.all(
    Array.from({ length: 12 }, (_, at) => write(productId, (at % 5) + 1)),
  );
  await Promise.all(written.map(({ id }) => decide(id, "published")));
  const points = written.reduce((sum, { rating }) => sum + rating, 0);
  const all = await told(productId);
  expect(all).toHaveLength(12);
  expect(all.at(-1)).toEqual({ productId, reviews: 12, points, version: 12 });
  const [kept] = await db.select().from(ratings).where(eq(ratings.productId, productId));
  expect(kept).toMatchObject({ reviews: 12, points, version: 12 });
});
