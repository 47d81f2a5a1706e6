import { z } from "zod";

import { kindOf, requestOf, requireLoopback, type Ask, type Errand } from "./send.ts";

const home = {
  ...{ name: "김민아", telephone: "010-1234-5678", addressCountry: "KR", postalCode: "04524" },
  ...{ addressRegion: null, addressLocality: null },
  ...{ streetAddress: "서울 중구 세종대로 110", extendedAddress: "3층" },
};

export const said = {
  ...{ email: "mina@example.com", shippingAddress: home },
  ...{ shippingMethod: "standard", paymentMethod: "card" },
};

/** A request to the order service, or to the gateway before it, of somebody with this token. */
const asked = (origin: string, token: string, path: string, body?: unknown): Ask => ({
  url: new URL(path, origin).href,
  headers: {
    authorization: `Bearer ${token}`,
    "accept-language": "ko",
    "x-currency": "KRW",
    ...(body !== undefined && { "idempotency-key": crypto.randomUUID() }),
  },
  ...(body !== undefined && { method: "POST", body }),
});

export const addition = (origin: string, token: string, variantId: string) =>
  asked(origin, token, "/v1/carts/current/lines", { variantId, quantity: 1 });
export const readCart = (origin: string, token: string) =>
  asked(origin, token, "/v1/carts/current");
export const orderList = (origin: string, token: string) => asked(origin, token, "/v1/orders");

export class Refused extends Error {
  override name = "Refused";
  readonly code: string;
  constructor(step: string, status: number) {
    super(`${step} was answered ${status}`);
    this.code = `${step}: status ${status}`;
  }
}

export const Checkout = z.object({
  id: z.uuid(),
  state: z.string(),
  totals: z.object({ total: z.object({ amount: z.number(), currency: z.string() }) }),
  nextAction: z.object({ url: z.string() }).nullable(),
});

/** Milliseconds that one answer may take. */
export const patience = 20_000;

const answerTo = async (step: string, ask: Ask) => {
  requireLoopback(ask.url);
  const signal = AbortSignal.timeout(patience);
  const reply = await fetch(ask.url, { ...requestOf(ask), signal });
  if (!reply.ok) throw new Refused(step, reply.status);
  return reply.json();
};

/** Types a good card's number on the provider's page. */
export const payAt = async (url: string) => {
  requireLoopback(url);
  const signal = AbortSignal.timeout(patience);
  const body = new URLSearchParams({ number: "4242 4242 4242 4242" });
  const reply = await fetch(url, { method: "POST", body, redirect: "manual", signal });
  if (reply.status !== 303) throw new Refused("pay", reply.status);
};

type Buyer = { origin: string; token: string; variantId: string; shop: string };

/** From nothing to a placed and captured order: five requests to the shop, and one of the provider's page. */
export const purchase = ({ origin, token, variantId, shop }: Buyer): Errand => {
  const say = async (step: string, path: string, ask: Partial<Ask> = {}, body: unknown = {}) =>
    Checkout.parse(await answerTo(step, { ...asked(origin, token, path, body), ...ask }));
  return async () => {
    try {
      await answerTo("add", addition(origin, token, variantId));
      const { id } = await say("start", "/v1/checkouts", { body: undefined });
      const path = `/v1/checkouts/${id}`;
      const ready = await say("say", path, { method: "PATCH" }, said);
      const agreed = { total: ready.totals.total, returnUrl: `${shop}/checkout/${id}/return` };
      const waiting = await say("agree", `${path}/completion`, {}, agreed);
      if (!waiting.nextAction) return `agree: ${waiting.state}`;
      await payAt(waiting.nextAction.url);
      const done = await say("complete", `${path}/completion`, {}, agreed);
      return done.state === "completed" ? "ok" : `complete: ${done.state}`;
    } catch (error) {
      return kindOf(error);
    }
  };
};
