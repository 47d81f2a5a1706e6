import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import process from "node:process";

import { runCommand } from "./local/command.ts";
import { urlForService } from "./local/database.ts";
import { explained } from "./local/errors.ts";
import { folderAt } from "./local/folder.ts";
import { runningDatabase } from "./local/running-database.ts";
import { plainEnv } from "./local/service.ts";

const USAGE = `Usage: bun run staff <e-mail> [owner] [manager] [support] [fulfilment]

Gives a member exactly these roles; none takes all away. The roles count once the member has
enrolled a second factor. Of the running shop in JANGTEO_DIR, or of DATABASE_URL.`;

const root = resolve(import.meta.dirname, "..");

const main = (args: string[]): Promise<number> => {
  if (args.length === 0) throw explained("Say who is staff.", USAGE);
  const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
  const { url, secrets } = runningDatabase(folder);
  const env = { ...plainEnv(), DATABASE_URL: urlForService(url, "member", secrets.databaseMember) };
  const child = spawn(process.execPath, [join(root, "member/src/grant.ts"), ...args], {
    env,
    stdio: "inherit",
  });
  return new Promise((settle) => {
    child.once("exit", (code) => settle(code ?? 1));
  });
};

await runCommand(main);
