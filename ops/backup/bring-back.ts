import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { basename, join } from "node:path";

import { createDatabase, migrate, requireUnicode, withSql } from "../local/database.ts";
import type { Folder } from "../local/folder.ts";
import type { Secrets } from "../local/secrets.ts";
import { say, step } from "../local/steps.ts";
import { runPostgres, runRedis } from "../local/stores.ts";
import type { Supervisor } from "../local/supervisor.ts";
import { tellAll } from "../verify/tell.ts";
import { forgetStreams, sendAgain } from "./events.ts";
import { settleSecrets } from "./known-secrets.ts";
import { loadTables } from "./load.ts";
import type { Manifest } from "./manifest.ts";
import { migrateAllTo } from "./migrations.ts";
import { createBeside, drop, dropUnfinished, lookAt, requireFree, swap } from "./target.ts";

type Ports = { postgres: number; redisState: number };
type Restoring = {
  root: string;
  folder: Folder;
  from: string;
  manifest: Manifest;
  overwrite: boolean;
  passphrase: string | undefined;
  ports: Ports;
};

const databaseOf = async (supervisor: Supervisor, { folder, ports }: Restoring, secrets: Secrets) =>
  process.env["DATABASE_URL"] ||
  createDatabase(await runPostgres(supervisor, folder, secrets.databaseOwner, ports.postgres));

/** The Redis that services told each other through, if there is one. */
const redisOf = async (supervisor: Supervisor, { folder, ports }: Restoring, secrets: Secrets) => {
  const given = process.env["REDIS_URL"];
  if (given || !existsSync(folder.redisState)) return given;
  const url = new URL(await runRedis(supervisor, folder, "state", secrets, ports.redisState));
  url.username = "default";
  url.password = secrets.redisOwner;
  return url.href;
};

/** Pictures only ever come; what the practice provider knows is never older than what is here. */
const bringFiles = ({ folder, from, manifest: { parts } }: Restoring) => {
  const put = (file: string, target: string) => {
    if (existsSync(target)) return 0;
    copyFileSync(join(from, file), `${target}.new`);
    renameSync(`${target}.new`, target);
    return 1;
  };
  mkdirSync(folder.media, { recursive: true });
  const count = parts
    .filter(({ file }) => file.startsWith("media/"))
    .reduce((sum, { file }) => sum + put(file, join(folder.media, basename(file))), 0);
  if (parts.some(({ file }) => file === "sandbox.jsonl")) put("sandbox.jsonl", folder.sandbox);
  return count;
};

const passwordsOf = (secrets: Secrets) => ({
  member: secrets.databaseMember,
  product: secrets.databaseProduct,
  order: secrets.databaseOrder,
  payment: secrets.databasePayment,
});

/** What was under way when the backup was taken still is: seconds since then, and what verify grants. */
const graceOf = ({ takenAt }: Manifest) =>
  Math.ceil((Date.now() - Date.parse(takenAt)) / 1000) + 120;

/** Builds the shop's database beside the one in use and gives it its name last; returns the violations. */
export const bringBack = async (given: Restoring, supervisor: Supervisor): Promise<number> => {
  const { root, folder, from, manifest, overwrite } = given;
  const { secrets, keep } = settleSecrets(given);
  // A cluster that is made now can be opened with these only.
  if (!process.env["DATABASE_URL"] && !existsSync(folder.postgres)) keep();
  const url = await step("PostgreSQL", () => databaseOf(supervisor, given, secrets));
  const target = await lookAt(url);
  requireFree(target, overwrite);
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const [fresh, aside] = [`${name}_restore_${stamp}`, `${name}_before_${stamp}`];
  await dropUnfinished(url);
  const draft = await createBeside(url, target, fresh);
  try {
    await requireUnicode(draft);
    await step("Schemas", () => migrateAllTo(root, draft, manifest, passwordsOf(secrets)));
    await step("Rows", () => loadTables(draft, from, manifest));
    await step("Migrate forward", () => migrate(root, draft, secrets));
    say();
    const violations = await tellAll(draft, graceOf(manifest));
    say();
    await step(
      "Events",
      () => withSql(draft, (sql) => sendAgain(sql, manifest)),
      (count) => `${count} are sent again, and applied once`,
    );
    await step(
      "Pictures",
      async () => bringFiles(given),
      (count) => `${count} that were missing`,
    );
    const redis = await redisOf(supervisor, given, secrets);
    keep();
    await step(
      "Take its place",
      () => swap(url, fresh, aside),
      () => name,
    );
    if (redis !== undefined) await step("Streams", () => forgetStreams(redis));
    if (target.empty) await drop(url, aside);
    else
      say(`\n  What was there before is in the database ${aside}: drop it when you miss nothing.`);
    return violations;
  } catch (error) {
    await drop(url, fresh);
    throw error;
  }
};
