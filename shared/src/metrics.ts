import process from "node:process";

import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { Counter, Gauge, Histogram, Registry } from "prom-client";

const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** The registry of one process; names and units follow OpenTelemetry's semantic conventions. */
export const createMetrics = (service: string) => {
  const registry = new Registry();
  registry.setDefaultLabels({ service_name: service });
  const requests = new Histogram({
    name: "http_server_request_duration_seconds",
    help: "Duration of HTTP server requests",
    labelNames: ["http_request_method", "http_route", "http_response_status_code"],
    buckets,
    registers: [registry],
  });
  const memory = new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory",
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return { registry, requests, memory };
};
export type Metrics = ReturnType<typeof createMetrics>;

/** Counts every request by method, route template and status. */
export const measured = ({ requests }: Metrics) =>
  createMiddleware(async (c, next) => {
    const start = performance.now();
    await next();
    const labels = {
      http_request_method: c.req.method,
      http_route: c.res.status === 404 || c.res.status === 405 ? "" : routePath(c, -1),
      http_response_status_code: c.res.status,
    };
    requests.observe(labels, (performance.now() - start) / 1000);
  });

export const gauge = (metrics: Metrics, name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    registers: [metrics.registry],
    collect() {
      this.set(read());
    },
  });

export const counter = (metrics: Metrics, name: string, help: string, labelNames: string[] = []) =>
  new Counter({ name, help, labelNames, registers: [metrics.registry] });
