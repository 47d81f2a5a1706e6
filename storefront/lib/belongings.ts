import "server-only";
import { type BearerOf, type Outcome, type Status, withBearer } from "./members";
import { guests, sessions, takeOver } from "./server";
import type { Belonging } from "./session/owed";
import { keepCookie, type Visitor } from "./visitor";

type Call<T> = (token: string) => Promise<T>;

/** A member who gets what the same person had as a guest first, or else the guest, or nobody. */
const bearerOf =
  (of: Belonging, { handle }: Visitor, guest: string | undefined, reading: boolean): BearerOf =>
  async (rejected) => {
    const member = handle
      ? await sessions().bearer(handle, { rejected, reading })
      : ({ kind: "none" } as const);
    if (member.kind === "live") await takeOver().settle(of, member.token);
    if (member.kind !== "none" || guest === undefined) return member;
    return guests().bearer(guest, rejected);
  };

/** As who the visitor is already; `signed out` is somebody who has nothing yet. */
export const asOwner = <T extends Status>(
  of: Belonging,
  who: Visitor,
  call: Call<T>,
  { reading = false } = {},
): Promise<Outcome<T>> => withBearer(bearerOf(of, who, who.guest, reading), call);

export const readOwn = <T extends Status>(of: Belonging, who: Visitor, call: Call<T>) =>
  asOwner(of, who, call, { reading: true });

/** Whoever is nobody yet becomes the new guest. */
export const changeOwn = async <T extends Status>(
  of: Belonging,
  who: Visitor,
  newGuest: () => string,
  call: Call<T>,
): Promise<Outcome<T>> => {
  const guest = who.guest ?? newGuest();
  const acted = { asGuest: false };
  const member = bearerOf(of, who, undefined, false);
  const bearer: BearerOf = async (rejected) => {
    const held = await member(rejected);
    if (held.kind !== "none") return held;
    acted.asGuest = true;
    return guests().bearer(guest, rejected);
  };
  const outcome = await withBearer(bearer, call);
  if (acted.asGuest && who.guest === undefined && outcome.kind === "reply")
    await keepCookie("guest", guest);
  return outcome;
};
