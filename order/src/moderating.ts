import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";

import type { Moderation, SalesReview } from "./contract.ts";
import { countRatings } from "./ratings.ts";
import { toOwn } from "./reviews.ts";

type Row = typeof reviews.$inferSelect;
type Asked = { state: Row["state"]; limit: number; after?: string | undefined };

const toSales = (row: Row, language: Language): SalesReview => ({
  ...toOwn(row),
  product: { id: row.productId, slug: row.product.slug, name: row.product.name[language] },
  ...{ version: row.version, updatedAt: row.updatedAt.toISOString() },
});

/** Reviews for staff: those that wait the oldest first, others the newest first. */
export const listSalesReviews = async (
  db: Db,
  { state, limit, after }: Asked,
  language: Language,
) => {
  const waits = state === "pending";
  const beyond = waits ? gt : lt;
  const rows = await db
    .select()
    .from(reviews)
    .where(
      and(eq(reviews.state, state), after === undefined ? undefined : beyond(reviews.id, after)),
    )
    .orderBy(waits ? asc(reviews.id) : desc(reviews.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => toSales(row, language)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
};

type Decision = Moderation & { id: string; version: number; actor: string; now: Date };

/** Decides on what was read; what its author changed since is to be read again. */
export const moderateReview = (
  db: Db,
  { id, version, actor, now, state, note }: Decision,
  language: Language,
) =>
  db.transaction(async (tx) => {
    const [decided] = await tx
      .update(reviews)
      .set({ state, note, moderatedBy: actor, moderatedAt: now })
      .where(and(eq(reviews.id, id), eq(reviews.version, version)))
      .returning();
    if (decided) {
      await countRatings(tx, [decided.productId]);
      return toSales(decided, language);
    }
    const exists = (await tx.$count(reviews, eq(reviews.id, id))) > 0;
    throw exists
      ? new AppError("precondition_failed", "Its author changed it since; read it again")
      : new AppError("not_found", "There is no such review");
  });
