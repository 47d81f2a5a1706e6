import type { Db } from "@jangteo/shared/database";
import { orderCounter } from "@jangteo/shared/schema/order/orders";
import { eq, sql } from "drizzle-orm";

/** `1001` as people read it. */
export const numberOf = (number: number) => `JT-${String(number).padStart(7, "0")}`;

/** Undefined for what is no order's number. */
export const readNumber = (shown: string) => {
  const [, digits] = /^JT-?(\d{1,12})$/i.exec(shown.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** The next number without a gap, as `last`, for a statement; others wait for it until its transaction ends. */
export const nextNumber = (tx: Db) =>
  tx.$with("counter").as(
    tx
      .update(orderCounter)
      .set({ last: sql`${orderCounter.last} + 1` })
      .where(eq(orderCounter.id, 1))
      .returning({ last: orderCounter.last }),
  );
