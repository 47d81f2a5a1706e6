import { resolve } from "node:path";

import { describeError, explained } from "./errors.ts";
import { installPackages } from "./install.ts";
import { whenRelayDies } from "./relays.ts";
import { say, step } from "./steps.ts";

const USAGE = `Usage: bun run start [--reset] [--observe]   runs the shop; --reset empties its data first,
                                             --observe watches it: traces, metrics, alerts
       bun run dev   [--reset] [--observe]   the same, and reloads on changes

  JANGTEO_DIR           where the data is kept (.local)
  JANGTEO_PORT_OFFSET   is added to every port
  JANGTEO_RUNTIME       deno runs auth, member and product on Deno
  DATABASE_URL          a PostgreSQL 18 of your own, in UTF8
  REDIS_URL             a Redis of your own for state; CACHE_REDIS_URL for the cache`;

const INSTALLED = "JANGTEO_INSTALLED";
const root = resolve(import.meta.dirname, "../..");

const readFlags = (given: readonly string[]) => {
  const unknown = given.find((flag) => !["--dev", "--reset", "--observe", "--help"].includes(flag));
  if (unknown) throw explained(`There is no option ${unknown}.`, USAGE);
  return {
    dev: given.includes("--dev"),
    reset: given.includes("--reset"),
    observe: given.includes("--observe"),
    help: given.includes("--help"),
  };
};

const watchForTheEnd = (): AbortSignal => {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => end.abort());
  }
  process.stdout.on("error", () => {
    end.abort();
  });
  whenRelayDies(() => end.abort());
  return end.signal;
};

// A process that started before its packages were there goes on resolving them elsewhere, so this
// one begins again in its own place.
const install = async (interrupt: AbortSignal): Promise<void> => {
  say();
  const outcome = await step(
    "Packages",
    () => installPackages(root, interrupt),
    (text) => text,
  );
  if (outcome !== "installed") return;
  const command = [process.execPath, ...process.argv.slice(1)];
  process.execve?.(process.execPath, command, { ...process.env, [INSTALLED]: "yes" });
};

const main = async (interrupt: AbortSignal): Promise<void> => {
  const { help, ...flags } = readFlags(process.argv.slice(2));
  if (help) {
    say(USAGE);
    return;
  }
  if (!process.env[INSTALLED]) await install(interrupt);
  const { run } = await import("./run.ts");
  const dir = resolve(root, process.env["JANGTEO_DIR"] ?? ".local");
  await run({ root, dir, ...flags }, interrupt);
};

const interrupt = watchForTheEnd();
try {
  await main(interrupt);
  process.exit(0);
} catch (error) {
  if (!interrupt.aborted) process.stderr.write(describeError(error));
  process.exit(interrupt.aborted ? 0 : 1);
}
