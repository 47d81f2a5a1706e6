import { resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { withSql } from "./local/database.ts";
import { describeError, explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { runningDatabase } from "./local/running-database.ts";
import { say } from "./local/steps.ts";
import type { Invariant } from "./verify/invariant.ts";
import { invariants } from "./verify/invariants.ts";
import { look, type Seen } from "./verify/look.ts";

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

const tell = ({ number, promise, reason }: Invariant, seen: Seen[]) => {
  const count = seen.reduce((sum, one) => sum + one.count, 0);
  const outcome = reason ?? (count === 1 ? "1 violation" : `${count} violations`);
  say(`${count > 0 ? "✗" : reason ? "–" : "✓"} ${number} ${promise}: ${outcome}`);
  for (const { says, count: found, examples } of seen) {
    say(`    not so: ${says} (${found})`);
    for (const { id, what } of examples) say(`      ${id}  ${what}`);
  }
  return count;
};

const main = async (args: string[]): Promise<number> => {
  const grace = graceIn(args);
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
  const url = process.env["DATABASE_URL"] || runningDatabase(folder).url;
  // One moment for all of it: what happens meanwhile is seen wholly or not at all.
  const counts = await withSql(url, (sql) =>
    sql.begin("isolation level repeatable read read only", async (tx) => {
      const found: number[] = [];
      for (const one of invariants) found.push(tell(one, await look(tx, one, grace)));
      return found;
    }),
  );
  return counts.some((count) => count > 0) ? 1 : 0;
};

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(describeError(error));
  process.exit(2);
}
