const loopback = ["localhost", "127.0.0.1"];

/** The origins this shop answers under: its own, and on one machine both names of that machine. */
export const ownOrigins = (publicOrigin: string): readonly string[] => {
  const { protocol, hostname, port, origin } = new URL(publicOrigin);
  if (!loopback.includes(hostname)) return [origin];
  return loopback.map((name) => new URL(`${protocol}//${name}:${port}`).origin);
};

/** The origin that a request was sent to, if it is one of ours. */
const originOf = (host: string | null, publicOrigin: string) =>
  ownOrigins(publicOrigin).find((origin) => new URL(origin).host === host);

/**
 * Whether a write comes from a page of this shop: the browser says so itself (Fetch Metadata), or
 * names the origin, and neither says otherwise. `Origin: null` is somebody else.
 */
export const isSameOrigin = (headers: Headers, publicOrigin: string) => {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  const own = originOf(headers.get("host"), publicOrigin);
  return (site === null || site === "same-origin") && (origin === null || origin === own);
};
