import "server-only";
import { cookies, headers } from "next/headers";

import { env } from "./env";
import { isSameOrigin } from "./origins";
import { cookieFor, type Purpose, readCookie } from "./session/cookies";

const secure = env.publicOrigin.startsWith("https:");

/** Who asks, as far as the headers of the request tell. */
export const visitor = async () => {
  const asked = await headers();
  const cookie = asked.get("cookie");
  return {
    handle: readCookie(cookie, "session", secure),
    guest: readCookie(cookie, "guest", secure),
    link: (purpose: "verify" | "reset") => readCookie(cookie, purpose, secure),
    ipAddress: asked.get("x-forwarded-for") ?? "127.0.0.1",
    userAgent: (asked.get("user-agent") ?? "").slice(0, 512),
    isSameOrigin: isSameOrigin(asked, env.publicOrigin),
  };
};
export type Visitor = Awaited<ReturnType<typeof visitor>>;

/** Sets a cookie of ours from a server action; an empty value takes it away. */
export const keepCookie = async (purpose: Purpose, value: string) => {
  const cookie = cookieFor(purpose, value, secure);
  (await cookies()).set(cookie.name, cookie.value, cookie.options);
};
