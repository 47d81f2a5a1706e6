import type { Board } from "./board.ts";
import { quantile, rate, requests } from "./queries.ts";

const own = (metric: string) => `${metric}{job="$job"}`;
export const service: Board = {
  uid: "jangteo-service",
  title: "one service",
  perService: true,
  panels: [
    {
      title: "Requests by route",
      unit: "reqps",
      exprs: [
        [
          rate(own(`${requests}_count`), "http_request_method, http_route"),
          "{{http_request_method}} {{http_route}}",
        ],
      ],
    },
    {
      title: "Answers by status",
      unit: "reqps",
      exprs: [
        [
          rate(own(`${requests}_count`), "http_response_status_code"),
          "{{http_response_status_code}}",
        ],
      ],
    },
    {
      title: "Latency by route, 99th percentile",
      unit: "s",
      exprs: [[quantile(0.99, own(`${requests}_bucket`), "http_route"), "{{http_route}}"]],
    },
    {
      title: "Latency",
      unit: "s",
      exprs: [0.5, 0.95, 0.99].map((q) => [
        quantile(q, own(`${requests}_bucket`), "job"),
        `p${q * 100}`,
      ]),
    },
    {
      title: "Requests at work",
      unit: "short",
      exprs: [[own("http_server_active_requests"), "at work"]],
    },
    {
      title: "Event loop, 99th percentile",
      unit: "s",
      exprs: [[own("event_loop_lag_p99_seconds"), "late by"]],
    },
    {
      title: "What it asks of others",
      unit: "reqps",
      exprs: [
        [
          rate(
            own("http_client_request_duration_seconds_count"),
            "server_address, http_response_status_code, error_type",
          ),
          "{{server_address}} {{http_response_status_code}}{{error_type}}",
        ],
      ],
    },
    {
      title: "How long others take, 99th percentile",
      unit: "s",
      exprs: [
        [
          quantile(0.99, own("http_client_request_duration_seconds_bucket"), "server_address"),
          "{{server_address}}",
        ],
      ],
    },
    {
      title: "Statements and commands",
      unit: "ops",
      exprs: [
        [
          rate(
            own("db_client_operation_duration_seconds_count"),
            "db_system_name, db_operation_name",
          ),
          "{{db_system_name}} {{db_operation_name}}",
        ],
      ],
    },
    {
      title: "How long stores take, 99th percentile",
      unit: "s",
      exprs: [
        [
          quantile(
            0.99,
            own("db_client_operation_duration_seconds_bucket"),
            "db_system_name, db_operation_name",
          ),
          "{{db_system_name}} {{db_operation_name}}",
        ],
      ],
    },
    {
      title: "Statements waiting or at work",
      unit: "short",
      exprs: [
        [own("db_client_operations_active"), "statements"],
        [own("db_client_connection_max"), "connections at most"],
      ],
    },
    {
      title: "Events applied",
      unit: "ops",
      exprs: [
        [
          rate(own("messaging_process_duration_seconds_count"), "event_type, error_type"),
          "{{event_type}} {{error_type}}",
        ],
      ],
    },
    {
      title: "CPU",
      unit: "short",
      exprs: [[`rate(${own("process_cpu_seconds_total")}[5m])`, "cores"]],
    },
    { title: "Memory", unit: "bytes", exprs: [[own("process_resident_memory_bytes"), "resident"]] },
  ],
};
