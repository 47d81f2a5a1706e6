import type { Db } from "@jangteo/shared/database";
import { cartLines, carts } from "@jangteo/shared/schema/order/carts";
import { and, asc, inArray, like, lt } from "drizzle-orm";

import { isActive } from "./cart-rows.ts";

/** Milliseconds; a guest's cookie is good for half of it. */
const idle = 60 * 86_400_000;

/** Empties carts that guests can no longer come back to, a batch at a time; returns how many. */
export const forgetIdleCarts = (db: Db, now: Date) =>
  db.transaction(async (tx) => {
    const left = await tx
      .select({ id: carts.id })
      .from(carts)
      .where(
        and(
          isActive,
          lt(carts.updatedAt, new Date(now.getTime() - idle)),
          like(carts.owner, "guest:%"),
        ),
      )
      .orderBy(asc(carts.updatedAt))
      .limit(500)
      .for("update", { skipLocked: true });
    if (left.length === 0) return 0;
    const ids = left.map(({ id }) => id);
    await tx
      .update(carts)
      .set({ state: "abandoned", updatedAt: now })
      .where(inArray(carts.id, ids));
    await tx.delete(cartLines).where(inArray(cartLines.cartId, ids));
    return ids.length;
  });
