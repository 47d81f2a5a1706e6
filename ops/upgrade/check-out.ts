import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { gitArguments } from "./previous.ts";

const run = (command: string, args: string[], cwd: string) => {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
};

type Package = { dependencies?: Record<string, string>; workspaces?: unknown };
const readPackage = (folder: string): Package =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const used = ["auth", "member", "order", "payment", "product", "shared"];

/** All that decides which packages the services get. */
const packagesOf = (folder: string) => {
  const { workspaces } = readPackage(folder);
  const patches = readdirSync(join(folder, "patches")).map((name) =>
    readFileSync(join(folder, "patches", name), "utf8"),
  );
  const dependencies = used.map((name) => readPackage(join(folder, name)).dependencies);
  return JSON.stringify({ workspaces, patches, dependencies });
};

/** Puts the services of a commit into an empty folder, ready to run. */
export const checkOut = (root: string, commit: string, tree: string): void => {
  mkdirSync(tree, { recursive: true });
  const archive = join(tree, "archive.tar");
  const without = ["docs", "ops/demo/pictures", "storefront"].map((path) => `:(exclude)${path}`);
  const all = ["archive", `--output=${archive}`, commit, "--", ".", ...without];
  run("git", gitArguments(root, all), root);
  run("tar", ["-xf", archive], tree);
  if (packagesOf(root) !== packagesOf(tree)) {
    run(process.execPath, ["install", "--frozen-lockfile", "--ignore-scripts"], tree);
    return;
  }
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  // Links among the packages are relative: here they lead to each other's older code.
  for (const name of used)
    cpSync(join(root, name, "node_modules"), join(tree, name, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
    });
};
