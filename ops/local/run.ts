import { spawn } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";

import { readAddresses, requireFreePorts } from "./addresses.ts";
import { bringUp } from "./bring-up.ts";
import { forgetChildren, readChildren, stopChildren } from "./children.ts";
import { createFolder, emptyFolder, folderAt, type Folder } from "./folder.ts";
import { releaseLock, takeLock } from "./lock.ts";
import { say, step } from "./steps.ts";
import { createSupervisor, type Supervisor } from "./supervisor.ts";

export type Options = {
  root: string;
  dir: string;
  dev: boolean;
  reset: boolean;
  /** Whether the shop is watched: traces, metrics, alerts. */
  observe: boolean;
};

const stopLeftovers = async (folder: Folder): Promise<void> => {
  const leftovers = readChildren(folder);
  if (leftovers.length > 0) {
    await step(
      "Clean up",
      () => stopChildren(leftovers),
      () => "an earlier start ended without stopping",
    );
  }
  forgetChildren(folder);
};

const keepLastLogs = (folder: Folder, names: readonly string[]): void => {
  for (const log of names.map(folder.log).filter(existsSync)) renameSync(log, `${log}.1`);
};

const startGuard = (root: string, folder: Folder): (() => Promise<void>) => {
  const guard = spawn(process.execPath, [join(root, "ops/local/guard.ts"), folder.dir], {
    cwd: root,
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const gone = new Promise((resolve) => {
    guard.once("exit", resolve);
  });
  return async () => {
    guard.kill("SIGKILL");
    await gone;
  };
};

const LOGS = [
  "alertmanager",
  "apt-get",
  "auth",
  "build",
  "gateway",
  "mail",
  "member",
  "order",
  "payment",
  "postgres",
  "postgresExporter",
  "product",
  "prometheus",
  "redis-cache",
  "redis-state",
  "redisExporter",
  "sandbox",
  "seed",
  "storefront",
  "traces",
];

type Household = { root: string; folder: Folder; reset?: boolean };
type Work = (supervisor: Supervisor, interrupted: Promise<void>) => Promise<void>;

/** Does some work with processes in a folder of their own; none of them runs once this settles. */
export const supervised = async (
  { root, folder, reset = false }: Household,
  interrupt: AbortSignal,
  work: Work,
): Promise<void> => {
  createFolder(folder);
  takeLock(folder);
  const interrupted = new Promise<void>((settle) => {
    if (interrupt.aborted) settle();
    interrupt.addEventListener("abort", () => settle(), { once: true });
  });
  const supervisor = createSupervisor(folder, (text) => say(`  ! ${text}`));
  const dismissGuard = startGuard(root, folder);
  try {
    await stopLeftovers(folder);
    if (reset) emptyFolder(folder);
    keepLastLogs(folder, LOGS);
    const working = work(supervisor, interrupted);
    // Work that is cut short fails as its processes are stopped: that is no news.
    working.catch(() => {});
    await Promise.race([working, interrupted]);
    if (interrupt.aborted) say();
  } finally {
    if (supervisor.isIdle()) await supervisor.stop();
    else await step("Stop", supervisor.stop);
    releaseLock(folder);
    await dismissGuard();
  }
};

/** Brings the shop up and keeps it up until `interrupt`. */
export const run = async (options: Options, interrupt: AbortSignal): Promise<void> => {
  const folder = folderAt(options.dir);
  await supervised({ ...options, folder }, interrupt, async (supervisor, interrupted) => {
    const addresses = readAddresses(process.env);
    await requireFreePorts(addresses, options.observe);
    await bringUp({ ...options, folder, supervisor, addresses });
    await interrupted;
  });
};
