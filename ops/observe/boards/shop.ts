import type { Board, Panel } from "./board.ts";
import { quantile, rate, requests } from "./queries.ts";

const step = (title: string, method: string, route: string): Panel["exprs"][number] => [
  `sum(rate(${requests}_count{job="order",http_request_method="${method}",http_route="${route}",http_response_status_code=~"2.."}[5m]))`,
  title,
];
export const funnel: Board = {
  uid: "jangteo-funnel",
  title: "checkout funnel",
  panels: [
    {
      title: "From shelf to order",
      unit: "reqps",
      width: 24,
      exprs: [
        [
          `sum(rate(${requests}_count{job="storefront",http_route="/[locale]/products/[slug]",http_response_status_code=~"2.."}[5m]))`,
          "pieces looked at",
        ],
        step("added to a cart", "POST", "/v1/carts/current/lines"),
        step("checkouts begun", "POST", "/v1/checkouts"),
        step("purchases asked for", "POST", "/v1/checkouts/:id/completion"),
        [
          'sum(rate(messaging_client_sent_messages_total{event_type="order.placed"}[5m]))',
          "orders placed",
        ],
      ],
    },
    {
      title: "How long “buy” takes",
      unit: "s",
      exprs: [0.5, 0.95, 0.99].map((q) => [
        `histogram_quantile(${q}, sum by (le) (rate(${requests}_bucket{job="order",http_route="/v1/checkouts/:id/completion"}[5m])))`,
        `p${q * 100}`,
      ]),
    },
    {
      title: "Purchases refused or failed",
      unit: "reqps",
      exprs: [
        [
          `sum by (http_response_status_code) (rate(${requests}_count{job="order",http_route="/v1/checkouts/:id/completion",http_response_status_code!~"2.."}[5m]))`,
          "{{http_response_status_code}}",
        ],
      ],
    },
    {
      title: "Oldest purchase that waits for the shop",
      unit: "s",
      exprs: [["checkout_oldest_unfinished_seconds", "stands still for"]],
    },
    {
      title: "What happened to payments and orders",
      unit: "ops",
      exprs: [
        [
          'sum by (event_type) (rate(messaging_client_sent_messages_total{event_type=~"(order|payment)[.].+"}[5m]))',
          "{{event_type}}",
        ],
      ],
    },
  ],
};

export const gateway: Board = {
  uid: "jangteo-gateway",
  title: "gateway",
  panels: [
    {
      title: "Requests by route",
      unit: "reqps",
      exprs: [[rate("kong_http_requests_total", "route"), "{{route}}"]],
    },
    {
      title: "Answers by status",
      unit: "reqps",
      exprs: [[rate("kong_http_requests_total", "code"), "{{code}}"]],
    },
    {
      title: "Latency by route, 99th percentile",
      unit: "ms",
      exprs: [[quantile(0.99, "kong_request_latency_ms_bucket", "route"), "{{route}}"]],
    },
    {
      title: "Of which services, 99th percentile",
      unit: "ms",
      exprs: [[quantile(0.99, "kong_upstream_latency_ms_bucket", "service"), "{{service}}"]],
    },
    {
      title: "Refused by the gateway itself",
      unit: "reqps",
      exprs: [
        ['sum by (code) (rate(kong_http_requests_total{source!="service"}[5m]))', "{{code}}"],
      ],
    },
    {
      title: "Bytes",
      unit: "Bps",
      exprs: [[rate("kong_bandwidth_bytes", "direction"), "{{direction}}"]],
    },
  ],
};
