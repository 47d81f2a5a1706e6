import type { Alert, Recording, Series } from "./alert.ts";

/** What is promised of every service: of a hundred thousand requests so many without a failure, and so many in time. */
const promises = {
  Error: { budget: 0.001, bad: "failed", said: "answered with 5xx" },
  Latency: { budget: 0.01, bad: "slow", said: "took longer than 500 ms" },
} as const;

const requests = "http_server_request_duration_seconds";
const windows = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"] as const;
type Window = (typeof windows)[number];

const slow = (window: Window) =>
  `rate(${requests}_count[${window}]) - ignoring(le) rate(${requests}_bucket{le="0.5"}[${window}])`;
const failures = (counter: string, status: string, window: Window) =>
  `rate(${counter}{${status}=~"5.."}[${window}]) or 0 * rate(${counter}[${window}])`;
const share = (bad: string, counter: string, window: Window) =>
  `sum by (job) (${bad}) / (sum by (job) (rate(${counter}[${window}])) > 0)`;

/** The gateway counts what it answers itself as well, as Kong names it. */
const counters = [
  [`${requests}_count`, "http_response_status_code"],
  ["kong_http_requests_total", "code"],
] as const;
const failed = (window: Window) =>
  counters
    .map(([counter, status]) => share(failures(counter, status, window), counter, window))
    .join(" or ");

const recordOf = (bad: string, window: Window) => `job:http_requests_${bad}:ratio_rate${window}`;

/** The share of bad requests, by service and window. */
export const budgetRecordings: Recording[] = windows.flatMap((window) => [
  { record: recordOf("failed", window), expr: failed(window) },
  {
    record: recordOf("slow", window),
    expr: share(slow(window), `${requests}_count`, window),
  },
]);

/** How much faster than promised the budget of 30 days burns, over a long window and still in a short one. */
const burns = [
  { speed: "Fast", factor: 14.4, long: "1h", short: "5m", severity: "page" },
  { speed: "Steadily", factor: 6, long: "6h", short: "30m", severity: "page" },
  { speed: "Slowly", factor: 3, long: "1d", short: "2h", severity: "ticket" },
  { speed: "Gradually", factor: 1, long: "3d", short: "6h", severity: "ticket" },
] as const;

const requestsOf = (status: number, values: string): Series[] => [
  [
    `${requests}_count{job="order",http_route="/v1/carts",http_response_status_code="${status}"}`,
    values,
  ],
  [
    `${requests}_bucket{job="order",http_route="/v1/carts",http_response_status_code="${status}",le="0.5"}`,
    values,
  ],
];
/** All answered with 200; of every hundred, so many in time. */
const inTime = (values: string): Series[] => [
  [
    `${requests}_count{job="order",http_route="/v1/carts",http_response_status_code="200"}`,
    `0+100x${length}`,
  ],
  [
    `${requests}_bucket{job="order",http_route="/v1/carts",http_response_status_code="200",le="0.5"}`,
    values,
  ],
];

/** Minutes from one reading to the next in a test, so that each has seen its long window in 74 of them. */
const steps = { Fast: 1, Steadily: 5, Slowly: 20, Gradually: 60 } as const;
const length = 74;

export const budgetAlerts: Alert[] = Object.entries(promises).flatMap(
  ([what, { budget, bad, said }]) =>
    burns.map(({ speed, factor, long, short, severity }) => {
      const limit = Number((factor * budget).toPrecision(6));
      // Ten times as much as the budget allows at this speed, and a tenth of it.
      const [much, little] = [Math.min(90, limit * 1000), limit * 10];
      return {
        name: `${what}BudgetBurns${speed}`,
        runbook: `${what}Budget`,
        expr: `${recordOf(bad, long)} > ${limit} and ${recordOf(bad, short)} > ${limit}`,
        severity,
        summary: `{{ $labels.job }}: {{ $value | humanizePercentage }} of the requests of ${long} ${said}`,
        description: `At this pace the budget of 30 days (${budget * 100} %) is gone in ${Number((30 / factor).toFixed(1))} days.`,
        fires:
          what === "Error"
            ? [
                ...requestsOf(200, `0+${100 - much}x${length}`),
                ...requestsOf(503, `0+${much}x${length}`),
              ]
            : inTime(`0+${100 - much}x${length}`),
        stays:
          what === "Error"
            ? [
                ...requestsOf(200, `0+${100 - little}x${length}`),
                ...requestsOf(503, `0+${little}x${length}`),
              ]
            : inTime(`0+${100 - little}x${length}`),
        step: steps[speed],
        after: length * steps[speed],
      };
    }),
);
