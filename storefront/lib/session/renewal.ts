import { setTimeout as pause } from "node:timers/promises";

import type { Cipher } from "./cipher";
import type { Access, Issuer } from "./issuer";
import type { Store, Stored } from "./store";

/** The bearer token to call with, or why there is none. `away`: the session stands, try again. */
export type Bearer = { kind: "live"; token: string } | { kind: "none" } | { kind: "away" };

export type Options = { store: Store; issuer: Issuer; cipher: Cipher; now?: () => number };

/** A token with less life than this may end on the way. */
const margin = 30_000;
/** Longer than a refresh may take, shorter than the others wait. */
const lockLife = 4500;
const patience = 5000;
const beat = 60;

export const live = (token: string): Bearer => ({ kind: "live", token });
const none: Bearer = { kind: "none" };
const away: Bearer = { kind: "away" };

/** Renews the access token of a session: once, however many requests and processes ask for it. */
export const createRenewal = ({ store, issuer, cipher, now = Date.now }: Options) => {
  const flights = new Map<string, Promise<Bearer>>();

  const isFresh = (session: Stored, rejected?: string) =>
    session.access !== rejected && session.accessUntil - now() > margin;
  const lastResort = ({ access, accessUntil }: Stored, rejected?: string) =>
    access !== rejected && accessUntil > now() ? live(access) : away;

  const toStored = (tokens: Access, refreshToken: string, until: number, hid: string): Stored => ({
    access: tokens.access_token,
    accessUntil: now() + tokens.expires_in * 1000,
    refresh: cipher.seal(refreshToken, hid),
    until,
  });

  const afterRefusal = async (hid: string, tried: Stored, rejected?: string): Promise<Bearer> => {
    const current = await store.read(hid);
    if (current && current.refresh !== tried.refresh) return lastResort(current, rejected);
    await store.end(hid);
    return none;
  };

  const exchange = async (hid: string, session: Stored, rejected?: string): Promise<Bearer> => {
    const token = cipher.open(session.refresh, hid);
    if (token === undefined) return afterRefusal(hid, session, rejected);
    const reply = await issuer.refresh(token);
    if (reply.kind === "ended") return afterRefusal(hid, session, rejected);
    if (reply.kind === "away") return lastResort(session, rejected);
    const { refresh_token: next, refresh_expires_in: seconds } = reply.tokens;
    const renewed = toStored(reply.tokens, next, now() + seconds * 1000, hid);
    const kept = await store.update(hid, renewed);
    return kept ? live(renewed.access) : none;
  };

  const underLock = async (
    release: () => Promise<void>,
    hid: string,
    rejected?: string,
  ): Promise<Bearer> => {
    try {
      const session = await store.read(hid);
      if (!session) return none;
      return isFresh(session, rejected)
        ? live(session.access)
        : await exchange(hid, session, rejected);
    } finally {
      await release().catch(() => undefined);
    }
  };

  /** Renews under the lock, or takes what its holder brings; one that died leaves it to the next. */
  const inTurn = async (hid: string, known: Stored, rejected?: string): Promise<Bearer> => {
    const deadline = now() + patience;
    while (now() < deadline) {
      const release = await store.lock(hid, lockLife);
      if (release) return await underLock(release, hid, rejected);
      const spare = lastResort(known, rejected);
      if (spare.kind === "live") return spare;
      await pause(beat);
      const session = await store.read(hid);
      if (!session) return none;
      if (isFresh(session, rejected)) return live(session.access);
    }
    return away;
  };

  const renew = (hid: string, known: Stored, rejected?: string) => {
    const flying = flights.get(hid);
    if (flying) return flying;
    const flight = inTurn(hid, known, rejected)
      .catch(() => lastResort(known, rejected))
      .finally(() => flights.delete(hid));
    flights.set(hid, flight);
    return flight;
  };

  return { isFresh, renew, toStored };
};
