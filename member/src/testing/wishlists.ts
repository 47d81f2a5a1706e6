import { uuidv7 } from "@jangteo/shared/id";

import { testMemberService } from "../testing.ts";

export const path = "/v1/wishlists/current";

type Wishes = {
  items: { productId: string; addedAt: string }[];
  total: number;
  next: string | null;
};
type Call = (method: string, path: string, body?: unknown) => Promise<Response>;

/** A product's id, of which nothing needs to be known here. */
export const newProduct = () => uuidv7();

/** The member service with shoppers who have wishlists. */
export const testWishlists = async () => {
  const now = { at: new Date() };
  const service = await testMemberService(() => now.at);
  const { join, send, tokens } = service;

  const shopper = (call: Call) => {
    const read = async (query = "?limit=500") =>
      (await (await call("GET", `${path}${query}`)).json()) as Wishes;
    return {
      call,
      read,
      /** The products, the newest first. */
      wishes: async () => (await read()).items.map(({ productId }) => productId),
      add: (productId: string) => call("PUT", `${path}/items/${productId}`),
      remove: (productId: string) => call("DELETE", `${path}/items/${productId}`),
    };
  };

  const newGuest = (id: string = crypto.randomUUID()) => {
    const token = () => tokens.access({ sub: `guest:${id}`, scope: "cart" });
    const call: Call = async (method, at, body) =>
      send(method, at, { authorization: `Bearer ${await token()}` }, body);
    return { id, token, ...shopper(call) };
  };
  type Guest = ReturnType<typeof newGuest>;

  const newMember = async () => {
    const member = await join({ passwordHash: "unused" });
    const { call } = member;
    return {
      ...member,
      ...shopper(call),
      takeOver: async (guest: Pick<Guest, "token">) =>
        call("POST", `${path}/merges`, { guestToken: await guest.token() }),
    };
  };

  /** Time moves on, so that what comes later is newer. */
  const later = (milliseconds: number) => {
    now.at = new Date(now.at.getTime() + milliseconds);
  };
  return { ...service, newGuest, newMember, later, now };
};
