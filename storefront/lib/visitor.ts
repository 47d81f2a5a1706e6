import "server-only";
import { cookies, headers } from "next/headers";

import { env } from "./env";
import { keepForNobody } from "./making";
import { isSameOrigin, ownOrigins } from "./origins";
import { isCopy } from "./public-pages";
import { safePath } from "./redirect";
import { cookieFor, type Link, type Purpose, readKept } from "./session/cookies";

const secure = env.publicOrigin.startsWith("https:");

const ownPath = (referer: string | null) => {
  const url = URL.parse(referer ?? "");
  return url && ownOrigins(env.publicOrigin).includes(url.origin)
    ? safePath(url.pathname + url.search)
    : undefined;
};

/** What is true of one visitor only: a page that asks for it is theirs. */
const theirs = <T>(value: T): T => {
  keepForNobody();
  return value;
};

const ifThere = (value: string | undefined) => (value === undefined ? value : theirs(value));

/**
 * Who asks, as far as the headers of the request tell. Whoever has neither session nor guest is like all
 * others who have none, until more than these two is asked for.
 */
export const visitor = async () => {
  const asked = await headers();
  const jar = { sent: asked.get("cookie"), kept: (await cookies()).toString() };
  const cookie = (purpose: Purpose) => readKept(jar, purpose, secure);
  return {
    handle: ifThere(cookie("session")),
    guest: ifThere(cookie("guest")),
    get device() {
      return theirs(cookie("device"));
    },
    /** A login that waits for its code. */
    get challenge() {
      return theirs(cookie("challenge"));
    },
    get receipt() {
      return theirs(cookie("receipt"));
    },
    link: (purpose: Link) => theirs(cookie(purpose)),
    get ipAddress() {
      return theirs(asked.get("x-forwarded-for") ?? "127.0.0.1");
    },
    get userAgent() {
      return theirs((asked.get("user-agent") ?? "").slice(0, 512));
    },
    /** The page that asks, when the browser names it. */
    get page() {
      return theirs(ownPath(asked.get("referer")));
    },
    get isSameOrigin() {
      return theirs(isSameOrigin(asked, env.publicOrigin));
    },
    /** Asked for by the browser's worker, for later: nobody sees it now. */
    isCopy: isCopy(asked.get("accept")),
  };
};
export type Visitor = Awaited<ReturnType<typeof visitor>>;

/** Sets a cookie of ours from a server action; an empty value takes it away. */
export const keepCookie = async (purpose: Purpose, value: string) => {
  const cookie = cookieFor(purpose, value, secure);
  (await cookies()).set(cookie.name, cookie.value, cookie.options);
};
