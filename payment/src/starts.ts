import type { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import { operations, payments } from "@jangteo/shared/schema/payment/payments";
import { and, eq, sql } from "drizzle-orm";

import type { NewPayment } from "./contract.ts";
import type { Desk } from "./desk.ts";
import * as ledger from "./ledger.ts";
import { providerFor } from "./methods.ts";
import { perform, resume } from "./operations.ts";
import { findPayment, readPayment, type Row } from "./payments.ts";

type Wanted = z.infer<typeof NewPayment>;

const refuseOther = (row: Row, wanted: Wanted) => {
  const isSame =
    row.amount === wanted.amount &&
    row.currency === wanted.currency &&
    row.method === wanted.method;
  if (!isSame) throw new AppError("conflict", "Another payment of this checkout is under way");
};

/** The live payment of the checkout, or a new one with its first step written down. */
const open = (desk: Desk, wanted: Wanted) =>
  desk.db.transaction(async (tx) => {
    const provider = providerFor(desk.providers, wanted);
    const [added] = await tx
      .insert(payments)
      .values({ ...wanted, provider })
      .onConflictDoNothing({
        target: payments.checkoutId,
        where: sql`state not in ('failed', 'voided')`,
      })
      .returning();
    if (added) {
      const { id: paymentId, amount } = added;
      const idempotencyKey = ledger.derivedKey(desk, paymentId, "create", "start");
      const step = { paymentId, kind: "create" as const, amount, idempotencyKey };
      return { payment: added, step: await ledger.addOperation(desk, tx, step) };
    }
    const [live] = await tx
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
    return { payment: live };
  });

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
  const { payment, step } = await open(desk, wanted);
  if (step) await perform(desk, payment, step);
  else if (payment.state === "created") await goOn(desk, payment);
  return findPayment(desk.db, payment.id);
};
