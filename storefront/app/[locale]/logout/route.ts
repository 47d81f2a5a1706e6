import { env } from "../../../lib/env";
import { isSameOrigin } from "../../../lib/origins";
import { goodbye } from "../../../lib/proxy/own-sessions";
import { sessions } from "../../../lib/server";
import { readCookie } from "../../../lib/session/cookies";

type Context = { params: Promise<{ locale: string }> };

const secure = env.publicOrigin.startsWith("https:");

/** A plain form leads here: a server action could not clear the browser's cache. */
export const POST = async ({ headers }: Request, { params }: Context) => {
  if (!isSameOrigin(headers, env.publicOrigin)) return new Response(null, { status: 403 });
  const handle = readCookie(headers.get("cookie"), "session", secure);
  // The cookie goes even when the store is away: this browser is what the shopper has at hand.
  if (handle)
    await sessions()
      .end(handle)
      .catch(() => undefined);
  const location = `/${(await params).locale}`;
  return new Response(null, { status: 303, headers: { ...goodbye(secure), location } });
};
