import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { explained } from "./errors.ts";

const workspaces = (root: string): string[] => {
  const manifest: { workspaces: { packages: string[] } } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return manifest.workspaces.packages;
};

const fingerprint = (root: string): string => {
  const files = [
    "bun.lock",
    "package.json",
    ...workspaces(root).map((name) => `${name}/package.json`),
  ];
  const hash = createHash("sha256");
  for (const file of files.filter((name) => existsSync(join(root, name)))) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
};

const notInstalled = (output: string): Error =>
  explained(
    `The packages could not be installed:\n${output.trim().split("\n").slice(-8).join("\n")}`,
    "Check the connection to the package registry, then start again.",
  );

const bunInstall = (root: string, signal: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["install", "--frozen-lockfile"], {
      cwd: root,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve("installed");
      else reject(notInstalled(output.join("")));
    });
  });

/** Installs the locked packages, unless node_modules already holds exactly them. */
export const installPackages = async (root: string, signal: AbortSignal): Promise<string> => {
  const stamp = join(root, "node_modules", ".installed");
  const wanted = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "up to date";
  const outcome = await bunInstall(root, signal);
  writeFileSync(stamp, wanted);
  return outcome;
};
