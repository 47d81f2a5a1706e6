import { Counter, Histogram, Registry } from "prom-client";

const milliseconds = [1, 2, 5, 7, 10, 15, 20, 30, 50, 75, 100, 200, 500, 1000, 5000, 10_000];

/** Named and labelled as Kong's, so that one dashboard reads both. */
export const createMetrics = () => {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: "kong_http_requests_total",
    help: "HTTP requests by service, route, status code and source of the answer",
    labelNames: ["service", "route", "code", "source"],
    registers,
  });
  const latency = new Histogram({
    name: "kong_request_latency_ms",
    help: "Time from a request's first byte to its answer's last",
    labelNames: ["service", "route"],
    buckets: milliseconds,
    registers,
  });
  const upstream = new Histogram({
    name: "kong_upstream_latency_ms",
    help: "Time until the service's first byte",
    labelNames: ["service", "route"],
    buckets: milliseconds,
    registers,
  });
  const bandwidth = new Counter({
    name: "kong_bandwidth_bytes",
    help: "Bytes of bodies",
    labelNames: ["service", "route", "direction"],
    registers,
  });
  return { registry, requests, latency, upstream, bandwidth };
};
export type Metrics = ReturnType<typeof createMetrics>;
