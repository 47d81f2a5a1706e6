import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";

import { breakerOf } from "./breaker.ts";
import { dependencyAway } from "./problem.ts";
import { processMetrics, timing } from "./process-metrics.ts";
import { answered, beginHere } from "./spans.ts";
import { traceparent } from "./trace.ts";

declare const app: OpenAPIHono;
type Route<R> = R extends RouteConfig ? ReturnType<typeof app.openapi<R>> : never;

/** What `hc` needs to call a service, read from its contract alone. */
export type Api<Contract> = { [Name in keyof Contract]: Route<Contract[Name]> }[keyof Contract];

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const urlOf = (input: string | URL | Request) =>
  new URL(input instanceof Request ? input.url : input);

const methodOf = (input: string | URL | Request, init?: RequestInit) =>
  init?.method ?? (input instanceof Request ? input.method : "GET");

/** A `fetch` that is counted, and is a span of the present trace, which it passes on. */
export const tracedFetch =
  (inner: Fetch = fetch): Fetch =>
  async (input, init) => {
    const { host, hostname, port } = urlOf(input);
    const method = methodOf(input, init);
    const labels = { http_request_method: method, server_address: host };
    const attributes = {
      "http.request.method": method,
      "server.address": hostname,
      "server.port": Number(port || 80),
    };
    const span = beginHere(`${method} ${host}`, "client", attributes);
    const headers = new Headers(init?.headers);
    if (span) {
      headers.set("traceparent", traceparent(span.trace));
      headers.set("x-request-id", span.trace.requestId);
    }
    const settle = timing(processMetrics.httpCalls, labels, span);
    try {
      const reply = await inner(input, { ...init, headers });
      const { status } = reply;
      settle({ labels: { http_response_status_code: status }, ...answered(status) });
      return reply;
    } catch (failure) {
      settle({ failure });
      throw failure;
    }
  };

/**
 * A `fetch` for `hc`: a deadline in milliseconds, the trace passed on, and a peer that cannot be
 * reached told as `unavailable`; one that has not answered for long is not asked at all.
 */
export const serviceFetch =
  (deadline: number, inner: Fetch = fetch): Fetch =>
  async (input, init) => {
    const ask = tracedFetch(inner);
    const timeout = AbortSignal.timeout(deadline);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const breaker = breakerOf(urlOf(input).host, methodOf(input, init));
    try {
      return await breaker.execute(() => ask(input, { ...init, signal }));
    } catch (cause) {
      throw dependencyAway(cause);
    }
  };
