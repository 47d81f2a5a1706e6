import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

import { z } from "@hono/zod-openapi";
import type { Fetch } from "@jangteo/shared/client";

import type { Answer, Charge, Known, Provider, Step } from "./provider.ts";
import { tossPage } from "./toss-page.ts";

const TossPayment = z.object({
  paymentKey: z.string(),
  orderId: z.string(),
  status: z.enum([
    ...(["READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "DONE", "CANCELED"] as const),
    ...(["PARTIAL_CANCELED", "ABORTED", "EXPIRED"] as const),
  ]),
  totalAmount: z.int(),
  balanceAmount: z.int(),
  card: z.object({ number: z.string(), issuerCode: z.string().nullish() }).nullish(),
  easyPay: z.object({ provider: z.string().nullish() }).nullish(),
  cancels: z.array(z.object({ cancelReason: z.string() })).nullish(),
  failure: z.object({ code: z.string() }).nullish(),
});
type TossPayment = z.infer<typeof TossPayment>;

const Problem = z.object({ code: z.string() });
const Webhook = z.object({
  eventType: z.string(),
  createdAt: z.string(),
  data: z.object({ paymentKey: z.string(), orderId: z.string(), status: z.string().optional() }),
});
const Transactions = z.array(z.object({ orderId: z.string() }));

type Options = {
  clientKey: string;
  secretKey: string;
  /** Our name among those who use the same keys. */
  shop: string;
  /** Where browsers reach this service. */
  publicUrl: string;
  url?: string;
  deadline?: number;
  fetch?: Fetch;
};

/** Not the payer's doing, nor final. */
const ours = new Set(["FORBIDDEN_REQUEST", "INVALID_API_KEY", "IDEMPOTENT_REQUEST_PROCESSING"]);
const isFinal = (status: number, code: string) =>
  status >= 400 && status < 500 && ![401, 409, 429].includes(status) && !ours.has(code);

const inSeoul = (date: Date) => new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 19);

const stateOf = ({ status }: TossPayment, captured: number): Charge["state"] => {
  if (status === "DONE" || status === "PARTIAL_CANCELED")
    return captured > 0 ? "captured" : "authorised";
  if (status === "CANCELED") return captured > 0 ? "refunded" : "voided";
  return status === "ABORTED" || status === "EXPIRED" ? "failed" : "pending";
};

const instrumentOf = ({ card, easyPay }: TossPayment) => {
  if (!card) return null;
  return { brand: easyPay?.provider ?? "card", last4: card.number.replaceAll("*", "").slice(-4) };
};

/** Toss holds no money apart: what it approved is taken, and `captured` is only ours to say. */
const toCharge = (told: TossPayment, { paymentId, captured }: Known): Charge => {
  const state = stateOf(told, captured);
  const isHeld = state !== "pending" && state !== "failed";
  return {
    ...{ ref: told.orderId, paymentId, state, captured },
    authorised: isHeld ? told.totalAmount : 0,
    refunded: captured > 0 ? told.totalAmount - told.balanceAmount : 0,
    actionUrl: null,
    failure: state === "failed" ? (told.failure?.code ?? told.status).toLowerCase() : null,
    instrument: instrumentOf(told),
    done: (told.cancels ?? []).flatMap(({ cancelReason }) => cancelReason.split(" ").at(-1) ?? []),
  };
};

/** Toss Payments: its window on a page of ours, confirmed by us once the payer has proved who they are. */
export const createToss = (options: Options): Provider => {
  const { clientKey, secretKey, shop, publicUrl, deadline = 10_000, fetch: ask = fetch } = options;
  const { url = "https://api.tosspayments.com" } = options;
  const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString("base64")}`;
  const prefix = createHash("sha256").update(shop).digest("hex").slice(0, 12);
  const orderIdOf = (paymentId: string) => `${prefix}_${paymentId}`;

  const call = async (path: string, sent?: { key: string; body: object }) => {
    const reply = await ask(new URL(path, url), {
      ...(sent && { method: "POST", body: JSON.stringify(sent.body) }),
      headers: {
        authorization,
        ...(sent && { "content-type": "application/json", "idempotency-key": sent.key }),
      },
      signal: AbortSignal.timeout(deadline),
    });
    const body: unknown = await reply.json();
    if (reply.ok) return { body };
    const { code } = Problem.parse(body);
    if (isFinal(reply.status, code)) return { refused: code.toLowerCase() };
    throw new Error(`Toss answered ${reply.status} ${code}`);
  };
  const read = async (path: string) => {
    const { body, refused } = await call(path);
    return refused === undefined ? TossPayment.parse(body) : undefined;
  };
  const find = (paymentId: string) => read(`/v1/payments/orders/${orderIdOf(paymentId)}`);

  const waiting = ({ paymentId }: Pick<Known, "paymentId">): Charge => ({
    ...{ ref: orderIdOf(paymentId), paymentId, state: "pending" },
    ...{ authorised: 0, captured: 0, refunded: 0, failure: null, instrument: null, done: [] },
    actionUrl: new URL(`/v1/payment-windows/${paymentId}`, publicUrl).href,
  });
  /** Says yes to what the payer chose, to the amount that we know and no other. */
  const confirm = async (known: Known, { paymentKey, orderId, totalAmount }: TossPayment) => {
    if (totalAmount !== known.amount) return;
    const body = { paymentKey, orderId, amount: known.amount };
    const { refused } = await call("/v1/payments/confirm", { key: `confirm:${paymentKey}`, body });
    if (refused === "provider_error") throw new Error("Toss could not confirm for now");
  };
  const current = async (known: Known) => {
    const told = await find(known.paymentId);
    if (!told) return known.isOpen ? waiting(known) : undefined;
    if (told.status !== "IN_PROGRESS" || !known.isOpen) return toCharge(told, known);
    await confirm(known, told);
    const decided = await find(known.paymentId);
    return toCharge(decided ?? told, known);
  };
  const cancel = async (known: Known, { id, key }: Step, amount?: number): Promise<Answer> => {
    const told = await find(known.paymentId);
    if (!told) return { refused: "not_found_payment" };
    const body = { cancelReason: `Jangteo ${id}`, ...(amount && { cancelAmount: amount }) };
    const made = await call(`/v1/payments/${told.paymentKey}/cancel`, { key, body });
    if (made.refused !== undefined) return { refused: made.refused };
    return { charge: toCharge(TossPayment.parse(made.body), known) };
  };

  return {
    name: "toss",
    start: async (purchase) => ({ charge: waiting(purchase) }),
    capture: async (known, { amount }) => {
      const told = await find(known.paymentId);
      if (told?.status !== "DONE") return { refused: `payment_${told?.status ?? "unknown"}` };
      if (amount !== told.totalAmount) return { refused: "only_all_at_once" };
      return { charge: toCharge(told, { ...known, captured: amount }) };
    },
    void: async (known, step) => {
      const told = await find(known.paymentId);
      const isPaid = told?.status === "DONE" || told?.status === "PARTIAL_CANCELED";
      // What we never confirm, Toss lets lapse by itself.
      return isPaid ? cancel(known, step) : { charge: { ...waiting(known), state: "voided" } };
    },
    refund: (known, step) => cancel(known, step, step.amount),
    inquire: current,
    find: async (paymentId) => waiting({ paymentId }),
    recent: async (since) => {
      const query = new URLSearchParams({
        ...{ startDate: inSeoul(since), endDate: inSeoul(new Date()), limit: "5000" },
      });
      const { body } = await call(`/v1/transactions?${query.toString()}`);
      const mine = Transactions.parse(body).filter(({ orderId }) => orderId.startsWith(prefix));
      const ids = new Set(mine.map(({ orderId }) => orderId.slice(prefix.length + 1)));
      const charges = await Promise.all(
        [...ids].map(async (paymentId) => {
          const told = await find(paymentId);
          const known = { ref: orderIdOf(paymentId), paymentId, amount: 0, captured: 0 };
          return told ? [toCharge(told, { ...known, isOpen: false })] : [];
        }),
      );
      return charges.flat();
    },
    page: (purchase) =>
      tossPage({ ...purchase, clientKey, orderId: orderIdOf(purchase.paymentId) }),
    /** Toss signs no events about payments: what they speak of is asked for with our own key. */
    readWebhook: async (rawBody) => {
      const { success, data: told } = Webhook.safeParse(JSON.parse(rawBody));
      if (!success) return undefined;
      const { paymentKey, orderId, status } = told.data;
      const known = await read(`/v1/payments/${encodeURIComponent(paymentKey)}`);
      if (known?.orderId !== orderId || !orderId.startsWith(prefix)) return undefined;
      return {
        eventId: createHash("sha256")
          .update([paymentKey, status, told.createdAt].join(" "))
          .digest("hex"),
        ...{ type: told.eventType, ref: orderId, paymentId: orderId.slice(prefix.length + 1) },
      };
    },
  };
};
