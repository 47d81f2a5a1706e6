import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "@jangteo/shared/embedded/ports";

import { plainEnv, type ServiceSpec } from "../local/service.ts";
import { cpuOf, peakMemoryOf } from "./cpu.ts";
import { portNames } from "./ground.ts";
import type { Members } from "./members.ts";
import type { Aim, Effort, Part } from "./parts.ts";
import { spreadOf } from "./rounds.ts";

const patience = 20_000;

const answers = async (url: string) => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

/** Milliseconds from the start of a process to its first answer, those of CPU, and MiB that it takes for that. */
const startOf = async (root: string, { args, cwd, env }: ServiceSpec) => {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: cwd ?? root,
    env: { ...plainEnv(), ...env, PORT: String(port) },
    stdio: "ignore",
  });
  const gone = new Promise((settle) => child.once("exit", settle));
  try {
    while (!(await answers(`http://127.0.0.1:${port}/livez`))) {
      if (performance.now() - started > patience)
        throw new Error(`${args.join(" ")} does not answer`);
      // Asking without pause would take the processor that the process starts on.
      await pause(2);
    }
    const took = performance.now() - started;
    const pid = child.pid ?? 0;
    return { took, cpu: cpuOf(pid) * 1000, memory: peakMemoryOf(pid) };
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
};

/** Seconds that `bun run start` says it took, of a shop whose data and build are there. */
const wholeStart = async (root: string, dir: string) => {
  const names = [...portNames, "mail"].map((name) => `${name.toUpperCase()}_PORT`);
  const ports = await Promise.all(names.map(async (name) => [name, String(await freePort())]));
  const child = spawn(process.execPath, ["ops/local/start.ts"], {
    cwd: root,
    env: { ...plainEnv(), ...Object.fromEntries(ports), JANGTEO_DIR: dir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const state = { said: "" };
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    state.said += piece;
    if (/is open/.test(state.said)) child.kill("SIGINT");
  });
  await text(child.stdout);
  const [, seconds] = /after ([\d.]+) s/.exec(state.said) ?? [];
  if (seconds === undefined) throw new Error(`The shop did not open:\n${state.said}`);
  return Number(seconds);
};

/** How soon each service answers, and how soon the whole shop is open. */
export const starts = async (stand: Members, { rounds }: Effort): Promise<Part> => {
  const { root, folder, specs } = stand;
  const { auth, member, product, order, payment } = specs;
  const aims: Record<string, Aim> = {};
  for (const spec of [auth, member, product, order, payment]) {
    const found: Awaited<ReturnType<typeof startOf>>[] = [];
    for (let nth = 0; nth < rounds; nth += 1) found.push(await startOf(root, spec));
    const took = spreadOf(found.map((one) => one.took));
    const cpu = spreadOf(found.map((one) => one.cpu));
    const memory = spreadOf(found.map((one) => one.memory));
    aims[`${spec.name} answers after`] = { unit: "ms", atMost: 100, ...took };
    aims[`${spec.name}: CPU until then`] = { unit: "ms", ...cpu };
    aims[`${spec.name} at its start`] = { unit: "MiB", atMost: 120, ...memory };
  }
  const dir = join(folder.dir, "start");
  const open: number[] = [];
  for (let nth = 0; nth < 4; nth += 1) open.push(await wholeStart(root, dir));
  aims["the whole shop is open after"] = { unit: "s", atMost: 10, ...spreadOf(open.slice(1)) };
  return { title: "Starts: aims", aims };
};
