import process from "node:process";

import { describeError } from "./errors.ts";

/** Runs what a command does and ends with what it answers, 0 unless it says; a failure is told, with `failed`. */
export const runCommand = async (
  main: (args: string[]) => Promise<number | void>,
  failed = 1,
): Promise<never> => {
  try {
    process.exit((await main(process.argv.slice(2))) ?? 0);
  } catch (error) {
    process.stderr.write(describeError(error));
    process.exit(failed);
  }
};
