import { hidOf, newHandle } from "./handle";
import type { CodeOfLogin, Credentials, Granted, PasskeyOfLogin, Proof } from "./issuer";
import { type Bearer, createRenewal, live, type Options } from "./renewal";
import type { Stored } from "./store";

type Wish = {
  /** A token that a service has just refused: never answer with it again. */
  rejected?: string | undefined;
  /** A read may go on with the token this process remembers while the store is away. */
  reading?: boolean;
};

const most = 5000;
const none = { kind: "none" } as const;
const away = { kind: "away" } as const;

const dropOldest = (known: Map<string, unknown> | Set<string>) => {
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
};

/** The browser sessions. A browser holds a handle; its tokens never leave this side. */
export const createSessions = (options: Options) => {
  const { store, issuer, cipher, now = Date.now } = options;
  const { isFresh, renew, toStored } = createRenewal(options);
  const memory = new Map<string, Stored>();
  /** Sessions that ended while the store was away: it is told when it is back. */
  const owed = new Set<string>();

  const remember = (hid: string, session: Stored) => {
    memory.delete(hid);
    memory.set(hid, session);
    dropOldest(memory);
  };

  const fromMemory = (hid: string, { rejected, reading = false }: Wish): Bearer => {
    const session = memory.get(hid);
    const usable = session && session.access !== rejected && session.accessUntil > now();
    return reading && usable ? live(session.access) : away;
  };

  const drop = async (hid: string) => {
    memory.delete(hid);
    await store.end(hid).then(
      () => owed.delete(hid),
      () => dropOldest(owed.add(hid)),
    );
  };

  /** The bearer token of a session, renewed when it is about to end. Never rejects. */
  const bearer = async (handle: string, wish: Wish = {}): Promise<Bearer> => {
    const hid = hidOf(handle);
    if (owed.has(hid)) {
      await drop(hid);
      return none;
    }
    try {
      const session = await store.read(hid);
      if (!session) {
        memory.delete(hid);
        return none;
      }
      remember(hid, session);
      if (isFresh(session, wish.rejected)) return live(session.access);
      return await renew(hid, session, wish.rejected);
    } catch {
      return fromMemory(hid, wish);
    }
  };

  /** Ends the session here and at auth. Never rejects, whatever is away: the browser is signed out. */
  const end = async (handle: string) => {
    const hid = hidOf(handle);
    const session = await store.read(hid).catch(() => memory.get(hid));
    await drop(hid);
    if (session) await issuer.end(session.access).catch(() => undefined);
  };

  /** Signs every device out, this one too. Unless auth has done it, nothing has changed. */
  const endAll = async (handle: string) => {
    const held = await bearer(handle);
    if (held.kind !== "live") return held;
    const reply = await issuer.endAll(held.token);
    if (!reply.ok) return away;
    await drop(hidOf(handle));
    return { kind: "ended" } as const;
  };

  const begin = async ({ tokens, ...granted }: Granted, held?: string) => {
    const handle = newHandle();
    const hid = hidOf(handle);
    const until = now() + tokens.refresh_expires_in * 1000;
    await store.create(hid, toStored(tokens, tokens.refresh_token, until, hid));
    if (held) await end(held);
    return { ...granted, handle };
  };

  /** A right password gives a new handle, or asks for a code; the handle held before is over. */
  const login = async (credentials: Credentials, held?: string) => {
    const answer = await issuer.login(credentials);
    return answer.kind === "granted" ? begin(answer, held) : answer;
  };

  /** The right code does what the password alone could not. */
  const complete = async (challenge: string, code: CodeOfLogin, held?: string) => {
    const answer = await issuer.complete(challenge, code);
    return answer.kind === "granted" ? begin(answer, held) : answer;
  };

  /** What a passkey signed takes the place of password and code. */
  const completePasskey = async (challenge: string, signed: PasskeyOfLogin, held?: string) => {
    const answer = await issuer.completePasskey(challenge, signed);
    return answer.kind === "granted" ? begin(answer, held) : answer;
  };

  /** Showing again who one is gives the session a new handle; the one that was held is over. */
  const stepUp = async (handle: string, proof: Proof) => {
    const held = await bearer(handle);
    if (held.kind !== "live") return held;
    const answer = await issuer.stepUp(held.token, proof);
    if (answer.kind === "refused") {
      if (answer.reply.status !== 401) return answer;
      const again = await bearer(handle, { rejected: held.token });
      return again.kind === "none" ? again : away;
    }
    const hid = hidOf(handle);
    const session = await store.read(hid);
    const refresh = session && cipher.open(session.refresh, hid);
    if (!session || refresh === undefined) return none;
    const next = newHandle();
    const nextHid = hidOf(next);
    await store.create(nextHid, toStored(answer.tokens, refresh, session.until, nextHid));
    await drop(hid);
    return { kind: "proven", handle: next } as const;
  };

  const { challengePasskey } = issuer;
  const passkeys = { challengePasskey, completePasskey };
  return { bearer, login, complete, ...passkeys, stepUp, end, endAll };
};
export type Sessions = ReturnType<typeof createSessions>;
