import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { pieces } from "./demo/products.ts";
import { runCommand } from "./local/command.ts";
import { explained } from "./local/errors.ts";
import { fillShelves } from "./local/fill-shelves.ts";
import { folderAt } from "./local/folder.ts";
import { runningDatabase } from "./local/running-database.ts";

/** As many as the demo pieces have names for, and a little less. */
const most = 100_000;
const USAGE = `Usage: bun run seed --products <number>

Fills the running shop in JANGTEO_DIR, or in DATABASE_URL, until it has so many demo products (at
most ${most}). Those that are there stay as they are: run it again to go on, or to have more.`;

const countIn = (args: string[]): number => {
  const given = parseArgs({ args, options: { products: { type: "string" } }, strict: false });
  const { products } = given.values;
  const unknown = args.find((arg) => arg.startsWith("-") && !/^--products(=|$)/.test(arg));
  if (unknown !== undefined) throw explained(`There is no option ${unknown}.`, USAGE);
  if (typeof products !== "string" || given.positionals.length > 0)
    throw explained("Say how many products.", USAGE);
  const count = Number(products);
  if (!/^\d+$/.test(products) || count < 1 || count > most)
    throw explained(`${products} is not a number from 1 to ${most}.`, USAGE);
  return count;
};

const root = resolve(import.meta.dirname, "..");

const main = async (args: string[]) => {
  const count = countIn(args);
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? join(root, ".local")));
  await fillShelves({ ...runningDatabase(folder), pieces: pieces(count), count });
};

await runCommand(main);
