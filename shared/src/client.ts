import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";

import { dependencyAway } from "./problem.ts";
import { currentTrace, traceparent } from "./trace.ts";

declare const app: OpenAPIHono;
type Route<R> = R extends RouteConfig ? ReturnType<typeof app.openapi<R>> : never;

/** What `hc` needs to call a service, read from its contract alone. */
export type Api<Contract> = { [Name in keyof Contract]: Route<Contract[Name]> }[keyof Contract];

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` for `hc`: a deadline in milliseconds, the trace passed on, and a peer that cannot be
 * reached told as `unavailable`.
 */
export const serviceFetch =
  (deadline: number, inner: Fetch = fetch): Fetch =>
  async (input, init) => {
    const headers = new Headers(init?.headers);
    const trace = currentTrace();
    if (trace) {
      headers.set("traceparent", traceparent(trace));
      headers.set("x-request-id", trace.requestId);
    }
    const timeout = AbortSignal.timeout(deadline);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    try {
      return await inner(input, { ...init, headers, signal });
    } catch (cause) {
      throw dependencyAway(cause);
    }
  };
