import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";
import type postgres from "postgres";

import { withSql } from "../local/database.ts";
import type { Folder } from "../local/folder.ts";
import type { Secrets } from "../local/secrets.ts";
import { appliedUntil, nothingApplied } from "./events.ts";
import { manifestFile, type Manifest, type Part, type Table } from "./manifest.ts";
import { migrationsOf } from "./migrations.ts";
import { sync, writePart } from "./parts.ts";
import { rowsOf } from "./rows.ts";
import { fingerprintsOf, seal } from "./secrets.ts";
import { listSequences, listTables, schemas } from "./tables.ts";

type Shop = {
  root: string;
  folder: Folder;
  databaseUrl: string;
  redisUrl: string | undefined;
  secrets: Secrets | undefined;
  /** Seals the secrets; without it they are not in the backup. */
  passphrase: string | undefined;
};

const versionOf = (root: string) => {
  const told = spawnSync("git", ["describe", "--tags", "--always", "--dirty"], { cwd: root });
  return told.status === 0 ? told.stdout.toString().trim() : null;
};

const copyTables = async (tx: postgres.TransactionSql, draft: string) => {
  const tables: Table[] = [];
  const parts: Part[] = [];
  for (const shape of await listTables(tx)) {
    const counted = { rows: 0 };
    const count = (rows: number) => {
      counted.rows += rows;
    };
    const file = `tables/${shape.schema}.${shape.name}.gz`;
    parts.push(await writePart(draft, file, rowsOf(tx, shape, count), { gzip: true }));
    tables.push({ ...shape, rows: counted.rows, file });
  }
  return { tables, parts };
};

type Copied = Omit<Manifest, "format" | "version" | "applied" | "fingerprints">;

/** One moment of the whole database. A migration waits until it is copied, and is never seen half. */
const copyDatabase = (url: string, draft: string): Promise<Copied> =>
  withSql(url, async (sql) => {
    await sql`set statement_timeout = 0`;
    await sql`set idle_in_transaction_session_timeout = 0`;
    // Before the transaction: its snapshot must not be older than a migration that it waited for.
    await sql`select pg_advisory_lock_shared(hashtext('jangteo.migrate'))`;
    return sql.begin("isolation level repeatable read read only", async (tx) => {
      const [at] = await tx<{ now: Date; postgres: string; known: number }[]>`
        select now(), current_setting('server_version') as postgres,
          (select count(*)::int from pg_namespace where nspname = any(${[...schemas]})) as known`;
      if (at?.known !== schemas.length)
        throw new UserError(
          "The database does not hold a whole shop.",
          "Start the shop once, or name its database with DATABASE_URL.",
        );
      const migrations = await migrationsOf(tx);
      const { tables, parts } = await copyTables(tx, draft);
      // Sequences are not of the snapshot: read last, they are never behind the rows.
      const sequences = [...(await listSequences(tx))];
      const takenAt = at.now.toISOString();
      return { takenAt, postgres: at.postgres, migrations, tables, sequences, parts };
    });
  });

/** After the database: whatever it names was there before. Nothing is ever taken out of either. */
const copyFiles = async ({ folder }: Shop, draft: string): Promise<Part[]> => {
  const parts: Part[] = [];
  const media = existsSync(folder.media) ? readdirSync(folder.media) : [];
  // A picture that is still being written has a name that begins with a dot.
  for (const name of media.filter((file) => !file.startsWith(".")))
    parts.push(await writePart(draft, `media/${name}`, createReadStream(join(folder.media, name))));
  if (existsSync(folder.sandbox))
    parts.push(await writePart(draft, "sandbox.jsonl", createReadStream(folder.sandbox)));
  return parts;
};

/** What was asked of Redis first, so that it never says more than the snapshot shows. */
const eventsOf = async ({ redisUrl }: Shop, warn: (text: string) => void) => {
  if (redisUrl === undefined) {
    warn(
      "No Redis is named (REDIS_URL): once restored, all events of the last week are sent again.",
    );
    return nothingApplied;
  }
  return appliedUntil(redisUrl);
};

const write = async (
  shop: Shop,
  draft: string,
  warn: (text: string) => void,
): Promise<Manifest> => {
  const { root, folder, secrets, passphrase } = shop;
  const applied = await eventsOf(shop, warn);
  const copied = await copyDatabase(shop.databaseUrl, draft);
  const parts = [...copied.parts, ...(await copyFiles(shop, draft))];
  if (passphrase !== undefined)
    parts.push(await writePart(draft, "secrets.sealed", [seal(folder, passphrase)]));
  const fingerprints = secrets ? fingerprintsOf(secrets) : {};
  const manifest: Manifest = {
    ...{ format: 1, version: versionOf(root), ...copied, applied, fingerprints, parts },
  };
  await writePart(draft, manifestFile, [JSON.stringify(manifest, null, 2)]);
  return manifest;
};

/** Writes a backup into a new folder below `into`, which appears whole or not at all. */
export const takeBackup = async (shop: Shop, into: string, warn: (text: string) => void) => {
  const name = `jangteo-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  const path = join(resolve(into), name);
  const draft = `${path}.unfinished`;
  mkdirSync(into, { recursive: true, mode: 0o700 });
  mkdirSync(draft, { mode: 0o700 });
  try {
    const manifest = await write(shop, draft, warn);
    renameSync(draft, path);
    await sync(resolve(into));
    return { path, manifest };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
};
