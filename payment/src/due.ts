import { AppError } from "@jangteo/shared/problem";

import { busy, type Kind, type Ledger } from "./ledger.ts";

const not = (detail: string) => new AppError("conflict", detail);
const sumOf = (steps: Ledger["steps"], state: "started" | "done") =>
  steps
    .filter((step) => step.kind === "refund" && step.state === state)
    .reduce((sum, { amount }) => sum + amount, 0);

const dueToCapture = ({ payment }: Ledger, amount = payment.authorised) => {
  const isTaken = payment.state === "captured" || payment.state === "refunded";
  if (isTaken && amount === payment.captured) return 0;
  if (payment.state !== "authorised") throw not(`The payment is ${payment.state}`);
  if (amount > payment.authorised) throw not(`${payment.authorised} can be taken at the most`);
  return amount;
};

const dueToVoid = ({ payment }: Ledger) => {
  if (payment.state === "voided" || payment.state === "failed") return 0;
  if (payment.state === "captured" || payment.state === "refunded")
    throw not(`The payment is ${payment.state}`);
  return payment.amount;
};

/** What is on its way back counts as given. */
const dueToRefund = ({ payment, steps }: Ledger, amount?: number) => {
  const given = Math.max(payment.refunded, sumOf(steps, "done")) + sumOf(steps, "started");
  const left = payment.captured - given;
  if (payment.state === "refunded" && amount === undefined) return 0;
  if (payment.state !== "captured" || left <= 0) throw not(`The payment is ${payment.state}`);
  if ((amount ?? left) > left) throw not(`${left} can be given back at the most`);
  return amount ?? left;
};

/**
 * How much a step moves, in minor units; 0 when the payment is already where it leads. Call it
 * under the lock of the payment. What cannot be done is a conflict.
 */
export const dueFor = (kind: Exclude<Kind, "create">, ledger: Ledger, amount?: number) => {
  if (kind === "refund") return dueToRefund(ledger, amount);
  const due = kind === "capture" ? dueToCapture(ledger, amount) : dueToVoid(ledger);
  if (due > 0 && ledger.steps.some(({ state }) => state === "started")) throw busy();
  return due;
};
