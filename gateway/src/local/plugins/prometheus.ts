import { z } from "zod";

import { definePlugin } from "../plugin.ts";

const config = z.strictObject({
  status_code_metrics: z.literal(true),
  latency_metrics: z.literal(true),
  bandwidth_metrics: z.literal(true),
  upstream_health_metrics: z.literal(false),
  per_consumer: z.literal(false),
});

export const prometheus = definePlugin("prometheus", 13, config, (_rules, { metrics }) => ({
  log: ({ route, headers, started, upstream }, { status, source }, bytesOut) => {
    const labels = { service: route?.service?.name ?? "", route: route?.name ?? "" };
    metrics.requests.inc({ ...labels, code: status, source });
    metrics.latency.observe(labels, performance.now() - started);
    if (upstream !== undefined) metrics.upstream.observe(labels, upstream);
    metrics.bandwidth.inc({ ...labels, direction: "egress" }, bytesOut);
    const bytesIn = Number(headers.get("content-length") ?? 0);
    metrics.bandwidth.inc({ ...labels, direction: "ingress" }, bytesIn);
  },
}));
