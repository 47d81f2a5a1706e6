import type { Fetch } from "@jangteo/shared/client";

import type { Refusal } from "../problem";
import { browserHeaders, ownLocation, type Sent, upstreamHeaders } from "./headers";

type Exchange = {
  url: URL;
  method: string;
  headers: Headers;
  body: Uint8Array<ArrayBuffer> | null;
  deadline: number;
  signal: AbortSignal;
  fetch: Fetch;
};

export const unreachable: Refusal = {
  status: 503,
  code: "unavailable",
  title: "The shop cannot answer this now; nothing was changed on this side",
  headers: { "retry-after": "2" },
};
const late: Refusal = { ...unreachable, status: 504, title: "The answer took too long" };
const astray: Refusal = {
  status: 502,
  code: "unavailable",
  title: "The answer points outside the shop",
};

/** Sends on; a failure to reach the upstream is a refusal, never an exception. */
export const send = async (exchange: Exchange, sent: Sent): Promise<Response | Refusal> => {
  const { url, method, headers, body, deadline, signal, fetch } = exchange;
  const timeout = AbortSignal.timeout(deadline);
  try {
    return await fetch(url, {
      method,
      headers: upstreamHeaders(headers, sent),
      body,
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.any([signal, timeout]),
    });
  } catch {
    return timeout.aborted ? late : unreachable;
  }
};

const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304;

/** The answer for the browser: the body streams through, the headers are picked. */
export const relay = (reply: Response, upstream: URL, personal: boolean): Response | Refusal => {
  const headers = browserHeaders(reply.headers, personal);
  const pointed = reply.headers.get("location");
  const location = pointed === null ? undefined : ownLocation(pointed, upstream);
  if (location !== undefined) headers.set("location", location);
  if (isRedirect(reply.status) && location === undefined) {
    void reply.body?.cancel();
    return astray;
  }
  return new Response(reply.body, { status: reply.status, headers });
};
