import type { CheckoutRow } from "./checkouts.ts";
import { compensate } from "./compensating.ts";
import { LeaseLost, workOn } from "./leases.ts";
import type { Payment } from "./peers.ts";
import { placeOrder } from "./placing.ts";
import { settleOrder } from "./settling.ts";
import { claim, letGo, move, pause, type Outcome, type SagaParts } from "./steps.ts";

/** Milliseconds until a step that failed is tried again. */
const retryAfter = 2000;

const fail = (code: string, detail: string | null = null) => ({
  step: "compensating" as const,
  failure: { code, detail },
  actionUrl: null,
});

const linesOf = ({ snapshot }: CheckoutRow) =>
  (snapshot?.lines ?? []).map(({ item, quantity }) => ({ variantId: item.variantId, quantity }));

const isOver = ({ expiresAt }: CheckoutRow, now: Date) => expiresAt !== null && expiresAt <= now;

const startPayment = ({ payments }: SagaParts, row: CheckoutRow) => {
  const { snapshot, email, paymentMethod, returnUrl } = row;
  if (!snapshot || email === null || paymentMethod === null || returnUrl === null)
    throw new Error(`checkout ${row.id} was agreed to without all that it takes`);
  return payments.start({
    ...{ checkoutId: row.id, owner: row.owner, method: paymentMethod, amount: snapshot.total },
    ...{ currency: row.currency, email, language: row.language, returnUrl },
    description: row.language === "ko" ? "장터 주문" : "Jangteo order",
  });
};

/** What was paid for is taken out of what can be sold; a hold that ran out is taken again, if it can. */
const commit = async ({ stock }: SagaParts, row: CheckoutRow) => {
  if (await stock.turn(row.id, "committed")) return "at once";
  const again = await stock.hold(row.id, linesOf(row), 40);
  return again.held && (await stock.turn(row.id, "committed")) ? "again" : undefined;
};

const place = async (parts: SagaParts, row: CheckoutRow, known?: Payment): Promise<Outcome> => {
  const { db, payments } = parts;
  // It may not be written down yet: whoever undoes it has to know it.
  const { paymentId } = row;
  if (paymentId === null) throw new Error(`checkout ${row.id} is paid by no payment`);
  const committed = await commit(parts, row);
  if (!committed)
    return { row: await move(db, parts, row, { ...fail("out_of_stock"), paymentId }) };
  // Where the payer took so long that the hold ran out, the payment may be gone as well.
  const seen = committed === "at once" ? known : undefined;
  const payment = seen ?? (await payments.inquire(paymentId));
  if (payment.state !== "authorised" && payment.state !== "captured") {
    const abandoned = fail("payment_abandoned", payment.failure);
    return { row: await move(db, parts, row, { ...abandoned, paymentId }) };
  }
  return { ...(await placeOrder(parts, row, payment)), payment };
};

/** That it is paid is written down only where it does not become its order at once. */
const placePaid = async (
  parts: SagaParts,
  row: CheckoutRow,
  payment: Payment,
): Promise<Outcome> => {
  try {
    return await place(parts, row, payment);
  } catch (error) {
    const { paymentId } = row;
    if (!(error instanceof LeaseLost))
      await move(parts.db, parts, row, { step: "authorised", paymentId, actionUrl: null });
    throw error;
  }
};

const isSaid = (row: CheckoutRow, { step, paymentId, actionUrl }: Partial<CheckoutRow>) =>
  row.step === step && row.paymentId === paymentId && row.actionUrl === actionUrl;

/** Begins the payment, or asks how it stands; a payer who takes too long has let it be. */
const pay = async (parts: SagaParts, row: CheckoutRow): Promise<Outcome> => {
  const { db, payments, clock } = parts;
  const payment =
    row.paymentId === null ? await startPayment(parts, row) : await payments.inquire(row.paymentId);
  const now = clock();
  if (!payment)
    return { row: await move(db, parts, row, fail("payment_declined", "method_refused")) };
  const paymentId = payment.id;
  const { state, failure, nextAction } = payment;
  if (state === "authorised" || state === "captured")
    return placePaid(parts, { ...row, paymentId }, payment);
  if (state === "failed" || state === "voided" || state === "refunded") {
    const code = state === "failed" ? "payment_declined" : "payment_abandoned";
    return { row: await move(db, parts, row, { ...fail(code, failure), paymentId }) };
  }
  if (isOver(row, now))
    return { row: await move(db, parts, row, { ...fail("expired"), paymentId }) };
  const next = new Date(now.getTime() + pause);
  const waiting = { step: "reserved" as const, paymentId, actionUrl: nextAction?.url ?? null };
  if (!isSaid(row, waiting)) return { row: await move(db, parts, row, waiting, next), waits: true };
  // Nothing was learnt: since when it stands still has to be seen.
  await letGo(db, row, next);
  return { row, waits: true };
};

/** Holds the stock, and then begins the payment: both may be asked for again, so nothing is written between. */
const reserve = async (parts: SagaParts, row: CheckoutRow): Promise<Outcome> => {
  const answer = await parts.stock.hold(row.id, linesOf(row), 40);
  if (answer.held) return pay(parts, row);
  const failed = fail("out_of_stock", answer.short.join(" "));
  return { row: await move(parts.db, parts, row, failed) };
};

const steps = {
  reserving: reserve,
  reserved: pay,
  authorised: place,
  order_placed: settleOrder,
  compensating: compensate,
};
const isWork = (step: CheckoutRow["step"]): step is keyof typeof steps => step in steps;

const run = async (parts: SagaParts, from: Outcome): Promise<Outcome> => {
  const { row, payment, number } = from;
  if (from.waits || !isWork(row.step)) return from;
  const outcome = await steps[row.step](parts, row, payment);
  return run(parts, { ...outcome, ...(number !== undefined && { number }) });
};

/**
 * Takes a checkout as far as it goes now, from wherever it stands. Every step may be repeated, each is
 * written down before the next, and only who holds the lease writes; so it may be killed anywhere,
 * and whoever comes next goes on. No transaction is open while another service is asked.
 */
export const createSaga = (parts: SagaParts) => {
  const goOn = (id: string, take: () => Promise<CheckoutRow | undefined>) =>
    workOn(parts, {
      what: `Checkout ${id}`,
      claim: take,
      run: (row) => run(parts, { row }),
      letGo: (row, dueAt) => letGo(parts.db, row, dueAt),
      retryAfter: () => retryAfter,
    });
  return {
    /** Milliseconds for which who takes a checkout holds it. */
    lease: parts.lease,
    /** What became of it; nothing when it failed, somebody else is at it, or nothing is left to do. */
    advance: (id: string) => goOn(id, () => claim(parts, id)),
    /** As `advance`, for who holds the checkout already. */
    begin: (row: CheckoutRow) => goOn(row.id, async () => row),
  };
};
export type Saga = ReturnType<typeof createSaga>;
