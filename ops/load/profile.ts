/**
 * Where the time of a kind of visit goes: runs a whole shop under Bun's profiler, has eight come at a time, and
 * tells what took the CPU of each process: `bun ops/load/profile.ts checkout [seconds]`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";

import { runCommand } from "../local/command.ts";
import { explained } from "../local/errors.ts";
import { folderAt } from "../local/folder.ts";
import { supervised } from "../local/run.ts";
import { say } from "../local/steps.ts";
import { closedLoop } from "./closed-loop.ts";
import { profileOf, profileText, type Profile } from "./profiles.ts";
import { visitNames } from "./visit-names.ts";
import { countStatements, raiseWhole } from "./whole.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = folderAt(join(root, ".local/size"));
const kept = join(folder.dir, "profiles");
const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());

const [given = "checkout", seconds = "15"] = process.argv.slice(2);

const work = async () => {
  const name = visitNames.find((one) => one === given);
  if (!name) throw explained(`There is no visit ${given}.`, `Kinds: ${visitNames.join(", ")}`);
  await countStatements({ root, folder }, interrupt.signal);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const used: Record<string, number> = {};
  await supervised({ root, folder }, interrupt.signal, async (supervisor) => {
    const flags = ["--cpu-prof", `--cpu-prof-dir=${kept}`];
    const whole = await raiseWhole({ supervisor, root, folder }, flags);
    const errand = (n: number) => whole.errands.errand(name, n);
    await closedLoop({ clients: 8, seconds: 3, errand });
    const before = Object.entries(whole.components).map(([, { cpu }]) => cpu());
    const { throughput, outcomes } = await closedLoop({
      ...{ clients: 8, seconds: Number(seconds) },
      errand: (n) => errand(n + 1_000_000),
    });
    for (const [at, [component, { cpu }]] of Object.entries(whole.components).entries())
      used[component] = cpu() - (before[at] ?? 0);
    say(`\n${name}: ${throughput.toFixed(1)}/s under the profiler, ${JSON.stringify(outcomes)}`);
    await whole.close();
  });
  const profiles = readdirSync(kept).map((file): Profile =>
    JSON.parse(readFileSync(join(kept, file), "utf8")),
  );
  say(`\n${profileText(used, profiles.map(profileOf))}`);
};

await runCommand(work);
