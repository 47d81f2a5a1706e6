import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { UserError } from "@jangteo/shared/embedded/user-error";

import { measureDemand, type Measurement } from "./load/demand.ts";
import { busyAtMost } from "./load/laws.ts";
import { readMix, usualMix } from "./load/mix.ts";
import { conditionsOf, keepRecord, type Conditions } from "./load/record.ts";
import { demandText, fitText, sizingText } from "./load/sizing-text.ts";
import { sizeFor } from "./load/sizing.ts";
import { countStatements, raiseWhole } from "./load/whole.ts";
import { describeError, explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { supervised } from "./local/run.ts";
import { say } from "./local/steps.ts";

const USAGE = `Usage: bun run size --tps 500 [--mix ${usualMix}]
                    [--busy ${busyAtMost}] [--from ops/load/results/size-….json] [--seconds 4] [--rounds 5]

Says what so many visits a second need: processors, memory, connections, Redis commands. Measures a whole shop of its
own on this machine, in .local/size, and writes what it found as JSON under ops/load/results; with --from it
measures nothing.`;

const numberIn = (name: string, given: string | undefined, most: number) => {
  if (given === undefined) throw explained(`--${name} is missing.`, USAGE);
  const number = Number(given);
  if (/^\d+(\.\d+)?$/.test(given) && number > 0 && number <= most) return number;
  throw explained(`--${name} takes a number above 0 and up to ${most}, not ${given}.`, USAGE);
};

const flags = {
  tps: { type: "string" },
  mix: { type: "string", default: usualMix },
  busy: { type: "string", default: String(busyAtMost) },
  from: { type: "string" },
  seconds: { type: "string", default: "4" },
  rounds: { type: "string", default: "5" },
} as const;

const flagsIn = (args: string[]) => {
  try {
    return parseArgs({ args, options: flags }).values;
  } catch (error) {
    throw explained(error instanceof Error ? error.message : String(error), USAGE);
  }
};

const optionsIn = (args: string[]) => {
  const given = flagsIn(args);
  return {
    tps: numberIn("tps", given.tps, 1_000_000),
    mix: readMix(given.mix),
    busyAtMost: numberIn("busy", given.busy, 1),
    from: given.from,
    effort: {
      seconds: numberIn("seconds", given.seconds, 60),
      rounds: Math.ceil(numberIn("rounds", given.rounds, 50)),
      clients: [1, 2, 4, 8, 16, 32],
    },
  };
};

type Record = { conditions: Conditions; measurement: Measurement };

const readRecord = (file: string): Record => {
  try {
    const { conditions, measurement }: Record = JSON.parse(readFileSync(file, "utf8"));
    if (measurement.journeys.length > 0) return { conditions, measurement };
  } catch {}
  throw new UserError(
    `--from ${file} is no measurement.`,
    "It takes what bun run size wrote before.",
  );
};

const root = resolve(import.meta.dirname, "..");
const folder = folderAt(join(root, ".local/size"));
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => interrupt.abort());

type Options = ReturnType<typeof optionsIn>;
const tell = ({ conditions, measurement }: Record, options: Options) => {
  const { machine, commit, at, loadAverage } = conditions;
  say(
    `\n${machine.processor}, ${machine.cores} cores, ${commit.slice(0, 10)}, ${at}, load ${loadAverage.join(" ")}\n`,
  );
  say(
    `${demandText(measurement)}\n\n${fitText(measurement)}\n\n${sizingText(sizeFor(measurement, options))}`,
  );
};

const measure = async (options: Options) => {
  await countStatements({ root, folder }, interrupt.signal);
  await supervised({ root, folder }, interrupt.signal, async (supervisor) => {
    const whole = await raiseWhole({ supervisor, root, folder });
    const conditions = await conditionsOf(root, whole.productDatabase);
    const measurement = await measureDemand(whole, options.mix, options.effort, say);
    const record = { conditions, effort: options.effort, measurement };
    tell(record, options);
    const sizing = sizeFor(measurement, options);
    say(`\nWritten to ${keepRecord(root, { ...record, sizing }, "size-")}`);
    await whole.close();
  });
};

try {
  const options = optionsIn(process.argv.slice(2));
  if (options.from === undefined) await measure(options);
  else tell(readRecord(options.from), options);
  process.exit(0);
} catch (error) {
  if (!interrupt.signal.aborted) process.stderr.write(describeError(error));
  process.exit(1);
}
