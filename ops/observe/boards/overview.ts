import type { Board } from "./board.ts";
import { quantile, rate, requests } from "./queries.ts";

export const overview: Board = {
  uid: "jangteo-overview",
  title: "overview",
  panels: [
    { title: "Answering", unit: "short", kind: "stat", width: 12, exprs: [["up", "{{job}}"]] },
    {
      title: "Alerts at work",
      unit: "short",
      kind: "stat",
      width: 12,
      exprs: [
        [
          'count by (alertname, severity) (ALERTS{alertstate="firing"}) or vector(0)',
          "{{alertname}}",
        ],
      ],
    },
    { title: "Requests", unit: "reqps", exprs: [[rate(`${requests}_count`, "job"), "{{job}}"]] },
    {
      title: "Failures",
      unit: "percentunit",
      description: "Answers with 5xx, of all; 0.1 % is promised",
      exprs: [["job:http_requests_failed:ratio_rate5m", "{{job}}"]],
    },
    {
      title: "Latency, 99th percentile",
      unit: "s",
      exprs: [[quantile(0.99, `${requests}_bucket`, "job"), "{{job}}"]],
    },
    {
      title: "Slower than 500 ms",
      unit: "percentunit",
      description: "1 % is promised",
      exprs: [["job:http_requests_slow:ratio_rate5m", "{{job}}"]],
    },
    { title: "CPU", unit: "short", exprs: [["rate(process_cpu_seconds_total[5m])", "{{job}}"]] },
    { title: "Memory", unit: "bytes", exprs: [["process_resident_memory_bytes", "{{job}}"]] },
    {
      title: "Events not sent yet, since",
      unit: "s",
      exprs: [["outbox_lag_seconds", "{{messaging_destination_name}}"]],
    },
    {
      title: "Pages for everybody, kept (hit) or rendered (miss)",
      unit: "reqps",
      exprs: [["sum by (outcome) (rate(page_cache_requests_total[5m]))", "{{outcome}}"]],
    },
    {
      title: "Breakers open",
      unit: "short",
      exprs: [["circuit_breaker_open", "{{job}} to {{server_address}}, {{operation_class}}s"]],
    },
  ],
};
