import { setTimeout as pause } from "node:timers/promises";

import { Redis } from "ioredis";
import postgres from "postgres";

import { cpuOf } from "./cpu.ts";

type Counts = Record<string, number>;

/** Commands that a Redis has run so far, those within scripts too, without the looks of this one. */
const commandsOf = async (redis: Redis): Promise<number> => {
  const told = await redis.info("commandstats");
  return [...told.matchAll(/^cmdstat_(\S+?):calls=(\d+)/gm)]
    .filter(([, name]) => name !== "info")
    .reduce((sum, [, , calls]) => sum + Number(calls), 0);
};

export const openRedis = async (url: string, password?: string) => {
  const redis = new Redis(url, { ...(password !== undefined && { password }) });
  // It ends before this one, when the work is cut short.
  redis.on("error", () => {});
  const [, pid] = /^process_id:(\d+)/m.exec(await redis.info("server")) ?? [];
  return {
    pid: Number(pid),
    commands: () => commandsOf(redis),
    close: () => redis.disconnect(),
  };
};

export const openPostgres = async (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create extension if not exists pg_stat_statements`;
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;

  /** Statements by database, begin and commit aside; transactions that wrote; bytes of WAL. */
  const read = async () => {
    const rows = await sql<{ name: string; calls: number }[]>`
      select datname as name, sum(calls)::float8 as calls
      from pg_stat_statements join pg_database on pg_database.oid = dbid
      where query !~* '^\\s*(begin|start|commit|rollback|savepoint|release)'
        and datname <> current_database()
      group by 1`;
    const [all] = await sql<{ writes: number; wal: number }[]>`
      select pg_snapshot_xmax(pg_current_snapshot())::text::float8 as writes,
        pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as wal`;
    const statements: Counts = Object.fromEntries(rows.map(({ name, calls }) => [name, calls]));
    return { statements, writes: all?.writes ?? 0, wal: all?.wal ?? 0 };
  };

  /** Looks forty times a second how many connections there are to each database, and how many work. */
  const watch = () => {
    const state = { over: false, looks: 0 };
    const busy: Counts = {};
    const open: Counts = {};
    const look = async () => {
      const rows = await sql<{ name: string; busy: number; open: number }[]>`
        select datname as name, count(*)::int as open,
          count(*) filter (where state <> 'idle')::int as busy
        from pg_stat_activity
        where backend_type = 'client backend' and datname <> current_database() group by 1`;
      state.looks += 1;
      for (const row of rows) {
        busy[row.name] = (busy[row.name] ?? 0) + row.busy;
        open[row.name] = Math.max(open[row.name] ?? 0, row.open);
      }
    };
    const looking = (async () => {
      while (!state.over) {
        await look();
        await pause(25);
      }
    })();
    return async () => {
      state.over = true;
      await looking;
      const mean: Counts = Object.fromEntries(
        Object.entries(busy).map(([name, sum]): [string, number] => [name, sum / state.looks]),
      );
      return { busy: mean, open };
    };
  };

  return { read, watch, ownCpu: () => cpuOf(own?.pid ?? 0), close: () => sql.end({ timeout: 1 }) };
};
