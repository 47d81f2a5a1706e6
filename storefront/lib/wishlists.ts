import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { env } from "./env";
import { type BearerOf, type Outcome, type Status, told, withBearer } from "./members";
import { guests, sessions, takeOver } from "./server";
import { newHandle } from "./session/handle";
import { keepCookie, type Visitor } from "./visitor";

/** Long enough for a busy service; a page does not wait for hearts any longer. */
const deadline = 1500;

const wishlistApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/member/contract")>>(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1.wishlists.current;
type Wishlist = ReturnType<typeof wishlistApi>;
type Call<T> = (wishlist: Wishlist) => Promise<T>;

/** A member who gets what the same person kept as a guest first, or else the guest, or nobody. */
const bearerOf =
  ({ handle }: Visitor, guest: string | undefined, reading: boolean): BearerOf =>
  async (rejected) => {
    const member = handle
      ? await sessions().bearer(handle, { rejected, reading })
      : ({ kind: "none" } as const);
    if (member.kind === "live") await takeOver().settle(member.token);
    if (member.kind !== "none" || guest === undefined) return member;
    return guests().bearer(guest, rejected);
  };

/** `signed out` is somebody who has no list yet. */
export const readWishlist = <T extends Status>(who: Visitor, call: Call<T>): Promise<Outcome<T>> =>
  withBearer(bearerOf(who, who.guest, true), (token) => call(wishlistApi(told(who, token))));

/** Whoever is nobody yet becomes a guest. */
export const changeWishlist = async <T extends Status>(
  who: Visitor,
  call: Call<T>,
): Promise<Outcome<T>> => {
  const guest = who.guest ?? newHandle();
  const acted = { asGuest: false };
  const member = bearerOf(who, undefined, false);
  const bearer: BearerOf = async (rejected) => {
    const held = await member(rejected);
    if (held.kind !== "none") return held;
    acted.asGuest = true;
    return guests().bearer(guest, rejected);
  };
  const outcome = await withBearer(bearer, (token) => call(wishlistApi(told(who, token))));
  if (acted.asGuest && who.guest === undefined && outcome.kind === "reply")
    await keepCookie("guest", guest);
  return outcome;
};
