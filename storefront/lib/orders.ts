import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { env } from "./env";
import { type BearerOf, type Outcome, type Status, told, withBearer } from "./members";
import { guests, sessions } from "./server";
import type { Visitor } from "./visitor";

/** A purchase waits for stock and a provider. */
const deadline = 12_000;

const orderApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/order/contract")>>(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1;
/** Checkouts and orders of whoever asks. */
export type Orders = ReturnType<typeof orderApi>;

export const payments = hc<Api<typeof import("@jangteo/payment/contract")>>(env.gatewayUrl, {
  fetch: serviceFetch(3_000),
}).v1;

/** A member, or else the guest that this browser is. */
const bearerOf =
  ({ handle, guest }: Visitor, reading: boolean): BearerOf =>
  async (rejected) => {
    const member = handle
      ? await sessions().bearer(handle, { rejected, reading })
      : ({ kind: "none" } as const);
    if (member.kind !== "none" || guest === undefined) return member;
    return guests().bearer(guest, rejected);
  };

/** `signed out` is somebody who has put nothing into a cart yet. */
export const asShopper = <T extends Status>(
  who: Visitor,
  call: (orders: Orders) => Promise<T>,
  { reading = false } = {},
): Promise<Outcome<T>> =>
  withBearer(bearerOf(who, reading), (token) => call(orderApi(told(who, token))));
