import { guestIdOf, guestOfForm, newHandle } from "./handle";
import type { Issuer } from "./issuer";
import type { Bearer } from "./renewal";

type Options = { issuer: Issuer; secret: string; now?: () => number };
type Held = { token: string; until: number };

const visitKey = /^[\w-]{16,64}$/;
const margin = 30_000;
const most = 5000;

/** Tokens for visitors without an account, kept in this process: losing one costs a call. */
export const createGuests = ({ issuer, secret, now = Date.now }: Options) => {
  const held = new Map<string, Held>();
  const flights = new Map<string, Promise<Bearer>>();

  const fetchToken = async (guestId: string): Promise<Bearer> => {
    try {
      const { access_token: token, expires_in: seconds } = await issuer.guestToken(guestId);
      held.delete(guestId);
      held.set(guestId, { token, until: now() + seconds * 1000 });
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
      return { kind: "live", token };
    } catch {
      return { kind: "away" };
    }
  };

  const idOf = (guest: string) => guestIdOf(secret, guest);

  const bearerOf = (guestId: string, rejected?: string): Promise<Bearer> => {
    const known = held.get(guestId);
    if (known && known.token !== rejected && known.until - now() > margin)
      return Promise.resolve({ kind: "live", token: known.token });
    const flight =
      flights.get(guestId) ?? fetchToken(guestId).finally(() => flights.delete(guestId));
    flights.set(guestId, flight);
    return flight;
  };

  /** By what the browser holds. */
  const bearer = (guest: string, rejected?: string) => bearerOf(idOf(guest), rejected);

  /** Somebody new; what one page writes at once, under the key of its visit, makes one guest. */
  const ofVisit = (key: string | null) =>
    key !== null && visitKey.test(key) ? guestOfForm(secret, key) : newHandle();

  return { bearer, bearerOf, idOf, ofVisit };
};
export type Guests = ReturnType<typeof createGuests>;
