import { readFileSync } from "node:fs";

import { commandOf, statOf } from "@jangteo/shared/embedded/process";

/** What Linux counts in, whatever its kernel was built with (time(7): USER_HZ). */
const ticksPerSecond = 100;

/** Seconds of CPU, in user and kernel mode and all threads, that a process has used so far. */
export const cpuOf = (pid: number): number => {
  const fields = statOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
};

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);

/** The same of the PostgreSQL backends that serve clients; not of what it does in the background. */
export const cpuOfBackends = (postmaster: number): number =>
  childrenOf(postmaster)
    .filter((pid) => /127\.0\.0\.1\(\d+\)/.test(commandOf(pid)))
    .reduce((sum, pid) => sum + cpuOf(pid), 0);

/** Resident memory in MiB. */
export const memoryOf = (pid: number): number => {
  const [, kib = "0"] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kib) / 1024);
};
