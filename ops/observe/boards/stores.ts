import type { Board } from "./board.ts";

export const stores: Board = {
  uid: "jangteo-stores",
  title: "PostgreSQL and Redis",
  panels: [
    {
      title: "PostgreSQL: connections",
      unit: "short",
      exprs: [
        ["sum by (datname, state) (pg_stat_activity_count)", "{{datname}} {{state}}"],
        ["pg_settings_max_connections", "at most"],
      ],
    },
    {
      title: "PostgreSQL: transactions",
      unit: "ops",
      exprs: [
        ["sum by (datname) (rate(pg_stat_database_xact_commit[5m]))", "{{datname}} committed"],
        ["sum by (datname) (rate(pg_stat_database_xact_rollback[5m]))", "{{datname}} rolled back"],
      ],
    },
    {
      title: "PostgreSQL: found in memory",
      unit: "percentunit",
      exprs: [
        [
          "sum by (datname) (rate(pg_stat_database_blks_hit[5m])) / (sum by (datname) (rate(pg_stat_database_blks_hit[5m]) + rate(pg_stat_database_blks_read[5m])) > 0)",
          "{{datname}}",
        ],
      ],
    },
    {
      title: "PostgreSQL: deadlocks",
      unit: "ops",
      exprs: [["sum by (datname) (rate(pg_stat_database_deadlocks[5m]))", "{{datname}}"]],
    },
    {
      title: "PostgreSQL: longest transaction",
      unit: "s",
      exprs: [["max by (datname) (pg_stat_activity_max_tx_duration)", "{{datname}}"]],
    },
    {
      title: "PostgreSQL: size",
      unit: "bytes",
      exprs: [["pg_database_size_bytes", "{{datname}}"]],
    },
    {
      title: "Redis: commands",
      unit: "ops",
      exprs: [["sum by (cmd) (rate(redis_commands_total[5m]))", "{{cmd}}"]],
    },
    {
      title: "Redis: memory",
      unit: "bytes",
      exprs: [
        ["redis_memory_used_bytes", "used"],
        ["redis_memory_max_bytes > 0", "at most"],
      ],
    },
    {
      title: "Redis: clients",
      unit: "short",
      exprs: [
        ["redis_connected_clients", "connected"],
        ["redis_blocked_clients", "waiting for events"],
      ],
    },
    {
      title: "Redis: keys and forgotten ones",
      unit: "short",
      exprs: [
        ["sum(redis_db_keys)", "keys"],
        ["rate(redis_evicted_keys_total[5m])", "evicted a second"],
      ],
    },
  ],
};
