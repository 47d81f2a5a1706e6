import { setTimeout as pause } from "node:timers/promises";

import {
  launch,
  tail,
  type Exit,
  type Launch,
  type Running,
} from "@jangteo/shared/embedded/process";
import type { OnLaunch } from "@jangteo/shared/embedded/process";
import { UserError } from "@jangteo/shared/embedded/user-error";

import { forgetChildren, stopChildren, writeChildren, type Child, type Tier } from "./children.ts";
import type { Folder } from "./folder.ts";

/** Something to keep running: `start` settles once it is ready. */
export type Unit<T extends Running = Running> = {
  name: string;
  tier: Tier;
  start: (onLaunch: OnLaunch) => Promise<T>;
};

const LONGEST_PAUSE_MS = 15_000;
const STEADY_MS = 30_000;

const reason = ({ code, signal }: Exit) => (signal ? `by ${signal}` : `with code ${code}`);

/** Starts processes, starts them again when they crash, and stops them in order. */
export const createSupervisor = (folder: Folder, report: (text: string) => void) => {
  const children = new Map<number, Child>();
  const starting = new Set<Promise<unknown>>();
  const state = { stopping: false };

  const record = () => writeChildren(folder, [...children.values()]);
  const forget = (pid: number) => {
    children.delete(pid);
    if (!state.stopping) record();
  };
  const track =
    (name: string, tier: Tier): OnLaunch =>
    ({ identity, signal, exited, stop }) => {
      children.set(identity.pid, { name, tier, identity, signal });
      record();
      if (state.stopping) void stop();
      void exited.then(() => forget(identity.pid));
    };

  // Stopping waits for what is being started, lest it appear after everything has ended.
  const launching = async <T>(work: () => Promise<T>): Promise<T> => {
    if (state.stopping) throw new Error("The shop is being stopped");
    const settled = work();
    starting.add(settled);
    try {
      return await settled;
    } finally {
      starting.delete(settled);
    }
  };

  const keep = (unit: Unit, { exited }: Running, failures: number): void => {
    const since = Date.now();
    void exited.then((exit) => {
      const steady = Date.now() - since > STEADY_MS;
      return revive(unit, reason(exit), steady ? 0 : failures);
    });
  };

  const revive = async (unit: Unit, why: string, failures: number): Promise<void> => {
    if (state.stopping) return;
    const wait = Math.min(500 * 2 ** failures, LONGEST_PAUSE_MS);
    report(`${unit.name} ended ${why}; starting it again in ${wait / 1000} s`);
    await pause(wait);
    if (state.stopping) return;
    try {
      const running = await launching(() => unit.start(track(unit.name, unit.tier)));
      report(`${unit.name} is back`);
      keep(unit, running, failures + 1);
    } catch {
      await revive(unit, `again (see ${folder.log(unit.name)})`, failures + 1);
    }
  };

  const start = async <T extends Running>(unit: Unit<T>): Promise<T> => {
    const running = await launching(() => unit.start(track(unit.name, unit.tier)));
    keep(unit, running, 0);
    return running;
  };

  /** Runs a program to its end; a failure quotes what it said. */
  const run = async (name: string, program: Omit<Launch, "log" | "onLaunch">): Promise<void> => {
    const log = folder.log(name);
    const exit = await launching(
      () => launch({ ...program, log, onLaunch: track(name, "edge") }).exited,
    );
    if (exit.code === 0) return;
    throw new UserError(`${name} ended ${reason(exit)}:\n${tail(log)}`, `The whole log: ${log}`);
  };

  const stop = async (): Promise<void> => {
    state.stopping = true;
    while (children.size + starting.size > 0) {
      await stopChildren([...children.values()]);
      await pause(10);
    }
    forgetChildren(folder);
  };

  return { start, run, stop, isIdle: () => children.size + starting.size === 0 };
};
export type Supervisor = ReturnType<typeof createSupervisor>;
