/** What Prometheus reads, by job: host and port, and where the metrics are when it is not `/metrics`. */
type Targets = Record<string, string>;

type Watching = {
  targets: Targets;
  rules: string;
  alertmanager: string;
  /** Seconds from one look to the next. */
  every: number;
};

/** Prometheus' own file. */
export const prometheusConfig = ({ targets, rules, alertmanager, every }: Watching) => ({
  global: {
    scrape_interval: `${every}s`,
    scrape_timeout: "4s",
    evaluation_interval: `${every}s`,
  },
  rule_files: [rules],
  alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
  scrape_configs: Object.entries(targets).map(([job, target]) => ({
    job_name: job,
    static_configs: [{ targets: [target] }],
  })),
});

type Post = { smarthost: string; from: string; to: string };

/** Alertmanager's own file: one mail for what breaks together; a page is repeated sooner than a ticket. */
export const alertmanagerConfig = ({ smarthost, from, to }: Post) => ({
  global: { smtp_smarthost: smarthost, smtp_from: from, smtp_require_tls: false },
  route: {
    receiver: "operator",
    group_by: ["alertname"],
    group_wait: "5s",
    group_interval: "1m",
    repeat_interval: "12h",
    routes: [{ matchers: ['severity="page"'], receiver: "operator", repeat_interval: "1h" }],
  },
  receivers: [
    {
      name: "operator",
      email_configs: [
        {
          to,
          send_resolved: true,
          headers: { Subject: "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}" },
          html: "",
          text: "{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\nWhat to do: {{ .Annotations.runbook_url }}\n{{ end }}",
        },
      ],
    },
  ],
  // Who cannot be reached at all has no burning budget to hear of.
  inhibit_rules: [
    {
      source_matchers: ['alertname="TargetDown"'],
      target_matchers: ['alertname=~".+Budget.+"'],
      equal: ["job"],
    },
  ],
});
