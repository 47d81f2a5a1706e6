import { joinTrace, traceparent } from "@jangteo/shared/trace";
import { z } from "zod";

import { definePlugin } from "../plugin.ts";

const w3c = z.tuple([z.literal("w3c")]);
const config = z.strictObject({
  traces_endpoint: z.url(),
  sampling_rate: z.literal(1),
  resource_attributes: z.record(z.string(), z.string()),
  propagation: z.strictObject({ extract: w3c, inject: w3c, default_format: z.literal("w3c") }),
  queue: z.strictObject({ max_retry_time: z.int(), max_entries: z.int() }),
});

/** Carries the trace on; spans of its own it sends to nobody. */
export const opentelemetry = definePlugin("opentelemetry", 14, config, () => ({
  access: ({ headers }) =>
    headers.set("traceparent", traceparent(joinTrace(headers.get("traceparent"), undefined))),
}));
