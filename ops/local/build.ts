import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { inTurn } from "./lock.ts";
import type { Supervisor } from "./supervisor.ts";

const STOREFRONT = [
  "bun.lock",
  "tsconfig.base.json",
  "storefront",
  "shared",
  "auth",
  "member",
  "product",
  "order",
  "payment",
];
const LEFT_OUT =
  /^(node_modules|\.next|\.local|\.built|drizzle|testing|next-env\.d\.ts|.*\.test\.tsx?|.*\.tsbuildinfo)$/;

const filesBelow = (path: string): string[] => {
  const entries = readdirSync(path, { withFileTypes: true }).filter(
    ({ name }) => !LEFT_OUT.test(name),
  );
  return entries
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      return entry.isDirectory() ? filesBelow(inside) : [inside];
    })
    .toSorted();
};

/** Of the files and folders that something is built of. */
export const fingerprint = (root: string, sources: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const source of sources) {
    const path = join(root, source);
    const files = statSync(path).isFile() ? [path] : filesBelow(path);
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
};

/** Builds into a folder of the storefront, unless the last build there came from the very same sources. */
export const buildInto = (root: string, distDir: string, build: () => Promise<void>) => {
  const folder = join(root, "storefront");
  const stamp = join(folder, distDir, "sources");
  mkdirSync(join(folder, ".local"), { recursive: true });
  const lock = join(folder, ".local", `build-${distDir.replaceAll(/\W/g, "-")}.json`);
  return inTurn(lock, async () => {
    const wanted = fingerprint(root, STOREFRONT);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "unchanged";
    await build();
    writeFileSync(stamp, wanted);
    return "built";
  });
};

export const buildStorefront = (
  { run }: Supervisor,
  root: string,
  env: Record<string, string>,
): Promise<string> =>
  buildInto(root, ".next", () =>
    run("build", {
      command: process.execPath,
      args: ["--bun", join("node_modules", "next", "dist", "bin", "next"), "build"],
      cwd: join(root, "storefront"),
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  );
