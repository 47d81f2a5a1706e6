import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { isFree } from "@jangteo/shared/embedded/ports";
import { identify, isRunning, parentOf, type Identity } from "@jangteo/shared/embedded/process";

const root = resolve(import.meta.dirname, "../..");
const USUAL_PORTS = [
  ...[1025, 1080, 3000, 3100, 4000, 4318, 5000, 5100, 5200, 5300, 5400],
  ...[8000, 8001, 8100, 9090, 9093, 9121, 9187],
];

/** A folder that PostgreSQL's user can enter even when the tests run as root. */
export const temporaryFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), "jangteo-start-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** An offset that moves every port of the shop to a free one, below those that clients are given. */
export const freeOffset = async (): Promise<number> => {
  const offset = 10_000 + Math.floor(Math.random() * 14_000);
  const free = await Promise.all(USUAL_PORTS.map((port) => isFree(port + offset)));
  return free.every(Boolean) ? offset : freeOffset();
};

/** Waits for something that will happen; the deadline only bounds a failure. */
export const eventually = async (holds: () => boolean | Promise<boolean>, ms = 60_000) => {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It did not happen in time");
    await pause(50);
  }
};

const parents = (): Map<number, number> => {
  const found = new Map<number, number>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    found.set(Number(pid), parentOf(Number(pid)));
  }
  return found;
};

const descendants = (pid: number, all = parents()): number[] =>
  [...all.entries()]
    .filter(([, parent]) => parent === pid)
    .flatMap(([child]) => [child, ...descendants(child, all)]);

/** Everything that a process has started, by identity. */
export const familyOf = (pid: number): Identity[] =>
  [pid, ...descendants(pid)].flatMap((each) => identify(each) ?? []);

export const survivors = (family: readonly Identity[]): Identity[] => family.filter(isRunning);

type Settings = { dir: string; offset: number; env?: Record<string, string>; flags?: string[] };

/** Runs the start command in an otherwise empty environment. */
export const startShop = ({ dir, offset, env, flags = [] }: Settings) => {
  const home = join(dirname(dir), "home");
  mkdirSync(home, { recursive: true });
  const child = spawn(process.execPath, ["run", "start", ...flags], {
    cwd: root,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: home,
      JANGTEO_DIR: dir,
      JANGTEO_PORT_OFFSET: String(offset),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
  const exited = new Promise<number | null>((settle) => {
    child.once("close", (code) => settle(code));
  });
  const said = () => output.join("");
  const says = async (text: string): Promise<void> => {
    const ended = exited.then((code) => {
      if (!said().includes(text))
        throw new Error(`It ended (${code}) without "${text}":\n${said()}`);
      return true;
    });
    await Promise.race([ended, eventually(() => said().includes(text), 240_000)]);
  };
  return { pid: child.pid ?? -1, exited, said, says, signal: child.kill.bind(child) };
};

/** The pid of the process that owns the shop's folder. */
export const ownerPid = (dir: string): number =>
  JSON.parse(readFileSync(join(dir, "lock.json"), "utf8")).pid;
