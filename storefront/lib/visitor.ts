import "server-only";
import { cookies, headers } from "next/headers";

import { env } from "./env";
import { isSameOrigin, ownOrigins } from "./origins";
import { safePath } from "./redirect";
import { cookieFor, type Link, type Purpose, readKept } from "./session/cookies";

const secure = env.publicOrigin.startsWith("https:");

const ownPath = (referer: string | null) => {
  const url = URL.parse(referer ?? "");
  return url && ownOrigins(env.publicOrigin).includes(url.origin)
    ? safePath(url.pathname + url.search)
    : undefined;
};

/** Who asks, as far as the headers of the request tell. */
export const visitor = async () => {
  const asked = await headers();
  const jar = { sent: asked.get("cookie"), kept: (await cookies()).toString() };
  const cookie = (purpose: Purpose) => readKept(jar, purpose, secure);
  return {
    handle: cookie("session"),
    guest: cookie("guest"),
    device: cookie("device"),
    /** A login that waits for its code. */
    challenge: cookie("challenge"),
    receipt: cookie("receipt"),
    link: (purpose: Link) => cookie(purpose),
    ipAddress: asked.get("x-forwarded-for") ?? "127.0.0.1",
    userAgent: (asked.get("user-agent") ?? "").slice(0, 512),
    /** The page that asks, when the browser names it. */
    page: ownPath(asked.get("referer")),
    isSameOrigin: isSameOrigin(asked, env.publicOrigin),
    /** Asked for by the browser's worker, for later: nobody sees it now. */
    isCopy: asked.get("accept") === "text/html",
  };
};
export type Visitor = Awaited<ReturnType<typeof visitor>>;

/** Sets a cookie of ours from a server action; an empty value takes it away. */
export const keepCookie = async (purpose: Purpose, value: string) => {
  const cookie = cookieFor(purpose, value, secure);
  (await cookies()).set(cookie.name, cookie.value, cookie.options);
};
