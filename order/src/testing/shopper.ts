import type { Cart, Checkout, Order } from "../contract.ts";
import type { Neighbours } from "./neighbours.ts";

const home = {
  ...{ name: "김민아", telephone: "010-1234-5678", addressCountry: "KR", postalCode: "04524" },
  ...{ addressRegion: null, addressLocality: null },
  ...{ streetAddress: "서울 중구 세종대로 110", extendedAddress: "3층" },
};

type Call = { method?: string; body?: unknown; headers?: Record<string, string> };
type Asked = {
  ask: (path: string, init: RequestInit) => Promise<Response>;
  tokens: Neighbours["issuer"]["tokens"];
};

/** Somebody who shops by the API. */
export const shopperOf = async ({ ask, tokens }: Asked, member?: string) => {
  const guestId = crypto.randomUUID();
  const owner = member ?? `guest:${guestId}`;
  const bearer = await tokens.access({
    sub: owner,
    scope: member === undefined ? "cart" : "cart member",
  });
  const call = async (path: string, { method, body, headers }: Call = {}) =>
    ask(path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        authorization: `Bearer ${bearer}`,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = async <T>(reply: Response | Promise<Response>) => (await (await reply).json()) as T;
  const add = (variantId: string, quantity = 1, headers: Record<string, string> = {}) =>
    call("/v1/carts/current/lines", { body: { variantId, quantity }, headers });
  const changeLine = (lineId: string, quantity: number, headers: Record<string, string> = {}) =>
    call(`/v1/carts/current/lines/${lineId}`, { method: "PATCH", body: { quantity }, headers });
  const remove = (lineId: string, headers: Record<string, string> = {}) =>
    call(`/v1/carts/current/lines/${lineId}`, { method: "DELETE", headers });
  const useCoupon = (code: string) => call(`/v1/carts/current/coupons/${code}`, { method: "PUT" });
  const payIn = (currency: string, headers: Record<string, string> = {}) =>
    call("/v1/carts/current", { method: "PATCH", body: { currency }, headers });
  const merge = (guestToken: string) => call("/v1/carts/current/merges", { body: { guestToken } });
  const cart = () => read<Cart>(call("/v1/carts/current"));
  const start = () => read<Checkout>(call("/v1/checkouts", { method: "POST" }));
  const say = (id: string, body: object) =>
    read<Checkout>(call(`/v1/checkouts/${id}`, { method: "PATCH", body }));
  const everything = {
    ...{ email: "mina@example.com", shippingAddress: home },
    ...{ shippingMethod: "standard", paymentMethod: "card" },
  };
  /** Says all that a checkout takes. */
  const tell = (id: string, change: object = {}) =>
    call(`/v1/checkouts/${id}`, { method: "PATCH", body: { ...everything, ...change } });
  /** A checkout of the cart with all that it takes. */
  const ready = async (change: object = {}) => {
    const { id } = await start();
    return read<Checkout>(tell(id, change));
  };
  const complete = ({ id, totals }: Checkout, headers: Record<string, string> = {}) =>
    call(`/v1/checkouts/${id}/completion`, {
      body: { total: totals.total, returnUrl: `http://shop.test/checkout/${id}/return` },
      headers,
    });
  const cancel = (id: string) => call(`/v1/checkouts/${id}`, { method: "DELETE" });
  const checkout = (id: string) => read<Checkout>(call(`/v1/checkouts/${id}`));
  const order = (id: string) => read<Order>(call(`/v1/orders/${id}`));
  /** Pays on the provider's page. */
  const pay = async ({ nextAction }: Checkout, number = "4242 4242 4242 4242") => {
    if (!nextAction) throw new Error("there is nothing to pay");
    return fetch(nextAction.url, {
      method: "POST",
      body: new URLSearchParams({ number }),
      redirect: "manual",
    });
  };
  /** Gives up on the provider's page. */
  const giveUp = async ({ nextAction }: Checkout) => {
    if (!nextAction) throw new Error("there is nothing to pay");
    return fetch(`${nextAction.url}/cancellation`, { method: "POST", redirect: "manual" });
  };
  /** On the way to the provider's page. */
  const begin = async (change: object = {}) => read<Checkout>(complete(await ready(change)));
  /** Buys what is in the cart, from the address to the order. */
  const buy = async (change: object = {}) => {
    const waiting = await begin(change);
    await pay(waiting);
    return read<Checkout>(complete(waiting));
  };
  return {
    ...{
      owner,
      guestId,
      bearer,
      call,
      read,
      add,
      change: changeLine,
      remove,
      useCoupon,
      payIn,
      merge,
    },
    ...{
      cart,
      start,
      say,
      tell,
      ready,
      complete,
      cancel,
      checkout,
      order,
      pay,
      giveUp,
      begin,
      buy,
    },
  };
};
export type Shopper = Awaited<ReturnType<typeof shopperOf>>;
