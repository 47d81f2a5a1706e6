import process from "node:process";

import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import { Counter, Gauge, Histogram, type OpenMetricsContentType, Registry } from "prom-client";

import { buckets, observeSince, processMetrics } from "./process-metrics.ts";

/** The registry of one process; names and units follow OpenTelemetry's semantic conventions. */
export const createMetrics = (service: string) => {
  const registry = new Registry<OpenMetricsContentType>();
  // Exemplars are known to this format alone.
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  registry.setDefaultLabels({ service_name: service });
  const requests = new Histogram<string>({
    name: "http_server_request_duration_seconds",
    help: "Duration of HTTP server requests",
    labelNames: ["http_request_method", "http_route", "http_response_status_code", "error_type"],
    buckets,
    enableExemplars: true,
    registers: [registry],
  });
  gauge({ registry }, "process_resident_memory_bytes", "Resident memory", () =>
    process.memoryUsage.rss(),
  );
  const started = Date.now() / 1000 - process.uptime();
  gauge(
    { registry },
    "process_start_time_seconds",
    "When the process began, since 1970",
    () => started,
  );
  const cpu = new Counter({
    name: "process_cpu_seconds_total",
    help: "User and system CPU time",
    registers: [],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  for (const metric of [cpu, ...Object.values(processMetrics)]) registry.registerMetric(metric);
  return { registry, requests };
};
export type Metrics = ReturnType<typeof createMetrics>;

/** The template of a request's path; nothing for one that no route takes. */
export const routeOf = (c: Context) =>
  c.res.status === 404 || c.res.status === 405 ? "" : routePath(c, -1);

/** Counts every request by method, route template and status. */
export const measured = ({ requests }: Metrics) =>
  createMiddleware(async (c, next) => {
    const start = performance.now();
    await next();
    observeSince(requests, start, {
      http_request_method: c.req.method,
      http_route: routeOf(c),
      http_response_status_code: c.res.status,
    });
  });
/** A number that is read at each scrape; while it cannot be read, it is left out. */
export const gauge = (
  { registry }: Pick<Metrics, "registry">,
  name: string,
  help: string,
  read: () => number | Promise<number>,
) =>
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      try {
        this.set(await read());
      } catch {
        this.remove();
      }
    },
  });

export const counter = (metrics: Metrics, name: string, help: string, labelNames: string[] = []) =>
  new Counter({ name, help, labelNames, registers: [metrics.registry] });
