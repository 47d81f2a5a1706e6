import "server-only";
import { env } from "../../lib/env";
import { cookieFor, type Link, setCookie } from "../../lib/session/cookies";

const tokenPattern = /^[\w-]{43}$/;

/**
 * Takes the token of a mail link out of the address bar, the history and the Referer, into a cookie
 * that lasts as long as the next page is read. Opening the link changes nothing.
 */
export const takeLink = (request: Request, purpose: Link, to: string) => {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const secure = env.publicOrigin.startsWith("https:");
  const headers = new Headers({
    location: to,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  if (tokenPattern.test(token))
    headers.set("set-cookie", setCookie(cookieFor(purpose, token, secure)));
  return new Response(null, { status: 303, headers });
};
