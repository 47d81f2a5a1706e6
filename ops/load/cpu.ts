import { readFileSync, writeFileSync } from "node:fs";

import { commandOf, statOf } from "@jangteo/shared/embedded/process";

/** What Linux counts in, whatever its kernel was built with (time(7): USER_HZ). */
const ticksPerSecond = 100;

const secondsOf = (pid: number, fields: readonly number[]): number => {
  const all = statOf(pid);
  return fields.reduce((sum, at) => sum + Number(all[at] ?? 0), 0) / ticksPerSecond;
};

/** Seconds of CPU, in user and kernel mode and all threads, that a process has used so far. */
export const cpuOf = (pid: number): number => secondsOf(pid, [11, 12]);

/** What a file of /proc says; nothing once the process has ended. */
const told = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const childrenOf = (pid: number): number[] =>
  told(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);

/**
 * The same of the PostgreSQL backends that serve clients, and of all that have ended, so that it never
 * becomes less; not of what it still does in the background.
 */
export const cpuOfBackends = (postmaster: number): number =>
  childrenOf(postmaster)
    .filter((pid) => /127\.0\.0\.1\(\d+\)/.test(commandOf(pid)))
    .reduce((sum, pid) => sum + cpuOf(pid), secondsOf(postmaster, [13, 14]));

/** Of a process, its children, and those of them that have ended: the whole of PostgreSQL. */
export const cpuOfFamily = (pid: number): number =>
  childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), secondsOf(pid, [11, 12, 13, 14]));

const mibOf = (path: string, name: string): number => {
  const [, kib = "0"] = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(told(path)) ?? [];
  return Number(kib) / 1024;
};

/** The most MiB of resident memory, since it began or since `forgetPeak`. */
export const peakMemoryOf = (pid: number): number =>
  Math.round(mibOf(`/proc/${pid}/status`, "VmHWM"));

/** From now on the peak is of what comes (proc_pid_clear_refs(5)). */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, "5");

/** MiB that one session of PostgreSQL has for itself and as its share of what all have, on average. */
export const memoryOfSession = (postmaster: number): number => {
  const sessions = childrenOf(postmaster).filter((pid) =>
    /127\.0\.0\.1\(\d+\)/.test(commandOf(pid)),
  );
  const sum = sessions.reduce((all, pid) => all + mibOf(`/proc/${pid}/smaps_rollup`, "Pss"), 0);
  return Math.round((sum / Math.max(1, sessions.length)) * 10) / 10;
};

/** In MiB, with its share of what it has in common with others: such shares add up. */
export const shareOfMemory = (pid: number): number =>
  Math.round(
    [pid, ...childrenOf(pid)].reduce(
      (sum, one) => sum + mibOf(`/proc/${one}/smaps_rollup`, "Pss"),
      0,
    ),
  );
