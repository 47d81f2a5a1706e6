import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { UserError } from "@jangteo/shared/embedded/user-error";

import { explained } from "../local/errors.ts";
import type { Measurement } from "./demand.ts";
import { busyAtMost } from "./laws.ts";
import { readMix, usualMix } from "./mix.ts";
import type { Conditions } from "./record.ts";

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

/** What was asked for; a flag that makes no sense is named. */
export const optionsIn = (args: string[]) => {
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

export type Options = ReturnType<typeof optionsIn>;

/** What a measurement leaves behind. */
export type Kept = { conditions: Conditions; measurement: Measurement };

export const readKept = (file: string): Kept => {
  try {
    const { conditions, measurement }: Kept = JSON.parse(readFileSync(file, "utf8"));
    if (measurement.journeys.length > 0) return { conditions, measurement };
  } catch {}
  throw new UserError(
    `--from ${file} is no measurement.`,
    "It takes what bun run size wrote before.",
  );
};
