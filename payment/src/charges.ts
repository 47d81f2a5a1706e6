import type { Db } from "@jangteo/shared/database";
import { publish, publishing, traceNow } from "@jangteo/shared/outbox";
import { prepared } from "@jangteo/shared/prepared";
import { operations, payments } from "@jangteo/shared/schema/payment/payments";
import { outbox } from "@jangteo/shared/schema/payment/schema";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import { PaymentEvent } from "./contract.ts";
import type { Row } from "./payments.ts";
import type { Charge } from "./providers/provider.ts";

type State = Row["state"];
/** A step of ours at the provider, and who holds it. */
type Step = Pick<typeof operations.$inferSelect, "id" | "fencing">;
type Told = Pick<Charge, "state" | "authorised" | "captured" | "refunded"> & Partial<Charge>;

/** From where each state may be reached. Nothing leads back. */
const before: Record<Exclude<State, "created">, State[]> = {
  requires_action: ["created"],
  authorised: ["created", "requires_action"],
  captured: ["created", "requires_action", "authorised"],
  refunded: ["created", "requires_action", "authorised", "captured"],
  voided: ["created", "requires_action", "authorised"],
  failed: ["created", "requires_action", "authorised"],
};

const emit = (tx: Db, { id, checkoutId, state }: Row, type: string) =>
  publish(tx, outbox, type, PaymentEvent.parse({ paymentId: id, checkoutId, state }));

const grown = (told: Told) => ({
  authorised: sql`greatest(${payments.authorised}, ${told.authorised})`,
  captured: sql`greatest(${payments.captured}, ${told.captured})`,
  refunded: sql`greatest(${payments.refunded}, ${told.refunded})`,
  providerRef: sql`coalesce(${payments.providerRef}, ${told.ref ?? null})`,
  actionUrl: sql`coalesce(${payments.actionUrl}, ${told.actionUrl ?? null})`,
  ...(told.instrument && { instrument: told.instrument }),
  version: sql`${payments.version} + 1`,
  updatedAt: sql`now()`,
});

/** The same state as before, with more of it; the row, if anything changed. */
export const grow = async (tx: Db, id: string, told: Told) => {
  const more = async (column: "captured" | "refunded") => {
    const [row] = await tx
      .update(payments)
      .set(grown(told))
      .where(
        and(
          eq(payments.id, id),
          inArray(payments.state, ["captured", "refunded"]),
          lt(payments[column], told[column]),
        ),
      )
      .returning();
    return row;
  };
  const given = await more("refunded");
  if (given) await emit(tx, given, "payment.refunded");
  const taken = await more("captured");
  if (taken) await emit(tx, taken, "payment.captured");
  return taken ?? given;
};

const stateOf = ({ state }: Told) => (state === "pending" ? "requires_action" : state);

/**
 * Whether a provider says more of a charge than is known. States and sums only ever go forward, so
 * what a row that was read knows already, nobody has to write.
 */
export const isNews = (row: Row, told: Told) =>
  before[stateOf(told)].includes(row.state) ||
  told.captured > row.captured ||
  told.refunded > row.refunded;

const { placeholder } = sql;

const greater = (column: PgColumn, name: string) =>
  sql`greatest(${column}, ${placeholder(name)}::bigint)`;

/** The step that a charge is the answer to, where there is one: done by now, by who holds it. */
const finished = (db: Db) => {
  const done = db
    .select({ id: operations.id })
    .from(operations)
    .where(
      and(
        eq(operations.id, placeholder("step")),
        eq(operations.fencing, placeholder("fencing")),
        sql`${operations.state} <> 'started'`,
      ),
    );
  return sql`(${placeholder("step")}::uuid is null or exists ${done})`;
};

/** To this state from any that leads there, with the events of that. */
const moving = (db: Db, state: Exclude<State, "created">) => {
  const moved = db.$with("moved").as(
    db
      .update(payments)
      .set({
        state,
        authorised: greater(payments.authorised, "authorised"),
        captured: greater(payments.captured, "captured"),
        refunded: greater(payments.refunded, "refunded"),
        providerRef: sql`coalesce(${payments.providerRef}, ${placeholder("ref")}::text)`,
        actionUrl: sql`coalesce(${payments.actionUrl}, ${placeholder("actionUrl")}::text)`,
        failure: sql`coalesce(${placeholder("failure")}::text, ${payments.failure})`,
        instrument: sql`coalesce(${placeholder("instrument")}::text::jsonb, ${payments.instrument})`,
        version: sql`${payments.version} + 1`,
        updatedAt: sql`now()`,
      })
      .where(
        and(
          eq(payments.id, placeholder("id")),
          inArray(payments.state, before[state]),
          finished(db),
        ),
      )
      .returning(),
  );
  const events = sql`
    select 'payment.' || kind as type,
      jsonb_build_object('paymentId', id, 'checkoutId', checkout_id, 'state', state) as payload
    from ${moved} cross join unnest(case
      when state = 'requires_action' then array[]::text[]
      when state = 'captured' and refunded > 0 then array['captured', 'refunded']
      else array[state] end) as kind`;
  const told = db.$with("told").as(publishing(db, outbox, events));
  return db.with(moved, told).select().from(moved);
};

/**
 * Moves a payment to the state that a provider tells of, only ever forward, with the events of that in the
 * same statement; the row, if it moved. As the answer to a step it counts only where that is finished.
 */
export const moveCharge = async (tx: Db, id: string, told: Told, step?: Step) => {
  const state = stateOf(told);
  const [moved] = await prepared(tx, `move to ${state}`, () =>
    moving(tx, state).prepare("move_payment"),
  ).execute({
    ...{ id, step: step?.id ?? null, fencing: step?.fencing ?? null, traceparent: traceNow() },
    ...{ authorised: told.authorised, captured: told.captured, refunded: told.refunded },
    ...{ ref: told.ref ?? null, actionUrl: told.actionUrl ?? null, failure: told.failure ?? null },
    instrument: told.instrument ? JSON.stringify(told.instrument) : null,
  });
  return moved;
};

/**
 * Takes over what a provider says of a charge, only ever forward, with the event in the same
 * transaction; the row, if anything changed. Safe for what comes late, twice or in another order.
 */
export const applyCharge = async (db: Db, id: string, told: Told) =>
  (await moveCharge(db, id, told)) ?? db.transaction((tx) => grow(tx, id, told));
