import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { withSql } from "../local/database.ts";
import { eventually } from "../local/testing.ts";
import type { Manifest } from "./manifest.ts";
import { openBackup } from "./open.ts";
import {
  alteredCopy,
  backUp,
  backedUpShop,
  backupsIn,
  databaseBeside,
  operate,
  shopFolder,
  type Change,
} from "./testing.ts";

const root = join(import.meta.dirname, "../..");
const shop = await backedUpShop();
const { place, adminUrl, env, whole } = shop;
const changed = (change: Change) => alteredCopy(whole, place, change);

const target = await databaseBeside(adminUrl);
const restore = (from: string, given: Record<string, string> = {}, ...flags: string[]) =>
  shop.restore(from, { DATABASE_URL: target, ...given }, ...flags);

const tableFile = "tables/order.orders.gz";

describe("a backup that is not what was written is refused, and nothing is changed", () => {
  test.each([
    [
      "one byte of a table is another",
      "tables/order.orders.gz is not what was written",
      (folder: string) => {
        const bytes = readFileSync(join(folder, tableFile));
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        writeFileSync(join(folder, tableFile), bytes);
      },
    ],
    [
      "a table is cut short",
      "tables/order.orders.gz is not what was written",
      (folder: string) =>
        writeFileSync(join(folder, tableFile), readFileSync(join(folder, tableFile)).subarray(9)),
    ],
    [
      "a file is missing",
      "secrets.sealed is missing",
      (folder: string) => rmSync(join(folder, "secrets.sealed")),
    ],
    [
      "its manifest is cut short",
      "its manifest.json is damaged",
      (folder: string) =>
        writeFileSync(
          join(folder, "manifest.json"),
          readFileSync(join(folder, "manifest.json")).subarray(0, 900),
        ),
    ],
    [
      "it went through a migration that this version does not know",
      "does not know the migration of order made at 2100-01-01",
      (_folder: string, manifest: Manifest): Manifest => ({
        ...manifest,
        migrations: {
          ...manifest.migrations,
          order: [
            ...(manifest.migrations["order"] ?? []),
            { when: Date.UTC(2100, 0), hash: "of a later version" },
          ],
        },
      }),
    ],
  ])("%s", async (_what, says, change) => {
    expect(openBackup(root, changed(change))).rejects.toThrow(says);
  });

  test("the passphrase is another", async () => {
    const { status, output } = await restore(whole, { BACKUP_PASSPHRASE: "not that one at all" });
    expect(output).toContain("does not open the secrets");
    expect(status).toBe(1);
  });

  test("the passwords of the database cannot be right with the secrets that are here", async () => {
    const bare = await backUp(place, env, "--without-secrets");
    expect(existsSync(join(bare, "secrets.sealed"))).toBe(false);
    const other = shopFolder(place);
    const { status, output } = await restore(bare, { JANGTEO_DIR: other.dir });
    expect(output).toContain("are not the ones that it was written under");
    expect(status).toBe(1);
  });
});

test("a backup says what would be lost without the secrets, instead of leaving them out", async () => {
  const { status, output } = await operate("backup", [place], { ...env, BACKUP_PASSPHRASE: "" })
    .ended;
  expect(output).toContain("a shop that has lost\n    them has lost every password");
  expect(status).toBe(1);
});

test("a backup that is killed is never taken for a whole one, and holds off migrations while it runs", async () => {
  const into = join(place, crypto.randomUUID());
  await withSql(adminUrl, async (sql) => {
    await sql`begin`;
    await sql`lock table product.products in access exclusive mode`;
    const backup = operate("backup", [into], env);
    await eventually(async () => {
      const [row] = await sql`select from pg_locks where not granted
        and relation = 'product.products'::regclass`;
      return row !== undefined;
    });
    const [row] = await sql`select pg_try_advisory_lock(hashtext('jangteo.migrate')) as free`;
    expect(row?.["free"]).toBe(false);
    backup.kill();
    await backup.ended;
    await sql`rollback`;
  });
  const [name = ""] = backupsIn(into);
  expect(name).toEndWith(".unfinished");
  expect(readdirSync(join(into, name, "tables"))).toContain("order.orders.gz");
  const { status, output } = await restore(join(into, name));
  expect(output).toContain("was not finished");
  expect(status).toBe(1);
});
