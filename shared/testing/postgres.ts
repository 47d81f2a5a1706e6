import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

import postgres from "postgres";

import { isRunning, type Identity } from "../embedded/process.ts";
import { ensureRole, migrateService, roleOf } from "../src/migrate.ts";
import { enrol, locked, place, readJson } from "./place.ts";

export const stateFile = join(place, "postgres.json");
export const clusterFolder = join(place, "postgres");
export const testPassword = "test";

export type Cluster = { identity: Identity; url: string };

type State = Cluster | { error: string };
const readState = () => readJson<State>(stateFile);

const isAlive = (state: State | undefined): state is Cluster =>
  state !== undefined && "identity" in state && isRunning(state.identity);

/** Started by a shell that is gone at once, so that no test process is its parent. */
const startGuard = () => {
  const guard = join(import.meta.dirname, "guard.ts");
  const args = ["run", ...("Deno" in globalThis ? ["--allow-all"] : []), guard];
  spawn("sh", ["-c", '"$0" "$@" >/dev/null 2>&1 &', process.execPath, ...args], {
    detached: true,
    stdio: "ignore",
  }).unref();
};

/** The one PostgreSQL of all running tests; starts it when there is none. Call it under the lock. */
const cluster = async (deadline = Date.now() + 60_000): Promise<Cluster> => {
  const running = readState();
  if (isAlive(running)) return running;
  rmSync(stateFile, { force: true });
  startGuard();
  while (Date.now() < deadline) {
    const state = readState();
    if (isAlive(state)) return state;
    if (state && "error" in state) throw new Error(`PostgreSQL does not start: ${state.error}`);
    await pause(20);
  }
  throw new Error("PostgreSQL does not start in time");
};

export const databaseUrl = (url: string, database: string) => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
};

export const roleUrl = (url: string, service: string) => {
  const other = new URL(url);
  other.username = roleOf(service);
  other.password = testPassword;
  return other.href;
};

export const admin = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

const migrations = (service: string) => join(import.meta.dirname, "../..", service, "drizzle");

/** A migrated database to copy from, named by its migrations, so that a changed one is made anew. */
const template = async ({ url }: Cluster, service: string) => {
  const journal = readFileSync(join(migrations(service), "meta/_journal.json"), "utf8");
  const version = createHash("sha256").update(journal).digest("hex").slice(0, 12);
  const name = `template_${service}_${version}`;
  const [known] = await admin(url, (sql) => sql`select 1 from pg_database where datname = ${name}`);
  if (known) return name;
  const draft = `draft_${service}_${version}`;
  await admin(url, async (sql) => {
    await sql.unsafe(`drop database if exists ${draft}`);
    await sql.unsafe(`create database ${draft}`);
  });
  await migrateService({
    adminUrl: databaseUrl(url, draft),
    service,
    folder: migrations(service),
    password: testPassword,
  });
  await admin(url, (sql) => sql.unsafe(`alter database ${draft} rename to ${name}`));
  return name;
};

/** The running cluster's URL, and for a service the name of its template. */
export const prepare = (service?: string) =>
  locked(async () => {
    enrol();
    const running = await cluster();
    if (!service) return { url: running.url, template: "template1" };
    await ensureRole(running.url, service, testPassword);
    return { url: running.url, template: await template(running, service) };
  });
