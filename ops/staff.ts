import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";

import { shopDatabase, urlForService } from "./local/database.ts";
import { describeError, explained } from "./local/errors.ts";
import { folderAt, type Folder } from "./local/folder.ts";
import { readSecrets } from "./local/secrets.ts";
import { plainEnv } from "./local/service.ts";

const USAGE = `Usage: bun run staff <e-mail> [owner] [manager] [support] [fulfilment]

Gives a member exactly these roles; none takes all away. The roles count once the member has
enrolled a second factor. Of the running shop in JANGTEO_DIR, or of DATABASE_URL.`;

const root = resolve(import.meta.dirname, "..");

const portOf = ({ postgres }: Folder) => {
  try {
    return Number(readFileSync(join(postgres, "postmaster.pid"), "utf8").split("\n")[3]);
  } catch {
    throw explained("The shop's database does not run.", "Start the shop first: bun run start");
  }
};

const main = (args: string[]): Promise<number> => {
  if (args.length === 0) throw explained("Say who is staff.", USAGE);
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
  const secrets = readSecrets(folder);
  const given = process.env["DATABASE_URL"];
  const url = given ?? shopDatabase(portOf(folder), secrets.databaseOwner);
  const env = { ...plainEnv(), DATABASE_URL: urlForService(url, "member", secrets.databaseMember) };
  const child = spawn(process.execPath, [join(root, "member/src/grant.ts"), ...args], {
    env,
    stdio: "inherit",
  });
  return new Promise((settle) => {
    child.once("exit", (code) => settle(code ?? 1));
  });
};

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(describeError(error));
  process.exit(1);
}
