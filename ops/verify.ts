import { resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { runCommand } from "./local/command.ts";
import { explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { runningDatabase } from "./local/running-database.ts";
import { tellAll } from "./verify/tell.ts";

const USAGE = `Usage: bun run verify [--grace <seconds>]

Looks whether what the services wrote still agrees: stock, orders, payments, events, owners. What is
younger than --grace (120) may still be under way. Of the running shop in JANGTEO_DIR, or of
DATABASE_URL as a role that may read everything. Ends with 1 when something is wrong.`;

const root = resolve(import.meta.dirname, "..");

const graceIn = (args: string[]): number => {
  const given = parseArgs({ args, options: { grace: { type: "string" } }, strict: false });
  const { grace = "120" } = given.values;
  const unknown = args.find((arg) => arg.startsWith("-") && !/^--grace(=|$)/.test(arg));
  if (unknown !== undefined) throw explained(`There is no option ${unknown}.`, USAGE);
  if (typeof grace !== "string" || !/^\d{1,9}$/.test(grace) || given.positionals.length > 0)
    throw explained("The grace is a number of seconds.", USAGE);
  return Number(grace);
};

const main = async (args: string[]): Promise<number> => {
  const grace = graceIn(args);
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
  const url = process.env["DATABASE_URL"] || runningDatabase(folder).url;
  return (await tellAll(url, grace)) === 0 ? 0 : 1;
};

await runCommand(main, 2);
