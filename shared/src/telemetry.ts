import process from "node:process";

import { z } from "@hono/zod-openapi";

import { readEnv } from "./env.ts";

/** OpenTelemetry's own names: where spans go, and which share of the traces that begin here is told. */
const Env = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});

/**
 * Tells of this process's spans (OTLP over HTTP, JSON) where a collector is named; without one, what it
 * takes to tell is not even loaded. Whether a trace is told is decided where it begins.
 */
export const startTelemetry = async (service: string, source = process.env) => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: ratio } = readEnv(
    Env,
    source,
  );
  if (endpoint === undefined) return { stop: async () => {} };
  const { tellCollector } = await import("./otlp.ts");
  return tellCollector(service, endpoint, ratio);
};
