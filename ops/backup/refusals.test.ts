import { describe, expect, test } from "bun:test";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { withSql } from "../local/database.ts";
import { eventually } from "../local/testing.ts";
import { testShop } from "../verify/testing.ts";
import { Manifest } from "./manifest.ts";
import { migrateAllTo, migrationsOf } from "./migrations.ts";
import { openBackup } from "./open.ts";
import { sumOf } from "./parts.ts";
import {
  backUp,
  backupsIn,
  besidesOf,
  databaseBeside,
  operate,
  rowsIn,
  shopFolder,
  structureOf,
  testPlace,
} from "./testing.ts";

const root = join(import.meta.dirname, "../..");
const place = testPlace();
const { adminUrl } = await testShop();
const shop = shopFolder(place);
const env = { DATABASE_URL: adminUrl, JANGTEO_DIR: shop.dir };
const whole = await backUp(place, env);
const manifestOf = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));

/** A copy of the backup to which something happened. */
const changed = (change: (folder: string, manifest: Manifest) => Manifest | void) => {
  const folder = join(place, crypto.randomUUID());
  cpSync(whole, folder, { recursive: true });
  const told = change(folder, manifestOf(folder));
  if (told) writeFileSync(join(folder, "manifest.json"), JSON.stringify(told));
  return folder;
};

const target = await databaseBeside(adminUrl);
const restore = (from: string, given: Record<string, string> = {}, ...flags: string[]) =>
  operate("restore", [from, ...flags], {
    ...{ DATABASE_URL: target, JANGTEO_DIR: join(place, crypto.randomUUID()) },
    ...given,
  }).ended;

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

/** A backup whose sums are right, and in which a line is of an order that there is not. */
const withOrphan = async () => {
  const file = "tables/order.order_lines.gz";
  const folder = changed((at) => {
    const rows = gunzipSync(readFileSync(join(at, file))).toString();
    const [, order = ""] = rows.split("\t");
    writeFileSync(join(at, file), gzipSync(rows.replace(order, crypto.randomUUID())));
  });
  const manifest = manifestOf(folder);
  const sha256 = await sumOf(join(folder, file));
  const bytes = readFileSync(join(folder, file)).length;
  const parts = manifest.parts.map((part) => (part.file === file ? { file, bytes, sha256 } : part));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, parts }));
  return folder;
};

test("a shop that is there is kept, also by a restore that fails half-way, and kept beside by one that does not", async () => {
  const full = await databaseBeside(adminUrl, { copy: true });
  await withSql(full, (sql) => sql`update member.inbox set consumer = 'x'`);
  await withSql(full, (sql) => sql`insert into product.locations values ('busan', 'Busan')`);
  const there = await rowsIn(full);
  const refused = await restore(whole, { DATABASE_URL: full });
  expect(refused.output).toContain("The database is not empty");
  expect([refused.status, await rowsIn(full)]).toEqual([1, there]);

  const busy = await withSql(full, async (sql) => {
    await sql`select 1`;
    return restore(whole, { DATABASE_URL: full }, "--overwrite");
  });
  expect(busy.output).toContain("The database is in use by postgres");

  const halfway = await restore(await withOrphan(), { DATABASE_URL: full }, "--overwrite");
  expect(halfway.output).toContain("order_lines_order_id_orders_id_fk");
  expect([halfway.status, await rowsIn(full), await besidesOf(full)]).toEqual([1, there, []]);

  const done = await restore(whole, { DATABASE_URL: full }, "--overwrite");
  expect([done.status, await rowsIn(full)]).toEqual([0, await rowsIn(adminUrl)]);
  const [kept = ""] = await besidesOf(full);
  expect(await rowsIn(full.replace(/[^/]*$/, kept))).toEqual(there);
});

test("a backup of an older version is brought up to this one", async () => {
  const older = await databaseBeside(adminUrl);
  const applied = await withSql(adminUrl, migrationsOf);
  const before = Object.fromEntries(
    Object.entries(applied).map(([service, all]) => [service, all.slice(0, -1)]),
  );
  const manifest = { ...manifestOf(whole), migrations: before };
  const password = { member: "test", product: "test", order: "test", payment: "test" };
  await migrateAllTo(root, older, manifest, password);
  expect(await withSql(older, migrationsOf)).toEqual(before);
  const taken = await backUp(place, { ...env, DATABASE_URL: older });
  const into = await databaseBeside(adminUrl);
  expect(await restore(taken, { DATABASE_URL: into })).toMatchObject({ status: 0 });
  expect(await structureOf(into)).toEqual(await structureOf(adminUrl));
});
