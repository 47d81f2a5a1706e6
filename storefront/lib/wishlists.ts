import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { changeOwn, readOwn } from "./belongings";
import { env } from "./env";
import { type Outcome, type Status, told } from "./members";
import { newHandle } from "./session/handle";
import type { Visitor } from "./visitor";

/** Long enough for a busy service; a page does not wait for hearts any longer. */
const deadline = 1500;

const wishlistApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/member/contract")>>(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1.wishlists.current;
type Wishlist = ReturnType<typeof wishlistApi>;
type Call<T> = (wishlist: Wishlist) => Promise<T>;

export const readWishlist = <T extends Status>(who: Visitor, call: Call<T>): Promise<Outcome<T>> =>
  readOwn("wishlist", who, (token) => call(wishlistApi(told(who, token))));

/** Whoever is nobody yet becomes a guest. */
export const changeWishlist = <T extends Status>(
  who: Visitor,
  call: Call<T>,
): Promise<Outcome<T>> =>
  changeOwn("wishlist", who, newHandle, (token) => call(wishlistApi(told(who, token))));
