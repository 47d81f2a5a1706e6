import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";

/** Where the shop keeps everything that it must not lose. */
export type Folder = ReturnType<typeof folderAt>;

export const folderAt = (dir: string) => ({
  dir,
  lock: join(dir, "lock.json"),
  children: join(dir, "children.json"),
  secrets: join(dir, "secrets.json"),
  keys: join(dir, "keys.json"),
  gateway: join(dir, "kong.yml"),
  postgres: join(dir, "postgres"),
  media: join(dir, "media"),
  sandbox: join(dir, "sandbox.jsonl"),
  redisState: join(dir, "redis-state"),
  redisCache: join(dir, "redis-cache"),
  log: (name: string) => join(dir, "logs", `${name}.log`),
});

/** Creates the folder. Under root, PostgreSQL's user has to pass through it, but not to list it. */
export const createFolder = ({ dir }: Folder): void => {
  try {
    mkdirSync(join(dir, "logs"), { recursive: true });
    chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new UserError(
      `The folder ${dir} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      "Make it a writable folder, or name another one with JANGTEO_DIR.",
    );
  }
};

/** Removes every piece of data; the lock stays with its owner. */
export const emptyFolder = (folder: Folder): void => {
  for (const entry of readdirSync(folder.dir)) {
    const path = join(folder.dir, entry);
    if (path !== folder.lock) rmSync(path, { recursive: true, force: true });
  }
  createFolder(folder);
};
