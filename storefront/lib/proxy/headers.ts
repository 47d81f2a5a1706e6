const requestAllowed = [
  "accept",
  "accept-language",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "if-modified-since",
  "prefer",
  "range",
  "traceparent",
  "user-agent",
  "x-currency",
];

const responseAllowed = [
  "cache-control",
  "content-disposition",
  "content-language",
  "content-range",
  "content-type",
  "etag",
  "idempotency-replayed",
  "last-modified",
  "link",
  "ratelimit",
  "ratelimit-policy",
  "retry-after",
  "vary",
  "www-authenticate",
  "x-request-id",
];

const pick = (source: Pick<Headers, "get">, allowed: readonly string[]) => {
  const kept = new Headers();
  for (const name of allowed) {
    const value = source.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
};

export type Sent = {
  requestId: string;
  traceparent: string;
  clientAddress: string;
  publicOrigin: string;
  token?: string | undefined;
};

/** What an upstream is told: the harmless headers of the browser, and what this server knows. */
export const upstreamHeaders = (source: Headers, sent: Sent) => {
  const headers = pick(source, requestAllowed);
  const { protocol, host } = new URL(sent.publicOrigin);
  headers.set("x-request-id", sent.requestId);
  headers.set("traceparent", sent.traceparent);
  headers.set("x-forwarded-for", sent.clientAddress);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", protocol.slice(0, -1));
  // A compressed answer would be passed on with a length that no longer fits.
  headers.set("accept-encoding", "identity");
  if (sent.token) headers.set("authorization", `Bearer ${sent.token}`);
  return headers;
};

/** What a browser is told of an upstream's answer; an answer about somebody is nobody else's. */
export const browserHeaders = (source: Pick<Headers, "get">, personal: boolean) => {
  const headers = pick(source, responseAllowed);
  headers.set("x-content-type-options", "nosniff");
  if (personal) headers.set("cache-control", "private, no-store");
  return headers;
};

/** Where an upstream points, as a path of ours; undefined when it points elsewhere. */
export const ownLocation = (location: string, upstream: URL) => {
  const target = URL.parse(location, upstream.href);
  if (target?.origin !== upstream.origin || !target.pathname.startsWith("/v1/")) return undefined;
  return `/api${target.pathname.slice("/v1".length)}${target.search}`;
};
