import { AppError } from "@jangteo/shared/problem";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { eq, sql } from "drizzle-orm";

import { applyCharge } from "./charges.ts";
import type { Desk } from "./desk.ts";
import { askAbout, findPayment, readPayment, type Row } from "./payments.ts";

const answerOf = (desk: Desk, row: Row) =>
  askAbout(desk, row).catch((cause: unknown) => {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unavailable", "The provider does not answer", {
      cause,
      headers: { "retry-after": "2" },
    });
  });

/** Asks the provider how a payment stands, and takes it over; whether it changed anything. */
export const synchronise = async (desk: Desk, row: Row) => {
  const charge = await answerOf(desk, row);
  return desk.db.transaction(async (tx) => {
    await tx
      .update(payments)
      .set({ askedAt: sql`now()` })
      .where(eq(payments.id, row.id));
    return charge ? applyCharge(tx, row.id, charge) : false;
  });
};

export const inquire = async (desk: Desk, id: string) => {
  await synchronise(desk, await readPayment(desk.db, id));
  return findPayment(desk.db, id);
};
