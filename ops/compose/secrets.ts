import { chownSync, chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { renameSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";

import { runCommand } from "../local/command.ts";
import { folderAt } from "../local/folder.ts";
import { readSecrets } from "../local/secrets.ts";
import { say } from "../local/steps.ts";
import { onceFiles, secretFiles } from "./secret-files.ts";

/**
 * Draws the secrets of a shop under Compose into a folder; what was drawn before stays. Each container
 * mounts its own files and reads them as a user of its own: so the files are readable, and the folder is closed.
 */
const draw = (dir: string) => {
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o700);
  const { uid, gid } = statSync(dir);
  const at = (name: string) => join(dir, name);
  const write = (name: string, text: string) => {
    if (existsSync(at(name)) && readFileSync(at(name), "utf8") === text) return;
    writeFileSync(at(`${name}.new`), text);
    renameSync(at(`${name}.new`), at(name));
  };
  const once = Object.entries(onceFiles());
  for (const [name, text] of once) if (!existsSync(at(name))) write(name, text);
  const folder = folderAt(dir);
  const derived = Object.entries(secretFiles(readSecrets(folder)));
  for (const [name, text] of derived) write(name, text);
  const mounted = [...once, ...derived].map(([name]) => name);
  for (const name of mounted) chmodSync(at(name), 0o444);
  // In a container this is root, and the folder belongs to whoever checked the repository out.
  const made = [folder.secrets, ...mounted.map(at)];
  if (process.getuid?.() === 0) for (const file of made) chownSync(file, uid, gid);
  return mounted.length;
};

await runCommand(async ([folder = ".secrets"]) => {
  const dir = resolve(import.meta.dirname, "../..", folder);
  say(`${draw(dir)} secrets are in place. Keep the folder: without it the data cannot be opened.`);
});
