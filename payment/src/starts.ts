import type { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { operations, payments } from "@jangteo/shared/schema/payment/payments";
import { and, eq, sql } from "drizzle-orm";

import type { NewPayment } from "./contract.ts";
import type { Desk } from "./desk.ts";
import * as ledger from "./ledger.ts";
import { providerFor } from "./methods.ts";
import { perform, resume } from "./operations.ts";
import { readPayment, toPayment, type Row } from "./payments.ts";

const { placeholder } = sql;

type Wanted = z.infer<typeof NewPayment>;

const refuseOther = (row: Row, wanted: Wanted) => {
  const isSame =
    row.amount === wanted.amount &&
    row.currency === wanted.currency &&
    row.method === wanted.method;
  if (!isSame) throw new AppError("conflict", "Another payment of this checkout is under way");
};

const openState = sql`state not in ('failed', 'voided')`;

const adding = (tx: Db) =>
  tx
    .insert(payments)
    .values({
      ...{ id: placeholder("id"), checkoutId: placeholder("checkoutId") },
      ...{ owner: placeholder("owner"), provider: placeholder("provider") },
      ...{ method: placeholder("method"), currency: placeholder("currency") },
      ...{ amount: placeholder("amount"), description: placeholder("description") },
      ...{ email: placeholder("email"), language: placeholder("language") },
      returnUrl: placeholder("returnUrl"),
    })
    .onConflictDoNothing({ target: payments.checkoutId, where: openState })
    .returning();

/** A new payment with its first step written down; undefined where one is under way. */
const add = (desk: Desk, wanted: Wanted) =>
  desk.db.transaction(async (tx) => {
    const provider = providerFor(desk.providers, wanted);
    const [payment] = await prepared(tx, "add a payment", () =>
      adding(tx).prepare("add_payment"),
    ).execute({ ...wanted, id: uuidv7(), provider });
    if (!payment) return undefined;
    const { id: paymentId, amount } = payment;
    const idempotencyKey = ledger.derivedKey(desk, paymentId, "create", "start");
    const step = { paymentId, kind: "create" as const, amount, idempotencyKey };
    return { payment, step: await ledger.addOperation(desk, tx, step) };
  });

const findLive = async ({ db }: Desk, wanted: Wanted) => {
  const [live] = await db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.checkoutId, wanted.checkoutId),
        sql`${payments.state} not in ('failed', 'voided')`,
      ),
    );
  if (!live) throw ledger.busy();
  refuseOther(live, wanted);
  return live;
};

/** Goes on with a beginning that was left; while somebody is at it, the payment is as it is. */
const goOn = async (desk: Desk, payment: Row) => {
  const [step] = await desk.db
    .select()
    .from(operations)
    .where(and(eq(operations.paymentId, payment.id), eq(operations.kind, "create")));
  const taken = step && (await ledger.takeOver(desk, desk.db, step.id));
  if (taken) await resume(desk, await readPayment(desk.db, payment.id), taken);
};

/** Begins to pay for a checkout, once: what is under way or done is answered as it is. */
export const startPayment = async (desk: Desk, wanted: Wanted) => {
  const added = await add(desk, wanted);
  const changed = added && (await perform(desk, added.payment, added.step));
  if (changed) return toPayment(changed);
  const payment = added?.payment ?? (await findLive(desk, wanted));
  if (!added && payment.state === "created") await goOn(desk, payment);
  return toPayment(await readPayment(desk.db, payment.id));
};
