import { spawn } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";

import { readAddresses, requireFreePorts } from "./addresses.ts";
import { bringUp } from "./bring-up.ts";
import { forgetChildren, readChildren, stopChildren } from "./children.ts";
import { createFolder, emptyFolder, folderAt, type Folder } from "./folder.ts";
import { releaseLock, takeLock } from "./lock.ts";
import { say, step } from "./steps.ts";
import { createSupervisor } from "./supervisor.ts";

export type Options = { root: string; dir: string; dev: boolean; reset: boolean };

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
  "apt-get",
  "auth",
  "build",
  "gateway",
  "mail",
  "member",
  "postgres",
  "product",
  "redis-cache",
  "redis-state",
  "seed",
  "storefront",
];

/** Brings the shop up and keeps it up until `interrupt`; nothing of it runs once this settles. */
export const run = async (options: Options, interrupt: AbortSignal): Promise<void> => {
  const folder = folderAt(options.dir);
  createFolder(folder);
  takeLock(folder);
  const interrupted = new Promise<"interrupted">((resolve) => {
    const settle = () => resolve("interrupted");
    if (interrupt.aborted) settle();
    interrupt.addEventListener("abort", settle, { once: true });
  });
  const supervisor = createSupervisor(folder, (text) => say(`  ! ${text}`));
  const dismissGuard = startGuard(options.root, folder);
  try {
    await stopLeftovers(folder);
    if (options.reset) emptyFolder(folder);
    keepLastLogs(folder, LOGS);
    const addresses = readAddresses(process.env);
    await requireFreePorts(addresses);
    const up = bringUp({ ...options, folder, supervisor, addresses });
    // A start that is cut short fails as its processes are stopped: that is no news.
    up.catch(() => {});
    await Promise.race([up, interrupted]);
    await interrupted;
    say();
  } finally {
    if (supervisor.isIdle()) await supervisor.stop();
    else await step("Stop", supervisor.stop);
    releaseLock(folder);
    await dismissGuard();
  }
};
