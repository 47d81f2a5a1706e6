import { joinTrace, traceparent, type Trace } from "@jangteo/shared/trace";
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

const parentIn = (header: string | undefined) =>
  /^00-[\da-f]{32}-([\da-f]{16})-/.exec(header ?? "")?.[1];

/** Carries the trace on, and tells the collector of it where there is one. */
export const opentelemetry = definePlugin("opentelemetry", 14, config, (rules, { spans }) => {
  const joined = new WeakMap<Exchange, { trace: Trace; parent: string | undefined }>();
  const join = (exchange: Exchange) => {
    const header = exchange.headers.get("traceparent");
    const found = { trace: joinTrace(header, undefined), parent: parentIn(header) };
    joined.set(exchange, found);
    return found;
  };
  return {
    access: (exchange) => {
      exchange.headers.set("traceparent", traceparent(join(exchange).trace));
    },
    log: (exchange, { status }) => {
      if (!spans) return;
      // What was refused before this plugin's turn is part of the caller's trace as well.
      const { trace, parent } = joined.get(exchange) ?? join(exchange);
      if (!trace.sampled) return;
      const route = exchange.route?.name ?? "none";
      const start = performance.timeOrigin + exchange.started;
      spans.add({
        traceId: trace.traceId,
        spanId: trace.spanId,
        parentSpanId: parent,
        name: `${exchange.method} ${route}`,
        start,
        end: performance.timeOrigin + performance.now(),
        attributes: {
          "http.request.method": exchange.method,
          "http.response.status_code": status,
          "kong.route": route,
        },
        resource: rules.resource_attributes,
      });
    },
  };
});
