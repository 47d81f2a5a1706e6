import { join, resolve } from "node:path";
import process from "node:process";

import { optionsIn, readKept, type Kept, type Options } from "./load/size-options.ts";
import { sizingText, demandText, fitText } from "./load/sizing-text.ts";
import { sizeFor } from "./load/sizing.ts";
import { describeError } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { say } from "./local/steps.ts";

const root = resolve(import.meta.dirname, "..");
const folder = folderAt(join(root, ".local/size"));
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => interrupt.abort());

const tell = ({ conditions, measurement }: Kept, options: Options) => {
  const { machine, commit, at, loadAverage } = conditions;
  say(
    `\n${machine.processor}, ${machine.cores} cores, ${commit.slice(0, 10)}, ${at}, load ${loadAverage.join(" ")}\n`,
  );
  say(
    `${demandText(measurement)}\n\n${fitText(measurement)}\n\n${sizingText(sizeFor(measurement, options))}`,
  );
};

const measure = async (options: Options) => {
  // A shop takes long to import; who only asks for a table does not wait for it.
  const { countStatements, raiseWhole } = await import("./load/whole.ts");
  const { measureDemand } = await import("./load/demand.ts");
  const { conditionsOf, keepRecord } = await import("./load/record.ts");
  const { supervised } = await import("./local/run.ts");
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
  else tell(readKept(options.from), options);
  process.exit(0);
} catch (error) {
  if (!interrupt.signal.aborted) process.stderr.write(describeError(error));
  process.exit(1);
}
