import { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import { ratings } from "@jangteo/shared/schema/product/card";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { startConsumer } from "@jangteo/shared/stream";
import { eq, lt, sql } from "drizzle-orm";
import type { Redis } from "ioredis";

import { announceChange, refreshCards } from "./cards.ts";

const Rated = z.object({
  productId: z.uuid(),
  reviews: z.int().nonnegative(),
  points: z.int().nonnegative(),
  version: z.int().positive(),
});

/**
 * Shows the totals of a product's reviews, unless later ones are shown: an event that comes again, or
 * after its successor, changes nothing.
 */
const showRating = (db: Db, told: z.infer<typeof Rated>) =>
  db.transaction(async (tx) => {
    const [rated] = await tx
      .select({ id: products.id, slug: products.slug })
      .from(products)
      .where(eq(products.id, told.productId))
      .for("update");
    if (!rated) return;
    const { reviews, points, version } = told;
    const shown = await tx
      .insert(ratings)
      .values(told)
      .onConflictDoUpdate({
        target: ratings.productId,
        set: { reviews, points, version },
        setWhere: lt(ratings.version, sql`excluded.version`),
      })
      .returning({ version: ratings.version });
    if (shown.length === 0) return;
    await refreshCards(tx, [rated.id]);
    await announceChange(tx, [rated]);
  });

/** Hears from the order service how products are rated. */
export const followOrders = (redis: Redis, db: Db, log: Log) =>
  startConsumer({
    ...{ redis, service: "order", group: "product", log },
    handle: async ({ type, payload }) => {
      if (type === "product.rated") await showRating(db, Rated.parse(payload));
    },
  });
