import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A process id with its start time, which together name one process even after the id is reused. */
export type Identity = { pid: number; started: string };
export type Exit = { code: number | null; signal: NodeJS.Signals | null };
/** A started process. `exited` settles on its end; `stop` asks first and kills after the grace. */
export type Running = {
  identity: Identity;
  signal: NodeJS.Signals;
  exited: Promise<Exit>;
  stop: () => Promise<void>;
};
export type OnLaunch = (running: Running) => void;

export type Launch = {
  command: string;
  args: readonly string[];
  env: Record<string, string>;
  cwd?: string;
  /** Given to the process to read. */
  input?: string;
  /** The file that receives what the process prints. */
  log: string;
  /** Is given a copy of it, piece by piece. */
  onOutput?: ((text: string) => void) | undefined;
  user?: { uid: number; gid: number } | undefined;
  signal?: NodeJS.Signals;
  graceMs?: number;
  onLaunch?: OnLaunch | undefined;
};

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** What Linux tells of a process after its name: state, parent, … (proc_pid_stat(5), from field 3). */
// The name, in parentheses, may hold spaces, so the fields are counted after it.
export const statOf = (pid: number): string[] => {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8")) ?? "";
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};

const ps = (column: string, pid: number): string | undefined =>
  attempt(
    () =>
      execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim() ||
      undefined,
  );

const linuxStart = (pid: number): string | undefined => {
  const fields = statOf(pid);
  if (!fields[19] || fields[0] === "Z") return undefined;
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  return `${boot ?? "boot"}/${fields[19]}`;
};

const isLinux = process.platform === "linux";
const startOf = (pid: number) => (isLinux ? linuxStart(pid) : ps("lstart", pid));

export const parentOf = (pid: number): number =>
  Number((isLinux ? statOf(pid)[1] : ps("ppid", pid)) ?? 0);

export const commandOf = (pid: number): string =>
  (isLinux
    ? attempt(() => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "))
    : ps("command", pid)) ?? "";

/** The identity of a living process; a zombie counts as gone. */
export const identify = (pid: number): Identity | undefined => {
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
};

export const isRunning = ({ pid, started }: Identity): boolean => startOf(pid) === started;

const send = (target: number, signal: NodeJS.Signals): void => {
  attempt(() => process.kill(target, signal));
};

/** Waits for a process to end, for at most `ms` milliseconds. */
export const isGone = async (identity: Identity, ms: number): Promise<boolean> => {
  const deadline = Date.now() + ms;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
};

/** Ends a process with its group: `signal`, then SIGKILL after the grace. Never touches a reused id. */
export const stopProcess = async (
  identity: Identity,
  { signal = "SIGTERM", graceMs = 10_000 }: { signal?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> => {
  if (!isRunning(identity)) return;
  send(identity.pid, signal);
  await isGone(identity, graceMs);
  send(-identity.pid, "SIGKILL");
  await isGone(identity, 5000);
};

const piped = ["pipe", "pipe"] as const;

/** Starts a process in a group of its own, so that a Ctrl-C reaches only the parent. */
export const launch = (options: Launch): Running => {
  const { command, args, env, cwd, input, log, onOutput, user, onLaunch } = options;
  const { signal = "SIGTERM", graceMs = 10_000 } = options;
  const sink = openSync(log, "a");
  const child = spawn(command, args, {
    env,
    ...(cwd && { cwd }),
    ...user,
    detached: true,
    stdio: [input === undefined ? "ignore" : "pipe", ...(onOutput ? piped : [sink, sink])],
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once("error", () => resolve({ code: 127, signal: null }));
    child.once("exit", (code, by) => {
      if (child.pid) send(-child.pid, "SIGKILL");
      resolve({ code, signal: by });
    });
  });
  closeSync(sink);
  child.stdin?.end(input);
  const copy = (text: string) => {
    appendFileSync(log, text);
    onOutput?.(text);
  };
  child.stdout?.setEncoding("utf8").on("data", copy);
  child.stderr?.setEncoding("utf8").on("data", copy);
  const pid = child.pid ?? -1;
  const identity = identify(pid) ?? { pid, started: "never" };
  const stop = () => stopProcess(identity, { signal, graceMs });
  const running = { identity, signal, exited, stop };
  onLaunch?.(running);
  return running;
};

/** Polls until `probe` holds; false once the process has ended or the time is over. */
export const becomesReady = async (
  { exited }: Pick<Running, "exited">,
  probe: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> => {
  const over = new AbortController();
  void exited.then(() => over.abort());
  const deadline = Date.now() + timeoutMs;
  while (!over.signal.aborted && Date.now() < deadline) {
    if (await probe()) return true;
    await pause(30);
  }
  return false;
};

/** The last lines of a log, for an error message. */
export const tail = (file: string, lines = 12): string =>
  attempt(() => readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n")) ?? "";
