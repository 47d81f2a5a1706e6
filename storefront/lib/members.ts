import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { asksForProof, refusesToken } from "./bearer-challenge";
import { env } from "./env";
import { guests, sessions } from "./server";
import { guestOfForm } from "./session/handle";
import type { Bearer } from "./session/renewal";
import { keepCookie, type Visitor } from "./visitor";

/** Passwords are slow to check on purpose. */
const deadline = 8000;

/** What a service is told of who asks. */
export const told = (who: Visitor, token?: string) => ({
  "x-forwarded-for": who.ipAddress,
  "accept-encoding": "identity",
  ...(token && { authorization: `Bearer ${token}` }),
});

const memberApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/member/contract")>>(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1.members;
export type Members = ReturnType<typeof memberApi>;

const sessionApi = (headers: Record<string, string>) =>
  hc<Api<typeof import("@jangteo/auth/contract")>>(env.authUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1.sessions;
export type OwnSessions = ReturnType<typeof sessionApi>;

/**
 * What a call came to; `away` left everything as it was, `signed out` asks for a login, and `unproven`
 * for a fresh proof of who the member is.
 */
export type Outcome<T> =
  | { kind: "reply"; reply: T }
  | { kind: "away" }
  | { kind: "signed out" }
  | { kind: "unproven" };

export type Status = { status: number; headers: Pick<Headers, "get"> };
export type BearerOf = (rejected?: string) => Promise<Bearer>;

const tryOnce = async <T>(call: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { kind: "reply", reply: await call() };
  } catch {
    return { kind: "away" };
  }
};

/** A token that a service refuses is renewed and tried once more. */
export const withBearer = async <T extends Status>(
  bearer: BearerOf,
  call: (token: string) => Promise<T>,
  rejected?: string,
): Promise<Outcome<T>> => {
  const held = await bearer(rejected);
  if (held.kind === "none") return { kind: "signed out" };
  if (held.kind === "away") return held;
  const outcome = await tryOnce(() => call(held.token));
  if (outcome.kind !== "reply") return outcome;
  if (asksForProof(outcome.reply)) return { kind: "unproven" };
  if (!refusesToken(outcome.reply)) return outcome;
  return rejected === undefined ? withBearer(bearer, call, held.token) : { kind: "signed out" };
};

export const bearerOf =
  ({ handle }: Visitor, reading: boolean): BearerOf =>
  async (rejected) =>
    handle ? sessions().bearer(handle, { rejected, reading }) : { kind: "none" };

export const asMember = <T extends Status>(
  who: Visitor,
  call: (members: Members) => Promise<T>,
  { reading = false } = {},
) => withBearer(bearerOf(who, reading), (token) => call(memberApi(told(who, token))));

export const asDevice = <T extends Status>(
  who: Visitor,
  call: (own: OwnSessions) => Promise<T>,
  { reading = false } = {},
) => withBearer(bearerOf(who, reading), (token) => call(sessionApi(told(who, token))));

/** As a visitor without an account, who is somebody from the first write on. */
export const asGuest = async <T extends Status>(
  who: Visitor,
  formKey: string,
  call: (members: Members) => Promise<T>,
) => {
  const guest = who.guest ?? guestOfForm(env.sessionSecret, formKey);
  if (who.guest === undefined) await keepCookie("guest", guest);
  return withBearer(
    (rejected) => guests().bearer(guest, rejected),
    (token) => call(memberApi(told(who, token))),
  );
};

export const asAnyone = <T extends Status>(who: Visitor, call: (members: Members) => Promise<T>) =>
  tryOnce(() => call(memberApi(told(who))));

export const idempotent = (key: string) => ({ "idempotency-key": key });
