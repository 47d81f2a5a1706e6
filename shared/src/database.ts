import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";

import { codeOf } from "./database-errors.ts";
import { processMetrics } from "./process-metrics.ts";
import { watchStatement, watchTransaction } from "./statements.ts";

/** A database or a transaction: verbs take either. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;

type Work = (tx: TransactionSql) => Promise<unknown>;

/** Drizzle sends each text anew: here a connection has the server parse it once, and asks in one message. */
const parsedOnce = { prepare: true } as const;

/** Tells what each statement took; `always` are options of each. */
const watched = <T extends Sql | TransactionSql>(sql: T, always: { prepare?: boolean }): T => {
  const unsafe = sql.unsafe.bind(sql);
  const watching: T["unsafe"] = (text, parameters, options) => {
    const all = { ...options, ...always };
    // Without parameters the driver would send the text anew, prepared or not.
    const sent =
      all.prepare === true && !text.startsWith("begin") ? { ...all, simple: false } : all;
    return watchStatement(text, unsafe(text, parameters, sent));
  };
  return Object.assign(sql, { unsafe: watching });
};

const watchAll = (client: Sql, always: { prepare?: boolean }) => {
  const begin = watched(client, always).begin.bind(client);
  const within = (work: Work) => (tx: TransactionSql) => work(watched(tx, always));
  Object.assign(client, {
    begin: (first: string | Work, work: Work = async () => {}) =>
      watchTransaction(() =>
        typeof first === "function" ? begin(within(first)) : begin(first, within(work)),
      ),
  });
};

type Pool = {
  max?: number;
  /** For a service whose statements are of few shapes, and planned alike whatever they ask for. */
  prepare?: boolean;
};

/** A pool for one service. Statements have a deadline, so that a lock never holds a request for ever. */
export const connect = (url: string, { max = 10, prepare = false }: Pool = {}) => {
  const client = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    // The library's own pauses grow to 20 s, in which a database that is back would not be used.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => {},
    connection: {
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      // Many people ask at once: more processes for one of them are taken from the others.
      max_parallel_workers_per_gather: "0",
    },
  });
  watchAll(client, prepare ? parsedOnce : {});
  processMetrics.storeConnectionsMax.set({ db_system_name: "postgresql" }, max);
  return drizzle(client, { casing: "snake_case" });
};
export type Connected = ReturnType<typeof connect>;

/** Whether an insert met a row that is already there (SQLSTATE 23505). */
export const isUniqueViolation = (error: unknown) => codeOf(error) === "23505";

/** Whether what was written refers to a row that is not there, or what was deleted is referred to (SQLSTATE 23503). */
export const isForeignKeyViolation = (error: unknown) => codeOf(error) === "23503";

/** Whether a value means nothing to the server, such as a time zone that it does not know (SQLSTATE 22023). */
export const isUnknownValue = (error: unknown) => codeOf(error) === "22023";
