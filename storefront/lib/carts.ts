import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { changeOwn, readOwn } from "./belongings";
import type { Audience } from "./currency";
import { env } from "./env";
import { type Outcome, type Status, told } from "./members";
import { guests, sessions, takeOver } from "./server";
import type { News } from "./session/take-over";
import type { Visitor } from "./visitor";

/** A cart is priced by several services; a page that shows how many are in it waits no longer. */
const deadline = 2500;

const cartApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/order/contract")>>(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1.carts.current;
export type CartApi = ReturnType<typeof cartApi>;
type Call<T> = (cart: CartApi) => Promise<T>;

/** In which language and money a cart answers. */
export const speaking = ({ locale, currency }: Audience) => ({
  "accept-language": locale,
  "x-currency": currency,
});

export const readCart = <T extends Status>(who: Visitor, call: Call<T>): Promise<Outcome<T>> =>
  readOwn("cart", who, (token) => call(cartApi(told(who, token))));

/** Whoever is nobody yet becomes the guest of this form: sent twice at once, it makes one. */
export const changeCart = <T extends Status>(
  who: Visitor,
  formKey: string,
  call: Call<T>,
): Promise<Outcome<T>> =>
  changeOwn(
    "cart",
    who,
    () => guests().ofVisit(formKey),
    (token) => call(cartApi(told(who, token))),
  );

/** What a login took along into the cart, if it was not told yet; told by this. */
export const readNews = async ({ handle }: Visitor): Promise<News | undefined> => {
  if (handle === undefined) return undefined;
  const held = await sessions().bearer(handle, { reading: true });
  return held.kind === "live" ? takeOver().news(held.token) : undefined;
};
