import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { rules } from "./alerts/rules.ts";
import { toGrafana } from "./boards/board.ts";
import { boards } from "./boards/boards.ts";
import { alertmanagerConfig, prometheusConfig } from "./configs.ts";

/** The host names are those of compose.yaml's networks. */
const compose = {
  targets: {
    auth: "auth:4000",
    member: "member:5000",
    product: "product:5100",
    order: "order:5200",
    payment: "payment:5300",
    gateway: "kong:8100",
    storefront: "storefront:3100",
    postgres: "postgres-exporter:9187",
    redis: "redis-exporter:9121",
    prometheus: "localhost:9090",
    alertmanager: "alertmanager:9093",
  },
  rules: "/etc/prometheus/rules/*.yml",
  alertmanager: "alertmanager:9093",
  every: 15,
};
const post = {
  smarthost: "mail:1025",
  from: "alerts@jangteo.example",
  to: "operator@jangteo.example",
};

/** What Prometheus, Alertmanager and Grafana read, by its path below `ops/observe`. */
export const written: Record<string, unknown> = {
  "rules/rules.yml": rules,
  "compose/prometheus.yml": prometheusConfig(compose),
  "compose/alertmanager.yml": alertmanagerConfig(post),
  ...Object.fromEntries(boards.map((board) => [`dashboards/${board.uid}.json`, toGrafana(board)])),
};

if (import.meta.main)
  for (const [path, content] of Object.entries(written)) {
    const file = join(import.meta.dirname, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
    process.stdout.write(`ops/observe/${path}\n`);
  }
