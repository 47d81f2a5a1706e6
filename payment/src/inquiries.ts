import { AppError } from "@jangteo/shared/problem";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { eq, sql } from "drizzle-orm";

import { applyCharge, isNews } from "./charges.ts";
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

/** Milliseconds within which nobody would ask again by himself. */
const recently = 5000;

/** Has the reconciler leave a payment alone for a while, which it does anyway after something happened to it. */
const noteAsked = async ({ db, clock }: Desk, { id, askedAt, updatedAt }: Row) => {
  const heardAt = Math.max(updatedAt.getTime(), askedAt?.getTime() ?? 0);
  if (clock().getTime() - heardAt < recently) return;
  await db
    .update(payments)
    .set({ askedAt: sql`now()` })
    .where(eq(payments.id, id));
};

/** Asks the provider how a payment stands, and takes it over; whether it changed anything. */
export const synchronise = async (desk: Desk, row: Row) => {
  const charge = await answerOf(desk, row);
  if (charge && isNews(row, charge))
    return desk.db.transaction((tx) => applyCharge(tx, row.id, charge));
  await noteAsked(desk, row);
  return false;
};

export const inquire = async (desk: Desk, id: string) => {
  await synchronise(desk, await readPayment(desk.db, id));
  return findPayment(desk.db, id);
};
