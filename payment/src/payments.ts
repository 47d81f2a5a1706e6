import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { and, eq, sql } from "drizzle-orm";

import type { Payment } from "./contract.ts";
import type { Desk } from "./desk.ts";
import type { Charge, Known, Purchase } from "./providers/provider.ts";

export type Row = typeof payments.$inferSelect;

export const toPayment = (row: Row): Payment => ({
  ...row,
  nextAction:
    row.state === "requires_action" && row.actionUrl !== null
      ? { type: "redirect", url: row.actionUrl }
      : null,
  createdAt: row.createdAt.toISOString(),
});

const missing = () => new AppError("not_found", "No such payment");

const only = ([row]: Row[]) => {
  if (!row) throw missing();
  return row;
};

const byId = (db: Db) =>
  db
    .select()
    .from(payments)
    .where(eq(payments.id, sql.placeholder("id")));

export const readPayment = async (db: Db, id: string) =>
  only(await prepared(db, "payment", () => byId(db).prepare("payment")).execute({ id }));

/** The row, for nobody else to change until the transaction ends. */
export const lockPayment = async (tx: Db, id: string) => {
  const locked = () => byId(tx).for("update").prepare("locked_payment");
  return only(await prepared(tx, "locked payment", locked).execute({ id }));
};

export const findPayment = async (db: Db, id: string) => toPayment(await readPayment(db, id));

export const findOwnPayment = async (db: Db, id: string, owner: string) =>
  toPayment(
    only(
      await db
        .select()
        .from(payments)
        .where(and(eq(payments.id, id), eq(payments.owner, owner))),
    ),
  );

export const providerOf = ({ providers }: Desk, { provider }: Pick<Row, "provider">) => {
  const found = providers[provider];
  if (!found) throw new AppError("unavailable", "This way of paying is switched off");
  return found;
};

/** The page that opens the provider's window; undefined once there is nothing to pay any more. */
export const readPage = async (desk: Desk, id: string) => {
  const row = await readPayment(desk.db, id);
  const { page } = providerOf(desk, row);
  if (!page) throw missing();
  const isOpen = row.state === "requires_action";
  return { returnUrl: row.returnUrl, page: isOpen ? page(purchaseOf(row)) : undefined };
};

/** What the provider knows of a payment now; undefined when it knows nothing. */
export const askAbout = async (desk: Desk, row: Row): Promise<Charge | undefined> => {
  const provider = providerOf(desk, row);
  const known = knownOf(row);
  return known ? provider.inquire(known) : provider.find(row.id);
};

export const knownOf = ({ id, providerRef, amount, captured, state }: Row): Known | undefined => {
  const isOpen = state === "created" || state === "requires_action";
  return providerRef === null
    ? undefined
    : { ref: providerRef, paymentId: id, amount, captured, isOpen };
};

export const purchaseOf = (row: Row): Purchase => ({
  paymentId: row.id,
  amount: row.amount,
  currency: row.currency,
  description: row.description,
  email: row.email,
  language: row.language,
  returnUrl: row.returnUrl,
});
