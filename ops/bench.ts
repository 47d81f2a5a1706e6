import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { parts, type Part, type PartName } from "./load/parts.ts";
import { conditionsOf, keepRecord } from "./load/record.ts";
import { textOf } from "./load/report.ts";
import { raise } from "./load/stand.ts";
import { describeError, explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { supervised } from "./local/run.ts";
import { say } from "./local/steps.ts";
import type { Supervisor } from "./local/supervisor.ts";

const names = Object.keys(parts);
const USAGE = `Usage: bun run bench [--only ${names.join(",")}] [--products 1000,10000,100000]
                     [--seconds 2] [--rounds 7]

Starts a shop of its own on this machine, in .local/bench, which keeps its goods for the next time;
measures it; prints a report, and writes it as JSON under ops/load/results.`;

const isPart = (name: string): name is PartName => Object.hasOwn(parts, name);

const numberIn = (name: string, given: string, most: number) => {
  const number = Number(given);
  if (/^\d+(\.\d+)?$/.test(given) && number > 0 && number <= most) return number;
  throw explained(`--${name} takes a number up to ${most}, not ${given}.`, USAGE);
};

const optionsIn = (args: string[]) => {
  const given = parseArgs({
    args,
    options: {
      only: { type: "string", default: names.join(",") },
      products: { type: "string", default: "1000,10000,100000" },
      seconds: { type: "string", default: "2" },
      rounds: { type: "string", default: "7" },
    },
  }).values;
  const only = given.only.split(",").map((name) => {
    if (isPart(name)) return name;
    throw explained(`There is no part ${name}.`, USAGE);
  });
  const sizes = given.products.split(",").map((size) => numberIn("products", size, 1_000_000));
  const seconds = numberIn("seconds", given.seconds, 60);
  const rounds = numberIn("rounds", given.rounds, 50);
  return { only, sizes, effort: { seconds, rounds } };
};

const root = resolve(import.meta.dirname, "..");

const bench = async (
  supervisor: Supervisor,
  { only, sizes, effort }: ReturnType<typeof optionsIn>,
) => {
  const folder = folderAt(join(root, ".local/bench"));
  const stand = await raise({ supervisor, root, folder }, sizes);
  const conditions = await conditionsOf(root, stand.main.database);
  const found: Record<string, Part> = {};
  for (const name of only) {
    const part = await parts[name](stand, effort);
    found[name] = part;
    say(textOf(part));
  }
  const memory = {
    service: stand.main.service.memory(),
    bare: stand.baseline.memory(),
    gateway: stand.gateway.memory(),
    storefront: stand.storefront.memory(),
  };
  say(`\nWritten to ${keepRecord(root, { conditions, effort, memory, parts: found })}`);
};

const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => interrupt.abort());

try {
  const options = optionsIn(process.argv.slice(2));
  const folder = folderAt(join(root, ".local/bench"));
  await supervised({ root, folder }, interrupt.signal, (supervisor) => bench(supervisor, options));
  process.exit(0);
} catch (error) {
  if (!interrupt.signal.aborted) process.stderr.write(describeError(error));
  process.exit(1);
}
