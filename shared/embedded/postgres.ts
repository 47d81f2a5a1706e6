import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { binaries, ownFolder, postgresUser, type Binaries, type User } from "./postgres-home.ts";
import { becomesReady, launch, tail, type OnLaunch, type Running } from "./process.ts";
import { UserError } from "./user-error.ts";

const MAJOR = "18";

export type PostgresOptions = {
  dataDir: string;
  port: number;
  password?: string;
  /** False trades the data's safety for speed: for tests only. */
  durable?: boolean;
  log?: string;
  onLaunch?: OnLaunch;
};
/** A running cluster; `url` logs in as its owner. */
export type Postgres = Running & { url: string };

type Home = { programs: Binaries; user: User | undefined; log: string; onLaunch?: OnLaunch };

const environment = (): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});

const broken = (dataDir: string, what: string): UserError =>
  new UserError(
    `The PostgreSQL data folder ${dataDir} ${what}`,
    "Put a backup of the folder in its place, or start once with --reset to begin with an empty shop.",
  );

const initialise = async (dataDir: string, password: string, home: Home): Promise<void> => {
  const draft = `${dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  ownFolder(draft, home.user);
  const secret = join(tmpdir(), `jangteo-${process.pid}-${crypto.randomUUID()}`);
  writeFileSync(secret, password, { mode: 0o644 });
  const flags = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--no-sync"];
  const { exited } = launch({
    command: home.programs.initdb,
    args: [
      `--pgdata=${realpathSync(draft)}`,
      "--username=postgres",
      `--pwfile=${secret}`,
      ...flags,
    ],
    env: environment(),
    cwd: "/",
    log: home.log,
    user: home.user,
    onLaunch: home.onLaunch,
  });
  const { code } = await exited;
  unlinkSync(secret);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new UserError(
      `PostgreSQL could not create the data folder ${dataDir}:\n${tail(home.log)}`,
      "Mend what it names, or set DATABASE_URL to a PostgreSQL 18 of your own.",
    );
  }
  renameSync(draft, dataDir);
};

const check = (dataDir: string): void => {
  if (!existsSync(join(dataDir, "PG_VERSION"))) throw broken(dataDir, "holds no database.");
  const version = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR) return;
  throw broken(dataDir, `was written by PostgreSQL ${version}; this is PostgreSQL ${MAJOR}.`);
};

const pidLines = (dataDir: string): string[] => {
  try {
    return readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
};

// A killed cluster leaves its pid file, and PostgreSQL refuses to start once another process of the
// same user has that id.
const clearStalePid = (dataDir: string): void => {
  const pid = pidLines(dataDir)[0];
  if (!pid) return;
  const commandLine = `/proc/${pid}/cmdline`;
  if (process.platform !== "linux") return;
  if (existsSync(commandLine) && readFileSync(commandLine, "utf8").includes("postgres")) return;
  unlinkSync(join(dataDir, "postmaster.pid"));
};

const settings = (port: number, durable: boolean): string[] =>
  Object.entries({
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C.UTF-8",
    ...(!durable && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** Starts PostgreSQL on a data folder, which it creates (UTF-8) when missing, and waits until it is ready. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const { dataDir, port, password = "postgres", durable = true, onLaunch } = options;
  const log = options.log ?? `${dataDir}.log`;
  const user = postgresUser(dataDir);
  const home: Home = { programs: binaries(user), user, log, ...(onLaunch && { onLaunch }) };
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) check(dataDir);
  else {
    rmSync(dataDir, { recursive: true, force: true });
    await initialise(dataDir, password, home);
  }
  clearStalePid(dataDir);
  const running = launch({
    command: home.programs.postgres,
    args: ["-D", realpathSync(dataDir), ...settings(port, durable)],
    env: environment(),
    cwd: "/",
    log,
    user,
    // SIGINT is PostgreSQL's "fast" shutdown: clients are cut off, nothing is lost.
    signal: "SIGINT",
    onLaunch,
  });
  const isReady = () => {
    const lines = pidLines(dataDir);
    return Number(lines[0]) === running.identity.pid && lines[7]?.trim() === "ready";
  };
  if (!(await becomesReady(running, isReady, 60_000))) {
    await running.stop();
    throw broken(dataDir, `could not be opened:\n${tail(log)}`);
  }
  return {
    ...running,
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
  };
};
