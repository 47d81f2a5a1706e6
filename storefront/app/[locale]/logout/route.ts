import { env } from "../../../lib/env";
import { isSameOrigin } from "../../../lib/origins";
import { goodbye } from "../../../lib/proxy/own-sessions";
import { sessions } from "../../../lib/server";
import { readCookie } from "../../../lib/session/cookies";

type Context = { params: Promise<{ locale: string }> };

const secure = env.publicOrigin.startsWith("https:");

const seeOther = (location: string, headers = {}) =>
  new Response(null, { status: 303, headers: { ...headers, location } });

/** A plain form leads here: a server action could not clear the browser's cache. */
export const POST = async (request: Request, { params }: Context) => {
  const { headers } = request;
  if (!isSameOrigin(headers, env.publicOrigin)) return new Response(null, { status: 403 });
  const { locale } = await params;
  const handle = readCookie(headers.get("cookie"), "session", secure);
  const everywhere = new URL(request.url).searchParams.has("everywhere");
  if (handle && everywhere) {
    const { kind } = await sessions()
      .endAll(handle)
      .catch(() => ({ kind: "away" }) as const);
    if (kind === "away") return seeOther(`/${locale}/account/security?failed=1`);
    return seeOther(`/${locale}/login?everywhere=1`, goodbye(secure));
  }
  if (handle) await sessions().end(handle);
  return seeOther(`/${locale}`, goodbye(secure));
};
