import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { shopDatabase } from "./database.ts";
import { explained } from "./errors.ts";
import type { Folder } from "./folder.ts";
import { readSecrets } from "./secrets.ts";

const portOf = ({ postgres }: Folder) => {
  try {
    return Number(readFileSync(join(postgres, "postmaster.pid"), "utf8").split("\n")[3]);
  } catch {
    throw explained("The shop's database does not run.", "Start the shop first: bun run start");
  }
};

/** The database of the running shop, or of `DATABASE_URL`, for its owner; and the shop's secrets. */
export const runningDatabase = (folder: Folder, given = process.env["DATABASE_URL"]) => {
  if (!existsSync(folder.secrets))
    throw explained(
      `There is no shop in ${folder.dir}.`,
      "Start it first: bun run start. Or name its folder with JANGTEO_DIR.",
    );
  const secrets = readSecrets(folder);
  return { secrets, url: given || shopDatabase(portOf(folder), secrets.databaseOwner) };
};
