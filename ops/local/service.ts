import { becomesReady, launch, tail, type Running } from "@jangteo/shared/embedded/process";
import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Tier } from "./children.ts";
import type { Folder } from "./folder.ts";
import type { Unit } from "./supervisor.ts";

export type ServiceSpec = {
  name: string;
  tier: Tier;
  /** The program; Bun, when it is left out. */
  command?: string;
  /** What it is given to run. */
  args: readonly string[];
  cwd?: string;
  env: Record<string, string>;
  /** Answers 2xx once the service can be used. */
  ready: string;
};

const PASSED_ON = [
  "PATH",
  "HOME",
  "TMPDIR",
  "LANG",
  "LOG_LEVEL",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_TRACES_SAMPLER_ARG",
];

/** What a service sees of the caller's environment: nothing that could change what it does. */
export const plainEnv = (): Record<string, string> =>
  Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const responds = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

/** A service under supervision; with `echo`, what it prints is shown as well. */
export const serviceUnit = (
  { name, tier, command = process.execPath, args, cwd, env, ready }: ServiceSpec,
  {
    root,
    folder,
    patienceMs,
    echo,
  }: {
    root: string;
    folder: Folder;
    patienceMs: number;
    echo: ((name: string, text: string) => void) | undefined;
  },
): Unit => ({
  name,
  tier,
  start: async (onLaunch): Promise<Running> => {
    const log = folder.log(name);
    const running = launch({
      command,
      args,
      cwd: cwd ?? root,
      env: { ...plainEnv(), ...env },
      log,
      onOutput: echo && ((text) => echo(name, text)),
      graceMs: 15_000,
      onLaunch,
    });
    if (await becomesReady(running, () => responds(ready), patienceMs)) return running;
    await running.stop();
    throw new UserError(`${name} does not become ready:\n${tail(log)}`, `The whole log: ${log}`);
  },
});
