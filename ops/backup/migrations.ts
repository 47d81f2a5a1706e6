import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";
import { migrateService } from "@jangteo/shared/migrate";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type postgres from "postgres";

import type { Applied, Manifest } from "./manifest.ts";
import { quoted, schemas } from "./tables.ts";

/** What the database went through, service by service. */
export const migrationsOf = async (
  sql: postgres.Sql | postgres.TransactionSql,
): Promise<Manifest["migrations"]> => {
  const found: Manifest["migrations"] = {};
  for (const service of schemas) {
    const rows = await sql.unsafe<{ hash: string; when: string }[]>(
      `select hash, created_at as when from drizzle.${quoted(service)} order by created_at`,
    );
    found[service] = rows.map(({ hash, when }) => ({ hash, when: Number(when) }));
  }
  return found;
};

const folderOf = (root: string, service: string) => join(root, service, "drizzle");

/** Refuses a backup that went through migrations which this version does not have. */
export const checkMigrations = (root: string, { migrations, version }: Manifest): void => {
  for (const service of schemas) {
    const known = readMigrationFiles({ migrationsFolder: folderOf(root, service) });
    const foreign = (migrations[service] ?? []).find(
      ({ when, hash }, index) => known[index]?.folderMillis !== when || known[index]?.hash !== hash,
    );
    if (!foreign) continue;
    throw new UserError(
      `The backup is of a newer version, or of another one: this code does not know the migration of ${service} made at ${new Date(foreign.when).toISOString()}.`,
      `Check out the version that took it${version ? ` (${version})` : ""}, or a later one, and restore with that.`,
    );
  }
};

type Journal = { entries: { when: number }[] };

/** Makes the empty tables of a service as they were after these migrations. */
const migrateTo = async (
  root: string,
  adminUrl: string,
  service: string,
  { applied, password }: { applied: readonly Applied[]; password: string },
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-migrations-"));
  try {
    cpSync(folderOf(root, service), folder, { recursive: true });
    const file = join(folder, "meta/_journal.json");
    const journal: Journal = JSON.parse(readFileSync(file, "utf8"));
    const entries = journal.entries.slice(0, applied.length);
    writeFileSync(file, JSON.stringify({ ...journal, entries }));
    await migrateService({ adminUrl, service, folder, password });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const migrateAllTo = async (
  root: string,
  adminUrl: string,
  { migrations }: Manifest,
  passwords: Record<(typeof schemas)[number], string>,
): Promise<void> => {
  for (const service of schemas) {
    const applied = migrations[service] ?? [];
    await migrateTo(root, adminUrl, service, { applied, password: passwords[service] });
  }
};
