import { type Api, type Fetch, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";
import { z } from "zod";

import type { Guests } from "./guests";
import { type Belonging, belongings, guestIdIn, type Owed } from "./owed";
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

/** Of a guest's cart, what is worth telling its member. */
const News = z.object({ lines: z.int().positive(), capped: z.int().nonnegative() });
export type News = z.infer<typeof News>;

const parseNews = (text: string | null) => {
  try {
    return News.safeParse(JSON.parse(text ?? "null")).data;
  } catch {
    return undefined;
  }
};

type Asked = { json: { guestToken: string } };
type Headers = { headers: { authorization: string } };

/** Gives members what they held as guests: after their login, and never in its way. */
export const createTakeOver = (options: Options) => {
  const { owed, guests, sessions, gatewayUrl, fetch, deadline = 1500 } = options;
  const how = { fetch: serviceFetch(deadline, fetch) };
  const { wishlists } = hc<Api<typeof import("@jangteo/member/contract")>>(gatewayUrl, how).v1;
  const { carts, orders } = hc<Api<typeof import("@jangteo/order/contract")>>(gatewayUrl, how).v1;
  const flights = new Map<string, Promise<void>>();

  /** Each gives what is to be told, if anything; undefined while it has not happened. */
  const merges = {
    wishlist: async (asked: Asked, as: Headers) =>
      (await wishlists.current.merges.$post(asked, as)).ok ? "" : undefined,
    cart: async (asked: Asked, as: Headers) => {
      const reply = await carts.current.merges.$post(asked, as);
      if (reply.status !== 200) return undefined;
      const { added, raised, capped } = await reply.json();
      const news: News = { lines: added + raised, capped: capped.length };
      return news.lines > 0 ? JSON.stringify(news) : "";
    },
    orders: async (asked: Asked, as: Headers) =>
      (await orders.claims.$post(asked, as)).ok ? "" : undefined,
  };

  const merge = async (of: Belonging, token: string, guestId: string) => {
    const held = await guests.bearerOf(guestId);
    if (held.kind !== "live") return undefined;
    const json = { guestToken: held.token };
    return merges[of]({ json }, { headers: { authorization: `Bearer ${token}` } });
  };

  const settleNow = async (of: Belonging, memberId: string, token: string) => {
    for (const entry of await owed.due(of, memberId)) {
      const news = await merge(of, token, guestIdIn(entry));
      if (news !== undefined) await owed.settled(of, memberId, entry, news);
    }
  };

  /** Takes over what is owed of this to the bearer of the token, if it can be now. Never rejects. */
  const settle = async (of: Belonging, token: string) => {
    const memberId = memberIdIn(token);
    if (memberId === undefined) return;
    const key = `${of} ${memberId}`;
    const flight =
      flights.get(key) ??
      settleNow(of, memberId, token)
        .catch(() => undefined)
        .finally(() => flights.delete(key));
    flights.set(key, flight);
    await flight;
  };

  /** What came along with the bearer of this token and was not told yet; told by this. Never rejects. */
  const news = async (token: string) => {
    const memberId = memberIdIn(token);
    const text = memberId === undefined ? null : await owed.news(memberId).catch(() => null);
    return parseNews(text);
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
      .then(async (held) =>
        held.kind === "live"
          ? Promise.all(belongings.map((of) => settle(of, held.token)))
          : undefined,
      );
    return true;
  };

  return { begin, settle, news };
};
export type TakeOver = ReturnType<typeof createTakeOver>;
