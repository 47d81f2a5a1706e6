import { monitorEventLoopDelay } from "node:perf_hooks";

import { Counter, Gauge, Histogram } from "prom-client";

import type { Attributes, Span } from "./spans.ts";
import { currentTrace, type Trace } from "./trace.ts";

/** OpenTelemetry's advice for durations in seconds, and 1 ms below it for statements. */
export const buckets = [
  0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

const histogram = (name: string, help: string, labelNames: string[]) =>
  new Histogram<string>({ name, help, labelNames, buckets, enableExemplars: true, registers: [] });
const counter = (name: string, help: string, labelNames: string[]) =>
  new Counter<string>({ name, help, labelNames, registers: [] });

/** How late timers come, in nanoseconds of this runtime's own histogram. */
const lagOfEventLoop = () => {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  return new Gauge({
    name: "event_loop_lag_p99_seconds",
    help: "How late timers came since the last scrape, 99th percentile",
    registers: [],
    collect() {
      this.set(lag.count === 0 ? 0 : lag.percentile(99) / 1e9);
      lag.reset();
    },
  });
};

/** How many operations each database system works on, or has not begun yet. */
export const active = new Map<string, number>();

/** When each outbox was last seen empty, in milliseconds since 1970. */
export const emptied = new Map<string, number>();

/** What a whole process does, whichever of its parts does it. */
const create = () => ({
  lag: lagOfEventLoop(),
  httpCalls: histogram("http_client_request_duration_seconds", "Duration of HTTP client requests", [
    "http_request_method",
    "server_address",
    "http_response_status_code",
    "error_type",
  ]),
  storeCalls: histogram("db_client_operation_duration_seconds", "Duration of database operations", [
    "db_system_name",
    "db_operation_name",
    "error_type",
  ]),
  storeCallsActive: new Gauge<string>({
    name: "db_client_operations_active",
    help: "Statements and transactions that wait for the database, or for a connection to it",
    labelNames: ["db_system_name"],
    registers: [],
    collect() {
      for (const [db_system_name, count] of active) this.set({ db_system_name }, count);
    },
  }),
  storeConnectionsMax: new Gauge<string>({
    name: "db_client_connection_max",
    help: "Most connections that the pool opens",
    labelNames: ["db_system_name"],
    registers: [],
  }),
  sent: counter("messaging_client_sent_messages_total", "Events that the outbox sent", [
    "messaging_destination_name",
    "event_type",
  ]),
  processed: histogram("messaging_process_duration_seconds", "Duration of applying an event", [
    "messaging_destination_name",
    "messaging_consumer_group_name",
    "event_type",
    "error_type",
  ]),
  outboxLag: new Gauge<string>({
    name: "outbox_lag_seconds",
    help: "Since when there has been something in the outbox that was not sent",
    labelNames: ["messaging_destination_name"],
    registers: [],
    collect() {
      for (const [messaging_destination_name, since] of emptied)
        this.set({ messaging_destination_name }, (Date.now() - since) / 1000);
    },
  }),
  breakerOpen: new Gauge<string>({
    name: "circuit_breaker_open",
    help: "1 while a peer is not asked, since it did not answer",
    labelNames: ["server_address", "operation_class"],
    registers: [],
  }),
  dead: counter("messaging_dead_letters_total", "Events that were given up", [
    "messaging_destination_name",
    "messaging_consumer_group_name",
  ]),
});

// A bundler may load this module more than once in a process.
declare global {
  var jangteoProcessMetrics: ReturnType<typeof create> | undefined;
}
export const processMetrics = (globalThis.jangteoProcessMetrics ??= create());

/** The request that an observation came from, where its trace is told to somebody (OpenMetrics exemplars). */
const exemplar = (trace = currentTrace()) =>
  trace?.sampled && globalThis.jangteoSpans
    ? { trace_id: trace.traceId, span_id: trace.spanId }
    : {};

/** What kind of failure it was: a status, a code such as an SQLSTATE, or a name; never its message. */
export const errorType = (error: unknown) => {
  if (typeof error === "number") return String(error);
  if (!(error instanceof Error)) return "_OTHER";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
};

type Labels = Record<string, string | number>;

/** Observes what has taken `since` a reading of `performance.now()`. */
export const observeSince = (metric: Histogram, since: number, labels: Labels, trace?: Trace) => {
  const value = (performance.now() - since) / 1000;
  metric.observe({ labels, value, exemplarLabels: exemplar(trace) });
};

/** Begins to time a call: what it returns is told how the call ended, once, and ends its span. */
export const timing = (metric: Histogram, labels: Labels, span?: Span) => {
  const start = performance.now();
  return ({
    failure,
    ...more
  }: { failure?: unknown; labels?: Labels; attributes?: Attributes } = {}) => {
    const failed = failure === undefined ? {} : { error_type: errorType(failure) };
    observeSince(metric, start, { ...labels, ...more.labels, ...failed }, span?.trace);
    span?.end({
      ...(failure !== undefined && { failure }),
      ...(more.attributes && { attributes: more.attributes }),
    });
  };
};

/** Tells how a call ended, whenever it does; whoever waits for it hears of a failure all the same. */
export const settledBy = (
  call: Promise<unknown>,
  settle: (ending: { failure?: unknown }) => void,
) => {
  call.then(
    () => settle({}),
    (failure: unknown) => settle({ failure }),
  );
};
