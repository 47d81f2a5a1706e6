import { AppError } from "@jangteo/shared/problem";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { eq, sql } from "drizzle-orm";

import { applyCharge, isNews } from "./charges.ts";
import type { Desk } from "./desk.ts";
import { askAbout, readPayment, toPayment, type Row } from "./payments.ts";

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

/** Asks the provider how a payment stands, and takes it over; the row, if that changed anything. */
export const synchronise = async (desk: Desk, row: Row) => {
  const charge = await answerOf(desk, row);
  if (charge && isNews(row, charge)) return applyCharge(desk.db, row.id, charge);
  await noteAsked(desk, row);
  return undefined;
};

/** Authorised a moment ago, by the provider's own word: who wants to take it need not ask for that once more. */
const isAuthorisedNow = ({ clock }: Desk, { state, updatedAt }: Row) =>
  state === "authorised" && clock().getTime() - updatedAt.getTime() < recently;

export const inquire = async (desk: Desk, id: string) => {
  const row = await readPayment(desk.db, id);
  if (isAuthorisedNow(desk, row)) return toPayment(row);
  const changed = await synchronise(desk, row);
  return toPayment(changed ?? (await readPayment(desk.db, id)));
};
