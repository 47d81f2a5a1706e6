import { createHmac } from "node:crypto";

import type { Db } from "@jangteo/shared/database";
import { cell, prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { operations } from "@jangteo/shared/schema/payment/payments";
import { and, eq, lt, sql } from "drizzle-orm";

import { growCharge, moveCharge } from "./charges.ts";
import type { Desk } from "./desk.ts";
import type { Row } from "./payments.ts";
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
  prepared(tx, "steps", () =>
    tx
      .select()
      .from(operations)
      .where(eq(operations.paymentId, sql.placeholder("paymentId")))
      .prepare("steps"),
  ).execute({ paymentId });

type NewStep = Pick<Operation, "paymentId" | "kind" | "amount" | "idempotencyKey">;

const adding = (tx: Db) =>
  tx
    .insert(operations)
    .values({
      paymentId: sql.placeholder("paymentId"),
      kind: sql.placeholder("kind"),
      amount: sql.placeholder("amount"),
      idempotencyKey: sql.placeholder("idempotencyKey"),
      leaseUntil: sql.placeholder("leaseUntil"),
    })
    .returning();

/** Writes a step down before it is asked for. */
export const addOperation = async (desk: Desk, tx: Db, step: NewStep) => {
  const [added] = await prepared(tx, "add a step", () => adding(tx).prepare("add_step")).execute({
    ...{ ...step, leaseUntil: leaseFrom(desk) },
  });
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

const finishing = (tx: Db) =>
  tx
    .update(operations)
    .set({
      state: cell(operations.state, "state"),
      failure: sql`${sql.placeholder("failure")}::text`,
      providerRef: sql`coalesce(${sql.placeholder("ref")}::text, ${operations.providerRef})`,
      doneAt: sql`now()`,
    })
    .where(
      and(
        eq(operations.id, sql.placeholder("id")),
        eq(operations.fencing, sql.placeholder("fencing")),
        sql`${operations.state} = 'started'`,
      ),
    )
    .returning({ id: operations.id });

/** What a step's answer says of its payment; nothing where it was refused, and the payment is as before. */
const toldBy = ({ kind }: Operation, answer: Answer) => {
  if ("charge" in answer) return answer.charge;
  if (kind !== "create") return undefined;
  const nothing = { state: "failed" as const, authorised: 0, captured: 0, refunded: 0 };
  return { ...nothing, failure: answer.refused };
};

/**
 * Writes down what came of a step, and what that makes of its payment, in one transaction; of one that was
 * taken over meanwhile, nothing. The payment's row, if it changed.
 */
export const finish = (desk: Desk, operation: Operation, answer: Answer) =>
  desk.db.transaction(async (tx) => {
    const { id, fencing, paymentId } = operation;
    const failure = "refused" in answer ? answer.refused : null;
    const ref = "charge" in answer ? answer.charge.ref : null;
    const told = toldBy(operation, answer);
    // Sent together: the second changes something only where the first did.
    const [[finished], moved] = await Promise.all([
      prepared(tx, "finish a step", () => finishing(tx).prepare("finish_step")).execute({
        ...{ id, fencing, failure, ref, state: failure === null ? "done" : "refused" },
      }),
      told && moveCharge(tx, paymentId, told, operation),
    ]);
    return finished && told && !moved ? growCharge(tx, paymentId, told) : moved;
  });

/** A key of our own that changes by the hour: what a provider refused for now may be asked again. */
export const ofThisHour = ({ clock }: Desk) => `reconciler:${clock().toISOString().slice(0, 13)}`;

export type Ledger = { payment: Row; steps: Operation[] };
