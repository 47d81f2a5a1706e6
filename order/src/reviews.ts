import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import type { Item } from "@jangteo/shared/schema/order/carts";
import { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { fulfilmentLines, fulfilments } from "@jangteo/shared/schema/order/sales";
import { and, desc, eq, exists, lt, sql } from "drizzle-orm";

import type { NewReview, OwnReview, Received, Review } from "./contract.ts";
import { countRatings } from "./ratings.ts";

type Row = typeof reviews.$inferSelect;
type Page = { limit: number; after?: string | undefined };

const toReview = ({ createdAt, ...row }: Row): Review => ({
  ...row,
  createdAt: createdAt.toISOString(),
});
export const toOwn = (row: Row): OwnReview => ({
  ...toReview(row),
  ...{ state: row.state, note: row.note },
});

/** What everybody reads of a product, the newest first, and how often each rating was given. */
export const listReviews = async (
  db: Db,
  { product, limit, after }: Page & { product: string },
) => {
  const published = and(eq(reviews.productId, product), eq(reviews.state, "published"));
  const [rows, rated] = await Promise.all([
    db
      .select()
      .from(reviews)
      .where(and(published, after === undefined ? undefined : lt(reviews.id, after)))
      .orderBy(desc(reviews.id))
      .limit(limit + 1),
    db
      .select({ rating: reviews.rating, times: sql<number>`count(*)::int` })
      .from(reviews)
      .where(published)
      .groupBy(reviews.rating),
  ]);
  const counts = [1, 2, 3, 4, 5].map(
    (rating) => rated.find((one) => one.rating === rating)?.times ?? 0,
  );
  const total = counts.reduce((all, times) => all + times, 0);
  const points = counts.reduce((all, times, at) => all + times * (at + 1), 0);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toReview),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    ...{ total, counts, average: total === 0 ? null : Math.round((10 * points) / total) / 10 },
  };
};

const productId = sql<string>`(${orderLines.item} ->> 'productId')::uuid`;

/** What arrived at a member, each product once, what came last first. */
export const listReceived = async (
  db: Db,
  member: string,
  language: Language,
  product?: string,
): Promise<Received[]> => {
  const arrived = db
    .selectDistinctOn([productId], {
      productId: productId.as("received_product"),
      item: orderLines.item,
      receivedAt: sql<Date>`${fulfilments.deliveredAt}`
        .mapWith(fulfilments.deliveredAt)
        .as("received_at"),
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(fulfilmentLines, eq(fulfilmentLines.lineId, orderLines.id))
    .innerJoin(
      fulfilments,
      and(eq(fulfilments.id, fulfilmentLines.fulfilmentId), eq(fulfilments.state, "delivered")),
    )
    .where(
      and(eq(orders.owner, member), product === undefined ? undefined : eq(productId, product)),
    )
    .orderBy(productId, desc(fulfilments.deliveredAt))
    .as("arrived");
  const rows = await db
    .select({
      ...{ productId: arrived.productId, item: arrived.item, receivedAt: arrived.receivedAt },
      review: reviews,
    })
    .from(arrived)
    .leftJoin(reviews, and(eq(reviews.productId, arrived.productId), eq(reviews.author, member)))
    .orderBy(desc(arrived.receivedAt))
    .limit(100);
  return rows.map(({ productId: id, item, receivedAt, review }) => ({
    ...{ productId: id, slug: item.slug, name: item.name[language] },
    picture: item.picture?.url ?? null,
    receivedAt: receivedAt.toISOString(),
    review: review && toOwn(review),
  }));
};

export const findReceived = async (db: Db, member: string, language: Language, product: string) => {
  const [received] = await listReceived(db, member, language, product);
  if (!received) throw new AppError("not_found", "Nothing of it has arrived");
  return received;
};

const notReceived = () =>
  new AppError("conflict", "Only who received a product can say something of it", {
    errors: [
      {
        ...{ in: "path", pointer: "/productId", rule: "not_received" },
        detail: "nothing of it has arrived",
      },
    ],
  });

type Wish = { member: string; product: string; said: NewReview; now: Date };

/**
 * Writes or changes what a member says of a product that arrived. The order that brought it stays
 * locked meanwhile, so that whoever erases its owner finds the review.
 */
export const putReview = (db: Db, { member, product, said, now }: Wish): Promise<OwnReview> =>
  db.transaction(async (tx) => {
    const lines = tx
      .select({ item: orderLines.item })
      .from(orderLines)
      .innerJoin(fulfilmentLines, eq(fulfilmentLines.lineId, orderLines.id))
      .innerJoin(fulfilments, eq(fulfilments.id, fulfilmentLines.fulfilmentId))
      .where(
        and(
          eq(orderLines.orderId, orders.id),
          eq(productId, product),
          eq(fulfilments.state, "delivered"),
        ),
      )
      .limit(1);
    const [bought] = await tx
      .select({ item: sql<Item>`(${lines})` })
      .from(orders)
      .where(and(eq(orders.owner, member), exists(lines)))
      .orderBy(desc(orders.id))
      .limit(1)
      .for("share");
    if (!bought) throw notReceived();
    const { slug, name } = bought.item;
    const what = { ...said, product: { slug, name }, updatedAt: now };
    const again = { note: null, moderatedBy: null, moderatedAt: null, state: "pending" as const };
    const [written] = await tx
      .insert(reviews)
      .values({ productId: product, author: member, createdAt: now, ...what })
      .onConflictDoUpdate({
        target: [reviews.productId, reviews.author],
        set: { ...what, ...again, version: sql`${reviews.version} + 1` },
        setWhere: sql`(${reviews.rating}, ${reviews.text}, ${reviews.authorName}, ${reviews.language})
          is distinct from (excluded.rating, excluded.text, excluded.author_name, excluded.language)`,
      })
      .returning();
    if (written) {
      // One that is new waits to be read; one that was changed may have been published.
      if (written.version > 1) await countRatings(tx, [product]);
      return toOwn(written);
    }
    const [same] = await tx
      .select()
      .from(reviews)
      .where(and(eq(reviews.productId, product), eq(reviews.author, member)));
    if (!same) throw new AppError("conflict", "It was taken back meanwhile");
    return toOwn(same);
  });

export const removeReview = (db: Db, member: string, product: string) =>
  db.transaction(async (tx) => {
    const removed = await tx
      .delete(reviews)
      .where(and(eq(reviews.productId, product), eq(reviews.author, member)))
      .returning({ productId: reviews.productId });
    await countRatings(
      tx,
      removed.map(({ productId: id }) => id),
    );
  });
