import { hidOf, newHandle } from "./handle";
import type { Credentials } from "./issuer";
import { type Bearer, createRenewal, live, type Options } from "./renewal";
import type { Stored } from "./store";

type Wish = {
  /** A token that a service has just refused: never answer with it again. */
  rejected?: string | undefined;
  /** A read may go on with the token this process remembers while the store is away. */
  reading?: boolean;
};

const remembered = 5000;

/** The browser sessions. A browser holds a handle; its tokens never leave this side. */
export const createSessions = (options: Options) => {
  const { store, issuer, now = Date.now } = options;
  const { isFresh, renew, toStored } = createRenewal(options);
  const memory = new Map<string, Stored>();

  const remember = (hid: string, session: Stored) => {
    memory.delete(hid);
    memory.set(hid, session);
    const [oldest] = memory.keys();
    if (memory.size > remembered && oldest !== undefined) memory.delete(oldest);
  };

  const fromMemory = (hid: string, { rejected, reading = false }: Wish): Bearer => {
    const session = memory.get(hid);
    const usable = session && session.access !== rejected && session.accessUntil > now();
    return reading && usable ? live(session.access) : { kind: "away" };
  };

  /** The bearer token of a session, renewed when it is about to end. Never rejects. */
  const bearer = async (handle: string, wish: Wish = {}): Promise<Bearer> => {
    const hid = hidOf(handle);
    try {
      const session = await store.read(hid);
      if (!session) {
        memory.delete(hid);
        return { kind: "none" };
      }
      remember(hid, session);
      if (isFresh(session, wish.rejected)) return live(session.access);
      return await renew(hid, session, wish.rejected);
    } catch {
      return fromMemory(hid, wish);
    }
  };

  /** Ends the session here and at auth; ending what is already over is no failure. */
  const end = async (handle: string) => {
    const hid = hidOf(handle);
    memory.delete(hid);
    const session = await store.read(hid);
    await store.end(hid);
    // Auth may be away; the handle is gone, and with it the only way to use the tokens.
    if (session) await issuer.end(session.access).catch(() => undefined);
  };

  /** A right password gives a new handle; the handle that was held before is over. */
  const login = async (credentials: Credentials, held?: string) => {
    const answer = await issuer.login(credentials);
    if (answer.kind === "refused") return answer;
    const handle = newHandle();
    const hid = hidOf(handle);
    const { tokens, memberId, language } = answer;
    await store.create(hid, toStored(tokens, hid), tokens.refresh_expires_in);
    if (held) await end(held).catch(() => undefined);
    return { kind: "granted", handle, memberId, language } as const;
  };

  return { bearer, login, end };
};
export type Sessions = ReturnType<typeof createSessions>;
