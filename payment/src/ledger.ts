import { createHmac } from "node:crypto";

import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { operations } from "@jangteo/shared/schema/payment/payments";
import { and, eq, lt, sql } from "drizzle-orm";

import { applyCharge } from "./charges.ts";
import type { Desk } from "./desk.ts";
import { lockPayment, type Row } from "./payments.ts";
import type { Answer } from "./providers/provider.ts";

export type Operation = typeof operations.$inferSelect;
export type Kind = Operation["kind"];
/** What somebody asks for: again under the same key, it is done once. */
export type Asked = { key: string; amount?: number | undefined };

export const busy = () =>
  new AppError("in_flight", "Somebody is at this payment right now", {
    headers: { "retry-after": "1" },
  });

/** What the provider knows a step by. It tells nothing of ours, and nobody else can guess it. */
export const derivedKey = ({ secret }: Desk, paymentId: string, kind: Kind, key: string) =>
  createHmac("sha256", secret).update(`${paymentId}|${key}|${kind}`).digest("base64url");

const leaseFrom = ({ clock, lease }: Desk) => new Date(clock().getTime() + lease);

export const operationsOf = (tx: Db, paymentId: string) =>
  tx.select().from(operations).where(eq(operations.paymentId, paymentId));

export const addOperation = async (
  desk: Desk,
  tx: Db,
  step: Pick<Operation, "paymentId" | "kind" | "amount" | "idempotencyKey">,
) => {
  const [added] = await tx
    .insert(operations)
    .values({ ...step, leaseUntil: leaseFrom(desk) })
    .returning();
  if (!added) throw new Error("insert returned no row");
  return added;
};

/** Takes a step over from whoever began it and is silent since; undefined while they may still be at it. */
export const takeOver = async (desk: Desk, db: Db, id: string) => {
  const [taken] = await db
    .update(operations)
    .set({ leaseUntil: leaseFrom(desk), fencing: sql`${operations.fencing} + 1` })
    .where(
      and(
        eq(operations.id, id),
        eq(operations.state, "started"),
        lt(operations.leaseUntil, desk.clock()),
      ),
    )
    .returning();
  return taken;
};

const mine = ({ id, fencing }: Operation) =>
  and(eq(operations.id, id), eq(operations.fencing, fencing), eq(operations.state, "started"));

/** Lets go of a step that nobody knows the result of, so that it can be taken over at once. */
export const letGo = (desk: Desk, operation: Operation) =>
  desk.db
    .update(operations)
    .set({ leaseUntil: new Date(desk.clock().getTime() - 1) })
    .where(mine(operation));

/** Writes down what came of it; of one that was taken over meanwhile, nothing. */
export const finish = (desk: Desk, operation: Operation, answer: Answer) =>
  desk.db.transaction(async (tx) => {
    await lockPayment(tx, operation.paymentId);
    const refusal = "refused" in answer ? answer.refused : null;
    const [finished] = await tx
      .update(operations)
      .set({
        state: refusal === null ? "done" : "refused",
        failure: refusal,
        doneAt: sql`now()`,
        ...("charge" in answer && { providerRef: answer.charge.ref }),
      })
      .where(mine(operation))
      .returning();
    if (finished && "charge" in answer) await applyCharge(tx, operation.paymentId, answer.charge);
    if (finished && operation.kind === "create" && refusal !== null)
      await applyCharge(tx, operation.paymentId, {
        ...{ state: "failed", authorised: 0, captured: 0, refunded: 0 },
        failure: refusal,
      });
    return finished;
  });

/** A key of our own that changes by the hour: what a provider refused for now may be asked again. */
export const ofThisHour = ({ clock }: Desk) => `reconciler:${clock().toISOString().slice(0, 13)}`;

export type Ledger = { payment: Row; steps: Operation[] };
