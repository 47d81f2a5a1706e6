import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { asOwner, changeOwn, readOwn } from "./belongings";
import { env } from "./env";
import { type Outcome, type Status, told } from "./members";
import { guestOfForm } from "./session/handle";
import type { Visitor } from "./visitor";

/** A purchase waits for stock and a provider. */
const deadline = 12_000;

const orderApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/order/contract")>>(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1;
/** Checkouts and orders of whoever asks. */
type Orders = ReturnType<typeof orderApi>;
type Call<T> = (orders: Orders) => Promise<T>;

export const payments = hc<Api<typeof import("@jangteo/payment/contract")>>(env.gatewayUrl, {
  fetch: serviceFetch(3_000),
}).v1;

/** What everybody reads of a product; a page of the catalogue does not wait for it long. */
export const reviews = hc<Api<typeof import("@jangteo/order/contract")>>(env.gatewayUrl, {
  fetch: serviceFetch(700),
}).v1.reviews;

/** What somebody had in a cart as a guest is a member's before it is bought. */
export const asShopper = <T extends Status>(
  who: Visitor,
  call: Call<T>,
  { reading = false } = {},
): Promise<Outcome<T>> =>
  asOwner("cart", who, (token) => call(orderApi(told(who, token))), { reading });

/** What somebody bought as a guest is a member's before it is looked at. */
export const asBuyer = <T extends Status>(who: Visitor, call: Call<T>): Promise<Outcome<T>> =>
  readOwn("orders", who, (token) => call(orderApi(told(who, token))));

/** Whoever is nobody yet becomes the guest of this form. */
export const asAnyBuyer = <T extends Status>(
  who: Visitor,
  formKey: string,
  call: Call<T>,
): Promise<Outcome<T>> =>
  changeOwn(
    "orders",
    who,
    () => guestOfForm(env.sessionSecret, formKey),
    (token) => call(orderApi(told(who, token))),
  );
