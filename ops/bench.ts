import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { raiseMarket } from "./load/market.ts";
import { raiseMembers } from "./load/members.ts";
import { catalogue, market, members, type Effort, type Part } from "./load/parts.ts";
import { conditionsOf, keepRecord } from "./load/record.ts";
import { textOf } from "./load/report.ts";
import { raise } from "./load/stand.ts";
import { describeError, explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { supervised } from "./local/run.ts";
import { say } from "./local/steps.ts";
import type { Supervisor } from "./local/supervisor.ts";

const names = [...Object.keys(catalogue), ...Object.keys(market), ...Object.keys(members)];
const USAGE = `Usage: bun run bench [--only ${names.join(",")}] [--products 1000,10000,100000]
                     [--orders 1000000]                      [--seconds 2] [--rounds 7]

Starts a shop of its own on this machine, in .local/bench, which keeps its goods and orders for the next time;
measures it; prints a report, and writes it as JSON under ops/load/results.`;

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
      orders: { type: "string", default: "1000000" },
      seconds: { type: "string", default: "2" },
      rounds: { type: "string", default: "7" },
    },
  }).values;
  const only = given.only.split(",").map((name) => {
    if (names.includes(name)) return name;
    throw explained(`There is no part ${name}.`, USAGE);
  });
  const sizes = given.products.split(",").map((size) => numberIn("products", size, 1_000_000));
  const orders = numberIn("orders", given.orders, 10_000_000);
  const seconds = numberIn("seconds", given.seconds, 60);
  const rounds = numberIn("rounds", given.rounds, 50);
  return { only, sizes, orders, effort: { seconds, rounds } };
};

const root = resolve(import.meta.dirname, "..");
const folder = folderAt(join(root, ".local/bench"));

type Options = ReturnType<typeof optionsIn>;
type Memory = Record<string, number>;
type Found = {
  conditions: Awaited<ReturnType<typeof conditionsOf>>;
  parts: Record<string, Part>;
  memory: Memory;
};
type Server = { memory: () => number };
const memoryOf = (servers: Record<string, Server>): Memory =>
  Object.fromEntries(Object.entries(servers).map(([name, one]) => [name, one.memory()]));

const partsOf = async <Stage>(
  all: Record<string, (stage: Stage, effort: Effort) => Promise<Part>>,
  stage: Stage,
  { only, effort }: Options,
) => {
  const found: Record<string, Part> = {};
  for (const [name, measure] of Object.entries(all)) {
    if (!only.includes(name)) continue;
    const part = await measure(stage, effort);
    found[name] = part;
    say(textOf(part));
  }
  return found;
};

const ofCatalogue = async (supervisor: Supervisor, options: Options): Promise<Found> => {
  const stand = await raise({ supervisor, root, folder }, options.sizes);
  const { main, baseline, gateway, storefront } = stand;
  return {
    conditions: await conditionsOf(root, main.database),
    parts: await partsOf(catalogue, stand, options),
    memory: memoryOf({ service: main.service, bare: baseline, gateway, storefront }),
  };
};

const ofMarket = async (supervisor: Supervisor, options: Options): Promise<Found> => {
  const stand = await raiseMarket({ supervisor, root, folder }, options.orders);
  const { order, product, payment, sandbox, gateway } = stand;
  return {
    conditions: await conditionsOf(root, stand.database),
    parts: await partsOf(market, stand, options),
    memory: memoryOf({ order, product, payment, sandbox, gateway }),
  };
};

const ofMembers = async (supervisor: Supervisor, options: Options): Promise<Found> => {
  const stand = await raiseMembers({ supervisor, root, folder });
  const { auth, member, bare } = stand;
  return {
    conditions: await conditionsOf(root, stand.database),
    parts: await partsOf(members, stand, options),
    memory: memoryOf({ auth, member, bare }),
  };
};

const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => interrupt.abort());

try {
  const options = optionsIn(process.argv.slice(2));
  const shops = [
    { parts: catalogue, measure: ofCatalogue },
    { parts: market, measure: ofMarket },
    { parts: members, measure: ofMembers },
  ].filter(({ parts }) => options.only.some((name) => name in parts));
  for (const { measure } of shops)
    await supervised({ root, folder }, interrupt.signal, async (supervisor) => {
      const found = await measure(supervisor, options);
      say(`\nMost MiB of memory: ${JSON.stringify(found.memory)}`);
      say(`\nWritten to ${keepRecord(root, { effort: options.effort, ...found })}`);
    });
  process.exit(0);
} catch (error) {
  if (!interrupt.signal.aborted) process.stderr.write(describeError(error));
  process.exit(1);
}
