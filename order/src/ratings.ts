import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { ratings, reviews } from "@jangteo/shared/schema/order/reviews";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { and, eq, sql } from "drizzle-orm";

/**
 * Counts what is published of these products, in the transaction that changes it, and tells the totals
 * where they are others than before. One product's are counted one after the other: each `version` is
 * told once, and the highest holds.
 */
export const countRatings = async (tx: Db, productIds: readonly string[]) => {
  // Fixed order, so that two writers never wait for each other.
  for (const productId of [...new Set(productIds)].toSorted()) {
    await tx
      .insert(ratings)
      .values({ productId })
      .onConflictDoUpdate({ target: ratings.productId, set: { productId } });
    // Its row is locked now: only from here on is everything that others published before seen.
    const [counted] = await tx
      .select({
        reviews: sql<number>`count(*)::int`,
        points: sql<number>`coalesce(sum(${reviews.rating}), 0)::int`,
      })
      .from(reviews)
      .where(and(eq(reviews.productId, productId), eq(reviews.state, "published")));
    const totals = counted ?? { reviews: 0, points: 0 };
    const [told] = await tx
      .update(ratings)
      .set({ ...totals, version: sql`${ratings.version} + 1`, updatedAt: sql`now()` })
      .where(
        and(
          eq(ratings.productId, productId),
          sql`(${ratings.reviews}, ${ratings.points}) <> (${totals.reviews}, ${totals.points})`,
        ),
      )
      .returning({
        ...{ productId: ratings.productId, reviews: ratings.reviews },
        ...{ points: ratings.points, version: ratings.version },
      });
    if (told) await publish(tx, outbox, "product.rated", told);
  }
};
