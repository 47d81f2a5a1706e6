import { answered, enter, type Span } from "@jangteo/shared/spans";
import { joinTrace, traceparent } from "@jangteo/shared/trace";
import { z } from "zod";

import type { Exchange } from "../exchange.ts";
import { definePlugin } from "../plugin.ts";

const w3c = z.tuple([z.literal("w3c")]);
const config = z.strictObject({
  traces_endpoint: z.url(),
  sampling_rate: z.literal(1),
  resource_attributes: z.record(z.string(), z.string()),
  propagation: z.strictObject({ extract: w3c, inject: w3c, default_format: z.literal("w3c") }),
  queue: z.strictObject({ max_retry_time: z.int(), max_entries: z.int() }),
});

/** Carries the trace on, and tells of it. Which collector is told, the process knows and not this plugin. */
export const opentelemetry = definePlugin("opentelemetry", 14, config, () => {
  const joined = new WeakMap<Exchange, Span>();
  const join = (exchange: Exchange) => {
    const trace = joinTrace(exchange.headers.get("traceparent"), undefined);
    const route = exchange.route?.name ?? "none";
    const attributes = { "http.request.method": exchange.method, "kong.route": route };
    const span = enter(trace, `${exchange.method} ${route}`, "server", attributes);
    joined.set(exchange, span);
    return span;
  };
  return {
    access: (exchange) => {
      exchange.headers.set("traceparent", traceparent(join(exchange).trace));
    },
    log: (exchange, { status }) => {
      // What was refused before this plugin's turn is part of the caller's trace as well.
      (joined.get(exchange) ?? join(exchange)).end(answered(status));
    },
  };
});
