import type { Db } from "@jangteo/shared/database";
import { publish } from "@jangteo/shared/outbox";
import { payments } from "@jangteo/shared/schema/payment/payments";
import { outbox } from "@jangteo/shared/schema/payment/schema";
import { and, eq, inArray, lt, sql } from "drizzle-orm";

import { PaymentEvent } from "./contract.ts";
import type { Row } from "./payments.ts";
import type { Charge } from "./providers/provider.ts";

type State = Row["state"];
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

/** The same state as before, with more of it. */
const grow = async (tx: Db, id: string, told: Told) => {
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
  return given !== undefined || taken !== undefined;
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

/**
 * Takes over what a provider says of a charge, only ever forward, with the event in the same
 * transaction; whether anything changed. Safe for what comes late, twice or in another order.
 */
export const applyCharge = async (tx: Db, id: string, told: Told) => {
  const state = stateOf(told);
  const [moved] = await tx
    .update(payments)
    .set({ ...grown(told), state, ...(told.failure && { failure: told.failure }) })
    .where(and(eq(payments.id, id), inArray(payments.state, before[state])))
    .returning();
  if (!moved) return grow(tx, id, told);
  if (state !== "requires_action") await emit(tx, moved, `payment.${state}`);
  if (state === "captured" && moved.refunded > 0) await emit(tx, moved, "payment.refunded");
  return true;
};
