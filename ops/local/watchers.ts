/** What watches the shop: its program by upstream's name, then by the name of Debian's package. */
export const watchers = {
  prometheus: ["prometheus", "prometheus"],
  alertmanager: ["alertmanager", "prometheus-alertmanager"],
  postgresExporter: ["postgres_exporter", "prometheus-postgres-exporter"],
  redisExporter: ["redis_exporter", "prometheus-redis-exporter"],
} as const;
