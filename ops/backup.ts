import { existsSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

import { runningRedis } from "./backup/running-redis.ts";
import { requireStrong } from "./backup/secrets.ts";
import { takeBackup } from "./backup/take.ts";
import { runCommand } from "./local/command.ts";
import { explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { runningDatabase } from "./local/running-database.ts";
import { say } from "./local/steps.ts";

const USAGE = `Usage: bun run backup [folder] [--without-secrets]

Copies the running shop in JANGTEO_DIR, or DATABASE_URL and REDIS_URL, into a new folder below the
one that is named (backups): the database as of one moment, pictures, and the shop's secrets, sealed
with BACKUP_PASSPHRASE. With --without-secrets they stay out: keep secrets.json and keys.json
elsewhere, since without them no password is right and no second factor opens.`;

const root = resolve(import.meta.dirname, "..");

const argumentsIn = (args: string[]) => {
  const options = { "without-secrets": { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, strict: false });
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--without-secrets");
  if (unknown !== undefined) throw explained(`There is no option ${unknown}.`, USAGE);
  if (positionals.length > 1) throw explained("There is one folder to name.", USAGE);
  return { into: positionals[0] ?? "backups", sealing: values["without-secrets"] !== true };
};

const passphrase = () => {
  const given = process.env["BACKUP_PASSPHRASE"];
  if (given) return requireStrong(given);
  throw explained(
    "The backup has to hold the shop's secrets, and nothing says what to seal them with.",
    "Set BACKUP_PASSPHRASE, and keep it apart from the backups: who has both has everything.\n" +
      "Or say --without-secrets and keep secrets.json and keys.json yourself: a shop that has lost\n" +
      "them has lost every password.",
  );
};

const sizeOf = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const main = async (args: string[]) => {
  const { into, sealing } = argumentsIn(args);
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
  const given = process.env["DATABASE_URL"];
  const known = existsSync(folder.secrets) || !given ? runningDatabase(folder) : undefined;
  const shop = {
    ...{ root, folder, databaseUrl: known?.url ?? given ?? "", secrets: known?.secrets },
    redisUrl: process.env["REDIS_URL"] || (known && runningRedis(folder, known.secrets)),
    passphrase: sealing ? passphrase() : undefined,
  };
  if (sealing && !known)
    throw explained(`There are no secrets in ${folder.dir}.`, "Name the shop with JANGTEO_DIR.");
  const { path, manifest } = await takeBackup(shop, into, (text) => say(`  ! ${text}`));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
  say(`  ✓ ${path}`);
  say(
    `    ${manifest.tables.length} tables, ${rows} rows, ${sizeOf(bytes)}, as of ${manifest.takenAt}`,
  );
  if (!sealing) say("  ! Without its secrets: keep secrets.json and keys.json elsewhere.");
};

await runCommand(main);
