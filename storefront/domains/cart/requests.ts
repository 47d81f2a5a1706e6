import type { Cart } from "@jangteo/order/contract";

import { visitKey } from "../../lib/visit";
import { type Answer, readAnswer } from "./answers";
import { emptyCart, type Wanted } from "./wanted";

/** In which language and money the page speaks. */
export type Audience = { locale: "ko" | "en"; currency: Cart["currency"] };

const place = "/api/carts/current";
const jsonType = { "content-type": "application/json" };

export type Request = { method: string; path: string; body?: unknown; ifMatch?: number };

/** How it is said; undefined when the cart has no such line any more. */
export const requestFor = (wanted: Wanted, cart: Cart | null): Request | undefined => {
  if (wanted.kind === "coupon") return { method: "PUT", path: `/coupons/${wanted.code}` };
  if (wanted.kind === "uncoupon") return { method: "DELETE", path: `/coupons/${wanted.code}` };
  const { variantId } = wanted;
  if (wanted.kind === "add") {
    const { quantity } = wanted;
    return { method: "POST", path: "/lines", body: { variantId, quantity } };
  }
  const line = cart?.lines.find((one) => one.variantId === variantId);
  if (!line || !cart) return undefined;
  const path = `/lines/${line.id}`;
  if (wanted.kind === "remove") return { method: "DELETE", path };
  const { quantity } = wanted;
  return { method: "PATCH", path, body: { quantity }, ifMatch: cart.version };
};

const speaking = ({ locale, currency }: Audience) => ({
  "accept-language": locale,
  "x-currency": currency,
});

/** A lost connection is no refusal: whether it came through is not known. */
export const send = async (request: Request, key: string, audience: Audience): Promise<Answer> => {
  const { method, path, body, ifMatch } = request;
  try {
    const reply = await fetch(`${place}${path}`, {
      method,
      headers: {
        ...speaking(audience),
        "x-csrf": "1",
        "x-visit": visitKey(),
        "idempotency-key": key,
        ...(method !== "DELETE" && jsonType),
        ...(ifMatch !== undefined && { "if-match": `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      keepalive: true,
    });
    return await readAnswer(reply);
  } catch {
    return { kind: "later", after: null };
  }
};

/** The cart as the shop has it; undefined while it cannot be said. */
export const fetchCart = async (audience: Audience): Promise<Cart | undefined> => {
  try {
    const reply = await fetch(place, { headers: speaking(audience) });
    if (reply.status === 401) return emptyCart(audience.currency);
    const answer = await readAnswer(reply);
    return answer.kind === "done" ? answer.cart : undefined;
  } catch {
    return undefined;
  }
};
