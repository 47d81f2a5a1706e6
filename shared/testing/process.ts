import { afterAll } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

import { denoArgs } from "../embedded/deno.ts";
import { freePort } from "../embedded/ports.ts";
import { becomesReady, isGone, launch } from "../embedded/process.ts";
import { own } from "./place.ts";

const answersAt = async (url: string) => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(500) })).ok;
  } catch {
    return false;
  }
};

type Options = {
  /** The port, if others have to know it before. */
  port?: number;
  /** The path that answers once it can be used. */
  ready?: string;
};

/** A service as a process of its own, which may be killed and started again on the same port. */
export const testProcess = async (
  main: string,
  env: Record<string, string>,
  { port: wanted, ready = "/readyz" }: Options = {},
) => {
  const dir = mkdtempSync(join(tmpdir(), "jangteo-service-"));
  const log = join(dir, "log");
  const port = wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const begin = async () => {
    const running = launch({
      command: process.execPath,
      args: "Deno" in globalThis ? denoArgs(main, env) : [main],
      env: { PATH: process.env["PATH"] ?? "", PORT: String(port), HOST: "127.0.0.1", ...env },
      log,
      onLaunch: ({ identity }) => own(identity),
    });
    if (!(await becomesReady(running, () => answersAt(url + ready), 20_000)))
      throw new Error(`${main} does not start:\n${readFileSync(log, "utf8")}`);
    return running;
  };
  const state = { running: await begin() };
  afterAll(async () => {
    await state.running.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  return {
    url,
    /** A folder that goes with the process. */
    dir,
    logged: () => readFileSync(log, "utf8"),
    stop: () => state.running.stop(),
    kill: async () => {
      const { identity } = state.running;
      process.kill(identity.pid, "SIGKILL");
      await isGone(identity, 5000);
    },
    start: async () => {
      state.running = await begin();
    },
  };
};
