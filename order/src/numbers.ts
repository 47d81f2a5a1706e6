import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { orderCounter } from "@jangteo/shared/schema/order/orders";
import { eq, sql } from "drizzle-orm";

/** `1001` as people read it. */
export const numberOf = (number: number) => `JT-${String(number).padStart(7, "0")}`;

/** Undefined for what is no order's number. */
export const readNumber = (shown: string) => {
  const [, digits] = /^JT-?(\d{1,12})$/i.exec(shown.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** The next number without a gap; others wait for it until this transaction ends, so take it late. */
export const takeNumber = async (tx: Db) => {
  const [counter] = await prepared(tx, "take a number", () =>
    tx
      .update(orderCounter)
      .set({ last: sql`${orderCounter.last} + 1` })
      .where(eq(orderCounter.id, 1))
      .returning({ last: orderCounter.last })
      .prepare("take_number"),
  ).execute();
  if (!counter) throw new Error("the counter of orders has no row");
  return counter.last;
};
