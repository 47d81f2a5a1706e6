import { type Api, type Fetch, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";
import { z } from "zod";

import type { Guests } from "./guests";
import { guestIdIn, type Owed } from "./owed";
import type { Sessions } from "./sessions";

type Options = {
  owed: Owed;
  guests: Guests;
  sessions: Pick<Sessions, "bearer">;
  gatewayUrl: string;
  fetch?: Fetch;
  deadline?: number;
};
type Arrival = { memberId: string; guest: string; handle: string };

const Claims = z.object({ sub: z.uuid() });

/** Whose token it is; it came from auth itself, so it is only read. */
const memberIdIn = (token: string) => {
  try {
    const [, claims = ""] = token.split(".");
    return Claims.safeParse(JSON.parse(Buffer.from(claims, "base64url").toString())).data?.sub;
  } catch {
    return undefined;
  }
};

/** Gives members what they held as guests: after their login, and never in its way. */
export const createTakeOver = (options: Options) => {
  const { owed, guests, sessions, gatewayUrl, fetch, deadline = 1500 } = options;
  const { merges } = hc<Api<typeof import("@jangteo/member/contract")>>(gatewayUrl, {
    fetch: serviceFetch(deadline, fetch),
  }).v1.wishlists.current;
  const flights = new Map<string, Promise<void>>();

  const merge = async (token: string, guestId: string) => {
    const held = await guests.bearerOf(guestId);
    if (held.kind !== "live") return false;
    const json = { guestToken: held.token };
    const reply = await merges.$post({ json }, { headers: { authorization: `Bearer ${token}` } });
    return reply.ok;
  };

  const settleNow = async (memberId: string, token: string) => {
    for (const entry of await owed.due(memberId))
      if (await merge(token, guestIdIn(entry))) await owed.settled(memberId, entry);
  };

  /** Takes over what is owed to the bearer of this token, if it can be now. Never rejects. */
  const settle = async (token: string) => {
    const memberId = memberIdIn(token);
    if (memberId === undefined) return;
    const flight =
      flights.get(memberId) ??
      settleNow(memberId, token)
        .catch(() => undefined)
        .finally(() => flights.delete(memberId));
    flights.set(memberId, flight);
    await flight;
  };

  /** Writes a login of a guest down and begins with it, without waiting; false if it is not written. */
  const begin = async ({ memberId, guest, handle }: Arrival) => {
    try {
      await owed.add(memberId, guests.idOf(guest));
    } catch {
      return false;
    }
    void sessions
      .bearer(handle)
      .then((held) => (held.kind === "live" ? settle(held.token) : undefined));
    return true;
  };

  return { begin, settle };
};
export type TakeOver = ReturnType<typeof createTakeOver>;
