import { describeError } from "@jangteo/shared/log";
import { AppError } from "@jangteo/shared/problem";
import { operations } from "@jangteo/shared/schema/payment/payments";
import { and, asc, lt, sql } from "drizzle-orm";

import { applyCharge } from "./charges.ts";
import type { Payment } from "./contract.ts";
import type { Desk } from "./desk.ts";
import { dueFor } from "./due.ts";
import * as ledger from "./ledger.ts";
import type { Asked, Kind, Operation } from "./ledger.ts";
import {
  askAbout,
  knownOf,
  lockPayment,
  providerOf,
  purchaseOf,
  readPayment,
  toPayment,
  type Row,
} from "./payments.ts";
import type { Answer, Charge } from "./providers/provider.ts";

const unknown = (cause: unknown) =>
  new AppError("unavailable", "The provider does not answer", {
    cause,
    headers: { "retry-after": "2" },
  });

const ask = (desk: Desk, row: Row, { id, kind, amount, idempotencyKey }: Operation) => {
  const provider = providerOf(desk, row);
  const step = { id, amount, key: idempotencyKey };
  const known = knownOf(row);
  if (kind === "create") return provider.start(purchaseOf(row), step);
  if (!known) throw new Error("a step on a payment that the provider never knew");
  return provider[kind](known, step);
};

const hasHappened = ({ id, kind }: Operation, { done, state }: Charge) =>
  kind === "create" ||
  done.includes(id) ||
  (kind === "void" && (state === "voided" || state === "failed")) ||
  (kind === "capture" && (state === "captured" || state === "refunded"));

/** What came of a step whose answer nobody has seen; undefined when the provider did not do it. */
const lookUp = async (desk: Desk, row: Row, operation: Operation): Promise<Answer | undefined> => {
  const charge = await askAbout(desk, row);
  return charge && hasHappened(operation, charge) ? { charge } : undefined;
};

const close = async (desk: Desk, row: Row, operation: Operation, answer: Answer) => {
  const changed = await ledger.finish(desk, operation, answer);
  if (!("refused" in answer) || operation.kind === "create") return changed;
  // It refused, so it may know something that we do not.
  const charge = await askAbout(desk, row);
  if (charge) await applyCharge(desk.db, row.id, charge);
  throw new AppError("conflict", `The provider refuses: ${answer.refused}`);
};

/** Asks for a step the first time; the payment's row, if that changed it. An answer that is lost is looked up, and never asked for again here. */
export const perform = async (desk: Desk, row: Row, operation: Operation) => {
  const answerOf = async () => {
    try {
      return await ask(desk, row, operation);
    } catch (cause) {
      desk.log.warn("A provider did not answer", { kind: operation.kind, ...describeError(cause) });
      const found = await lookUp(desk, row, operation).catch(() => undefined);
      if (found) return found;
      await ledger.letGo(desk, operation);
      throw unknown(cause);
    }
  };
  return close(desk, row, operation, await answerOf());
};

/** Goes on with a step that somebody left: looks it up, and asks under the same key if it was not done. */
export const resume = async (desk: Desk, row: Row, operation: Operation) => {
  try {
    const found = await lookUp(desk, row, operation);
    return await close(desk, row, operation, found ?? (await ask(desk, row, operation)));
  } catch (cause) {
    throw cause instanceof AppError ? cause : unknown(cause);
  }
};

/** A step that is known already: done, refused, under way, or left for whoever comes. */
const again = async (desk: Desk, known: Operation, { amount }: Asked) => {
  if (amount !== undefined && amount !== known.amount)
    throw new AppError("conflict", "The key was used for another amount");
  if (known.state === "refused")
    throw new AppError("conflict", `The provider refuses: ${known.failure}`);
  if (known.state === "done") return;
  const taken = await ledger.takeOver(desk, desk.db, known.id);
  if (!taken) throw ledger.busy();
  await resume(desk, await readPayment(desk.db, taken.paymentId), taken);
};

/**
 * Has a provider capture, void or refund: written down before it is asked, and stored after it
 * answered, outside of any transaction in between. `amount` in minor units.
 */
export const operate = async (
  desk: Desk,
  paymentId: string,
  kind: Exclude<Kind, "create">,
  asked: Asked,
): Promise<Payment> => {
  const idempotencyKey = ledger.derivedKey(desk, paymentId, kind, asked.key);
  const begun = await desk.db.transaction(async (tx) => {
    // Sent together; the steps are read when the payment is locked.
    const [payment, steps] = await Promise.all([
      lockPayment(tx, paymentId),
      ledger.operationsOf(tx, paymentId),
    ]);
    const beginning = steps.find((step) => step.kind === "create" && step.state === "started");
    if (beginning) return { beginning };
    const known = steps.find((step) => step.idempotencyKey === idempotencyKey);
    if (known) return { known };
    const amount = dueFor(kind, { payment, steps }, asked.amount);
    if (amount === 0) return { payment };
    const step = await ledger.addOperation(desk, tx, { paymentId, kind, amount, idempotencyKey });
    return { payment, step };
  });
  if (begun.beginning) {
    // Nobody knows the result of it yet, and so not what can be done with the payment.
    await again(desk, begun.beginning, { key: "" });
    return operate(desk, paymentId, kind, asked);
  }
  if (begun.known) await again(desk, begun.known, asked);
  const changed = begun.step && (await perform(desk, begun.payment, begun.step));
  return toPayment(changed ?? (await readPayment(desk.db, paymentId)));
};

/** Finishes what was begun and left, by a process that died or an answer that was lost; returns how many. */
export const completeOperations = async (desk: Desk) => {
  const left = await desk.db
    .select()
    .from(operations)
    .where(and(sql`${operations.state} = 'started'`, lt(operations.leaseUntil, desk.clock())))
    .orderBy(asc(operations.leaseUntil))
    .limit(20);
  for (const { id, paymentId, kind } of left) {
    const taken = await ledger.takeOver(desk, desk.db, id);
    if (!taken) continue;
    try {
      await resume(desk, await readPayment(desk.db, paymentId), taken);
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict") continue;
      // It keeps its lease, and comes again after it.
      desk.log.warn("A step is still unknown", { kind, ...describeError(error) });
    }
  }
  return left.length;
};
