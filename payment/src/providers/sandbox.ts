import { z } from "@hono/zod-openapi";
import type { Fetch } from "@jangteo/shared/client";

import type { Answer, Charge, Known, Provider, Step } from "./provider.ts";
import { isSigned } from "./signature.ts";

const SandboxCharge = z.object({
  id: z.string(),
  shop: z.string(),
  reference: z.string(),
  url: z.url(),
  state: z.enum(["pending", "challenged", "authorised", "captured", "voided", "failed"]),
  authorised: z.int(),
  captured: z.int(),
  refunded: z.int(),
  failure: z.string().nullable(),
  card: z.object({ brand: z.string(), last4: z.string() }).nullable(),
  steps: z.array(z.string()),
});
type SandboxCharge = z.infer<typeof SandboxCharge>;

const Refusal = z.object({ error: z.string() });
const Webhook = z.object({ id: z.string(), type: z.string(), data: SandboxCharge });

const stateOf = ({ state, captured, refunded }: SandboxCharge): Charge["state"] => {
  if (state === "challenged") return "pending";
  return state === "captured" && refunded === captured ? "refunded" : state;
};

const toCharge = (told: SandboxCharge): Charge => ({
  ref: told.id,
  paymentId: told.reference,
  state: stateOf(told),
  authorised: told.authorised,
  captured: told.captured,
  refunded: told.refunded,
  actionUrl: told.url,
  failure: told.failure,
  instrument: told.card,
  done: told.steps,
});

type Options = {
  url: string;
  apiKey: string;
  webhookSecret: string;
  /** Our name among those who practise there. */
  shop: string;
  /** Milliseconds until an answer is taken for lost. */
  deadline?: number;
  fetch?: Fetch;
};

/** The built-in provider to practise with, a process of its own. */
export const createSandbox = (options: Options): Provider => {
  const { url, apiKey, webhookSecret, shop, deadline = 10_000, fetch: ask = fetch } = options;

  const call = (path: string, init: { method?: string; key?: string; body?: string } = {}) => {
    const { key, ...rest } = init;
    const headers = {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
    };
    return ask(new URL(path, url), { ...rest, headers, signal: AbortSignal.timeout(deadline) });
  };
  const post = async (path: string, key: string, body: object): Promise<Answer> => {
    const reply = await call(path, { method: "POST", key, body: JSON.stringify(body) });
    const told: unknown = await reply.json();
    if (reply.ok) return { charge: toCharge(SandboxCharge.parse(told)) };
    if (reply.status === 402) return { refused: Refusal.parse(told).error };
    throw new Error(`the sandbox answered ${reply.status} ${JSON.stringify(told)}`);
  };
  const step =
    (name: string) =>
    (payment: Known, { id, key, amount }: Step) =>
      post(`/v1/charges/${payment.ref}/${name}`, key, {
        reference: id,
        ...(name !== "voids" && { amount }),
      });
  const list = async (query: Record<string, string>) => {
    const reply = await call(`/v1/charges?${new URLSearchParams(query).toString()}`);
    if (!reply.ok) throw new Error(`the sandbox answered ${reply.status}`);
    const { items } = z.object({ items: z.array(SandboxCharge) }).parse(await reply.json());
    return items.filter((one) => one.shop === shop).map(toCharge);
  };

  return {
    name: "sandbox",
    start: ({ paymentId, ...purchase }, { key }) =>
      post("/v1/charges", key, { ...purchase, shop, reference: paymentId }),
    capture: step("captures"),
    void: step("voids"),
    refund: step("refunds"),
    inquire: async ({ ref }) => {
      const reply = await call(`/v1/charges/${ref}`);
      if (reply.status === 404) return undefined;
      if (!reply.ok) throw new Error(`the sandbox answered ${reply.status}`);
      return toCharge(SandboxCharge.parse(await reply.json()));
    },
    find: async (reference) => (await list({ reference }))[0],
    recent: (since) => list({ since: since.toISOString() }),
    readWebhook: async (rawBody, headers, now) => {
      const signature = headers.get("sandbox-signature") ?? "";
      if (!isSigned(rawBody, signature, webhookSecret, now)) return undefined;
      const { id, type, data } = Webhook.parse(JSON.parse(rawBody));
      const charge = toCharge(data);
      return { eventId: id, type, ref: charge.ref, paymentId: charge.paymentId, charge };
    },
  };
};
