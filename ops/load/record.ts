import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join, relative } from "node:path";

import { findRedis } from "@jangteo/shared/embedded/redis";

import { withSql } from "../local/database.ts";

const said = (command: string, args: string[], cwd?: string) => {
  try {
    return execFileSync(command, args, { encoding: "utf8", ...(cwd && { cwd }) }).trim();
  } catch {
    return "unknown";
  }
};

const versionOf = (root: string, name: string): string => {
  const { workspaces } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return workspaces.catalog[name];
};

/** What was measured, of which sources, on what: without it a figure says nothing. */
export const conditionsOf = async (root: string, database: string) => {
  const postgres = await withSql(database, async (sql) => {
    const [row] = await sql<
      { version: string }[]
    >`select current_setting('server_version') as version`;
    return row?.version ?? "unknown";
  });
  const packages = ["hono", "@hono/zod-openapi", "drizzle-orm", "postgres", "zod"];
  const [cpu] = cpus();
  return {
    at: new Date().toISOString(),
    commit: said("git", ["rev-parse", "HEAD"], root),
    changed: said("git", ["status", "--porcelain", "--untracked-files=no"], root) !== "",
    machine: {
      processor: cpu?.model ?? "unknown",
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      kernel: said("uname", ["-sr"]),
    },
    versions: {
      bun: process.versions["bun"] ?? "unknown",
      postgres,
      redis: /v=(\S+)/.exec(said(findRedis() ?? "redis-server", ["--version"]))?.[1] ?? "unknown",
    },
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(root, name)])),
    loadAverage: loadavg().map((one) => Math.round(one * 100) / 100),
  };
};

export type Conditions = Awaited<ReturnType<typeof conditionsOf>>;

/** Writes it under `ops/load/results`, named by its kind and time; returns where. */
export const keepRecord = (
  root: string,
  record: { conditions: Conditions } & Record<string, unknown>,
  kind = "",
): string => {
  const folder = join(root, "ops/load/results");
  mkdirSync(folder, { recursive: true });
  const time = record.conditions.at.slice(0, 19).replaceAll(":", "");
  const file = join(folder, `${kind}${time}.json`);
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  return relative(root, file);
};
