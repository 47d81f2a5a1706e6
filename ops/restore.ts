import { existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { bringBack } from "./backup/bring-back.ts";
import { openBackup } from "./backup/open.ts";
import { readAddresses } from "./local/addresses.ts";
import { runCommand } from "./local/command.ts";
import { explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { supervised } from "./local/run.ts";
import { say, step } from "./local/steps.ts";

const USAGE = `Usage: bun run restore <folder> [--overwrite]

Brings a backup back into JANGTEO_DIR, or into DATABASE_URL and REDIS_URL, while the shop does not
run: all of it or nothing, then looks whether it agrees as bun run verify does, and ends with 1 if
not. A database that is not empty takes --overwrite, and is kept under another name.
BACKUP_PASSPHRASE opens the secrets.`;

const root = resolve(import.meta.dirname, "..");

const argumentsIn = (args: string[]) => {
  const options = { overwrite: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, strict: false });
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--overwrite");
  if (unknown !== undefined) throw explained(`There is no option ${unknown}.`, USAGE);
  const [from, ...more] = positionals;
  if (from === undefined || more.length > 0) throw explained("Name one backup.", USAGE);
  if (!existsSync(from)) throw explained(`There is no folder ${from}.`, USAGE);
  return { from: resolve(from), overwrite: values.overwrite === true };
};

const main = async (args: string[], interrupt: AbortSignal): Promise<number> => {
  const { from, overwrite } = argumentsIn(args);
  const manifest = await step(
    "Backup",
    () => openBackup(root, from),
    ({ takenAt }) => `of ${takenAt}`,
  );
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
  const passphrase = process.env["BACKUP_PASSPHRASE"];
  const ports = readAddresses(process.env).preferred;
  const outcome = { violations: 0 };
  await supervised({ root, folder }, interrupt, async (supervisor) => {
    outcome.violations = await bringBack(
      { root, folder, from, manifest, overwrite, passphrase, ports },
      supervisor,
    );
  });
  if (interrupt.aborted) throw explained("Interrupted: nothing was changed.", "Restore again.");
  say(
    outcome.violations === 0
      ? "\n  The shop is back, and its books agree: bun run start"
      : "\n  The shop is back as it was backed up, and what is marked above was not so then either.",
  );
  return outcome.violations === 0 ? 0 : 1;
};

const end = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => end.abort());

await runCommand((args) => main(args, end.signal));
