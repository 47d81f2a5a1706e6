import type { Db } from "@jangteo/shared/database";
import { publishing, traceNow } from "@jangteo/shared/outbox";
import { prepared } from "@jangteo/shared/prepared";
import { operations, payments } from "@jangteo/shared/schema/payment/payments";
import { outbox } from "@jangteo/shared/schema/payment/schema";
import {
  and,
  eq,
  getTableColumns,
  inArray,
  or,
  sql,
  type SQL,
  type WithSubquery,
} from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

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

const grown = {
  authorised: greater(payments.authorised, "authorised"),
  captured: greater(payments.captured, "captured"),
  refunded: greater(payments.refunded, "refunded"),
  providerRef: sql`coalesce(${payments.providerRef}, ${placeholder("ref")}::text)`,
  actionUrl: sql`coalesce(${payments.actionUrl}, ${placeholder("actionUrl")}::text)`,
  instrument: sql`coalesce(${placeholder("instrument")}::text::jsonb, ${payments.instrument})`,
  version: sql`${payments.version} + 1`,
  updatedAt: sql`now()`,
};
const asGrown = (told: Told) => ({
  ...{ authorised: told.authorised, captured: told.captured, refunded: told.refunded },
  ...{ ref: told.ref ?? null, actionUrl: told.actionUrl ?? null },
  instrument: told.instrument ? JSON.stringify(told.instrument) : null,
});

/** The events of payments in `moved`, one for each of `kinds`. */
const eventsOf = (moved: WithSubquery, kinds: SQL) => sql`
  select 'payment.' || kind as type,
    jsonb_build_object('paymentId', id, 'checkoutId', checkout_id, 'state', state) as payload
  from ${moved} cross join unnest(${kinds}) as kind`;

/** The same state as before, with more of it. */
const growing = (db: Db) => {
  const more = db.$with("more").as(
    db
      .update(payments)
      .set(grown)
      .where(
        and(
          eq(payments.id, placeholder("id")),
          inArray(payments.state, ["captured", "refunded"]),
          or(
            sql`${payments.captured} < ${placeholder("captured")}::bigint`,
            sql`${payments.refunded} < ${placeholder("refunded")}::bigint`,
          ),
        ),
      )
      .returning({
        ...getTableColumns(payments),
        given: sql<boolean>`new.refunded > old.refunded`.as("given"),
        taken: sql<boolean>`new.captured > old.captured`.as("taken"),
      }),
  );
  const kinds = sql`case when taken then array['captured'] else '{}' end
    || case when given then array['refunded'] else '{}' end`;
  const told = db.$with("told").as(publishing(db, outbox, eventsOf(more, kinds)));
  return db.with(more, told).select().from(more);
};

/** Takes over sums that have grown since, with the events of that in the same statement; the row, if they did. */
export const growCharge = async (tx: Db, id: string, told: Told): Promise<Row | undefined> => {
  if (told.captured === 0 && told.refunded === 0) return undefined;
  const [row] = await prepared(tx, "grow", () => growing(tx).prepare("grow_payment")).execute({
    ...{ id, traceparent: traceNow(), ...asGrown(told) },
  });
  return row;
};

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
        ...{ state, ...grown },
        failure: sql`coalesce(${placeholder("failure")}::text, ${payments.failure})`,
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
  const kinds = sql`case
    when state = 'requires_action' then '{}'
    when state = 'captured' and refunded > 0 then array['captured', 'refunded']
    else array[state] end`;
  const told = db.$with("told").as(publishing(db, outbox, eventsOf(moved, kinds)));
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
    ...{ ...asGrown(told), failure: told.failure ?? null },
  });
  return moved;
};

/**
 * Takes over what a provider says of a charge, only ever forward, with the event in the same
 * transaction; the row, if anything changed. Safe for what comes late, twice or in another order.
 */
export const applyCharge = async (db: Db, id: string, told: Told) =>
  (await moveCharge(db, id, told)) ?? growCharge(db, id, told);
