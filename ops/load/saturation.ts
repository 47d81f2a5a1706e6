import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

import type { Ask } from "./send.ts";
import { requireLoopback } from "./send.ts";

/** The most that is answered when the next request follows each answer at once. */
export type Saturation = {
  connections: number;
  /** Answers a second. */
  throughput: number;
  errors: number;
  /** Processors kept busy by each process: the one nearest to a whole is the bottleneck. */
  cores: Record<string, number>;
  /** Microseconds of CPU a request. */
  cpu: Record<string, number>;
};

type Target = { ask: Ask; cpu: Record<string, () => number>; connections: number; seconds: number };

/** With Debian's `wrk`, which costs little itself; undefined where it is not installed. */
export const saturate = async (target: Target): Promise<Saturation | undefined> => {
  const { ask, cpu, connections, seconds } = target;
  requireLoopback(ask.url);
  const headers = Object.entries(ask.headers ?? {}).flatMap(([name, value]) => [
    "-H",
    `${name}: ${value}`,
  ]);
  const parts = Object.entries(cpu);
  const before = parts.map(([, used]) => used());
  const started = performance.now();
  const child = spawn(
    "wrk",
    ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s", ...headers, ask.url],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise<boolean>((settle) => {
    child.once("error", () => settle(false));
    child.once("close", (code) => settle(code === 0));
  });
  const said = await text(child.stdout);
  if (!(await ended)) return undefined;
  const took = (performance.now() - started) / 1000;
  const answered = Number(/(\d+) requests in/.exec(said)?.[1] ?? 0);
  const failed = [
    ...(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.slice(1) ?? []),
    ...(/connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(said)?.slice(1) ?? []),
  ];
  const used = parts.map(([part, now], at) => [part, now() - (before[at] ?? 0)] as const);
  return {
    connections,
    throughput: Math.round(answered / took),
    errors: failed.reduce((sum, count) => sum + Number(count), 0),
    cores: Object.fromEntries(
      used.map(([part, spent]) => [part, Math.round((spent / took) * 100) / 100]),
    ),
    cpu: Object.fromEntries(
      used.map(([part, spent]) => [part, Math.round((spent / answered) * 1e6)]),
    ),
  };
};
