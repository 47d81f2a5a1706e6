import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";
import { z } from "zod";

/** A file of the backup, by its path in it. */
const Part = z.object({ file: z.string(), bytes: z.int(), sha256: z.hex().length(64) });
export type Part = z.infer<typeof Part>;

const Table = z.object({
  schema: z.string(),
  name: z.string(),
  /** Those that are stored: what is computed is computed again. */
  columns: z.array(z.string()),
  rows: z.int(),
  /** The rows in PostgreSQL's text format of COPY, gzipped. */
  file: z.string(),
});
export type Table = z.infer<typeof Table>;

const Sequence = z.object({ schema: z.string(), name: z.string(), last: z.string().nullable() });
export type Sequence = z.infer<typeof Sequence>;

/** A migration as Drizzle's journal knows it: its time in ms, and the SHA-256 of its text. */
const Applied = z.object({ when: z.int(), hash: z.string() });
export type Applied = z.infer<typeof Applied>;

export const Manifest = z.object({
  format: z.literal(1),
  /** When the database was as it is here, by its own clock. */
  takenAt: z.iso.datetime({ offset: true }),
  /** Of the code that took it, where Git tells: the tag and how far from it. */
  version: z.string().nullable(),
  postgres: z.string(),
  migrations: z.record(z.string(), z.array(Applied)),
  tables: z.array(Table),
  sequences: z.array(Sequence),
  /** For each service, up to when every event that it sent had been applied by all who read it. */
  applied: z.record(z.string(), z.iso.datetime({ offset: true }).nullable()),
  /** What the shop's secrets are known by, without telling them. */
  fingerprints: z.record(z.string(), z.string()),
  parts: z.array(Part),
});
export type Manifest = z.infer<typeof Manifest>;

/** Written last, so that a folder that has it is whole. */
export const manifestFile = "manifest.json";

const unusable = (folder: string, what: string) =>
  new UserError(`${folder} ${what}`, "Name the folder of a whole backup: bun run restore <folder>");

export const readManifest = (folder: string): Manifest => {
  const file = join(folder, manifestFile);
  if (!existsSync(file))
    throw unusable(folder, "is no backup, or one that was not finished: it has no manifest.json.");
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw unusable(folder, "cannot be read: its manifest.json is damaged, or of a newer version.");
  }
};
