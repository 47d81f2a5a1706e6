/** What a service measures of each request it answers. */
export const requests = "http_server_request_duration_seconds";
export const rate = (metric: string, by: string) => `sum by (${by}) (rate(${metric}[5m]))`;
export const quantile = (q: number, histogram: string, by: string) =>
  `histogram_quantile(${q}, sum by (le, ${by}) (rate(${histogram}[5m])))`;
