import type { Alert } from "./alert.ts";

const day = 86_400;

/** What breaks before shoppers see much of it, or what only a person can mend. */
export const causeAlerts: Alert[] = [
  {
    name: "TargetDown",
    expr: "up == 0",
    for: "1m",
    severity: "page",
    summary: "{{ $labels.job }} does not answer",
    description: "Its metrics have not been read for a minute: it is down, or cannot be reached.",
    fires: [['up{job="order"}', "1 1 0x10"]],
    stays: [['up{job="order"}', "1x12"]],
  },
  {
    name: "OutboxLags",
    expr: "outbox_lag_seconds > 60",
    for: "1m",
    severity: "page",
    summary: "{{ $labels.job }}: events have waited for {{ $value | humanizeDuration }}",
    description:
      "Mails, webhooks and the other services hear nothing new of it. Nothing is lost: it is sent once Redis takes it.",
    fires: [
      ['outbox_lag_seconds{job="order",messaging_destination_name="events:{order}"}', "0+60x10"],
    ],
    stays: [
      [
        'outbox_lag_seconds{job="order",messaging_destination_name="events:{order}"}',
        "0 40 0 50x8",
      ],
    ],
  },
  {
    name: "DeadLetters",
    expr: "increase(messaging_dead_letters_total[1h]) > 0",
    severity: "ticket",
    summary:
      "{{ $labels.messaging_consumer_group_name }} gave up an event of {{ $labels.messaging_destination_name }}",
    description:
      "What it should have caused has not happened. The event is kept beside its stream.",
    fires: [
      [
        'messaging_dead_letters_total{job="order",messaging_destination_name="events:{payment}",messaging_consumer_group_name="order"}',
        "0 0 0 1x8",
      ],
    ],
    stays: [
      [
        'messaging_dead_letters_total{job="order",messaging_destination_name="events:{payment}",messaging_consumer_group_name="order"}',
        "7x12",
      ],
    ],
  },
  {
    name: "BreakerOpen",
    expr: "max by (job, server_address, operation_class) (circuit_breaker_open) == 1",
    for: "1m",
    severity: "page",
    summary:
      "{{ $labels.job }} does not ask {{ $labels.server_address }} any more ({{ $labels.operation_class }}s)",
    description:
      "Ten calls in a row got no answer, and the one let through each second gets none either.",
    fires: [
      [
        'circuit_breaker_open{job="order",server_address="payment:5300",operation_class="write"}',
        "0 1x10",
      ],
    ],
    stays: [
      [
        'circuit_breaker_open{job="order",server_address="payment:5300",operation_class="write"}',
        "0 1 0x9",
      ],
    ],
  },
  {
    name: "CheckoutStuck",
    expr: "checkout_oldest_unfinished_seconds > 300",
    for: "1m",
    severity: "page",
    summary: "A purchase has stood still for {{ $value | humanizeDuration }}",
    description:
      "Its payer waits for the shop. The recoverer tries it again and again, and does not get through.",
    fires: [['checkout_oldest_unfinished_seconds{job="order"}', "0+60x12"]],
    stays: [['checkout_oldest_unfinished_seconds{job="order"}', "0 60 120 240 0x8"]],
  },
  {
    name: "EventLoopBlocked",
    expr: "event_loop_lag_p99_seconds > 0.25",
    for: "5m",
    severity: "ticket",
    summary:
      "{{ $labels.job }} is busy with one thing for {{ $value | humanizeDuration }} at a time",
    description:
      "Everybody else waits for as long. It has too little CPU, or a request asks too much of it.",
    fires: [['event_loop_lag_p99_seconds{job="product"}', "0.4x12"]],
    stays: [['event_loop_lag_p99_seconds{job="product"}', "0.4 0.4 0.02x10"]],
  },
  {
    name: "DatabasePoolCrowded",
    expr: 'db_client_operations_active{db_system_name="postgresql"} > 3 * db_client_connection_max{db_system_name="postgresql"}',
    for: "5m",
    severity: "ticket",
    summary: "{{ $labels.job }}: {{ $value }} statements wait for its few connections",
    description:
      "The database answers too slowly, or the service needs more connections or another process.",
    fires: [
      ['db_client_operations_active{job="order",db_system_name="postgresql"}', "50x12"],
      ['db_client_connection_max{job="order",db_system_name="postgresql"}', "10x12"],
    ],
    stays: [
      ['db_client_operations_active{job="order",db_system_name="postgresql"}', "12x12"],
      ['db_client_connection_max{job="order",db_system_name="postgresql"}', "10x12"],
    ],
  },
  {
    name: "PostgresConnectionsUsedUp",
    expr: "sum by (job) (pg_stat_activity_count) / max by (job) (pg_settings_max_connections) > 0.8",
    for: "5m",
    severity: "ticket",
    summary:
      "{{ $value | humanizePercentage }} of the connections that PostgreSQL takes are in use",
    description: "The next service that starts may be refused.",
    fires: [
      ['pg_stat_activity_count{job="postgres",datname="jangteo",state="active"}', "90x12"],
      ['pg_settings_max_connections{job="postgres"}', "100x12"],
    ],
    stays: [
      ['pg_stat_activity_count{job="postgres",datname="jangteo",state="active"}', "40x12"],
      ['pg_settings_max_connections{job="postgres"}', "100x12"],
    ],
  },
  {
    name: "RedisNearlyFull",
    expr: "redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.85",
    for: "5m",
    severity: "page",
    summary: "Redis has used {{ $value | humanizePercentage }} of its memory",
    description:
      "The state Redis forgets nothing: once it is full it refuses logins, carts stay readable.",
    fires: [
      ['redis_memory_used_bytes{job="redis"}', "900x12"],
      ['redis_memory_max_bytes{job="redis"}', "1000x12"],
    ],
    stays: [
      ['redis_memory_used_bytes{job="redis"}', "900x12"],
      ['redis_memory_max_bytes{job="redis"}', "0x12"],
    ],
  },
  {
    name: "MemoryHigh",
    expr: 'process_resident_memory_bytes{job=~"auth|member|product|order|payment"} > 250e6',
    for: "10m",
    severity: "ticket",
    summary: "{{ $labels.job }} holds {{ $value | humanize1024 }}B",
    description: "Twice what a service needs under load; above its limit it is ended.",
    fires: [['process_resident_memory_bytes{job="order"}', "300000000x20"]],
    stays: [['process_resident_memory_bytes{job="order"}', "120000000x20"]],
    after: 15,
  },
  {
    name: "SigningKeysOld",
    expr: `time() - signing_keys_changed_timestamp_seconds > ${90 * day}`,
    severity: "ticket",
    summary: "The keys that sign tokens are {{ $value | humanizeDuration }} old",
    description:
      "They are to be replaced every three months, which takes one command and no pause.",
    // Tests begin at 1970.
    fires: [['signing_keys_changed_timestamp_seconds{job="auth"}', `-${91 * day}x12`]],
    stays: [['signing_keys_changed_timestamp_seconds{job="auth"}', `-${30 * day}x12`]],
  },
  {
    name: "CertificateEnds",
    expr: `tls_certificate_not_after_timestamp_seconds - time() < ${14 * day}`,
    severity: "ticket",
    summary: "The certificate of the shop's address ends in {{ $value | humanizeDuration }}",
    description: "Afterwards browsers refuse the shop. What should have renewed it has not.",
    fires: [['tls_certificate_not_after_timestamp_seconds{job="storefront"}', `${7 * day}x12`]],
    stays: [['tls_certificate_not_after_timestamp_seconds{job="storefront"}', `${60 * day}x12`]],
  },
];
