import { afterAll, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { freePort } from "@jangteo/shared/embedded/ports";
import { startPostgres } from "@jangteo/shared/embedded/postgres";

import { withSql } from "../local/database.ts";
import { folderAt } from "../local/folder.ts";
import { readSecrets } from "../local/secrets.ts";
import { migrateAllTo, migrationsOf } from "./migrations.ts";
import { sumOf } from "./parts.ts";
import { withName } from "./target.ts";
import {
  alteredCopy,
  backUp,
  backedUpShop,
  besidesOf,
  databaseBeside,
  manifestOf,
  operate,
  rowsIn,
  shopFolder,
  structureOf,
} from "./testing.ts";

const root = join(import.meta.dirname, "../..");
const { place, adminUrl, env, whole, restore } = await backedUpShop();

/** A backup whose sums are right, and in which a line is of an order that there is not. */
const withOrphan = async () => {
  const file = "tables/order.order_lines.gz";
  const folder = alteredCopy(whole, place, (at) => {
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

  const other = shopFolder(place);
  const own = readFileSync(other.secrets, "utf8");
  const given = { DATABASE_URL: full, JANGTEO_DIR: other.dir };
  const halfway = await restore(await withOrphan(), given, "--overwrite");
  expect(halfway.output).toContain("order_lines_order_id_orders_id_fk");
  expect([halfway.status, await rowsIn(full), await besidesOf(full)]).toEqual([1, there, []]);

  // What its passwords were made with.
  expect(readFileSync(other.secrets, "utf8")).toBe(own);

  const done = await restore(whole, { DATABASE_URL: full }, "--overwrite");
  expect([done.status, await rowsIn(full)]).toEqual([0, await rowsIn(adminUrl)]);
  const [kept = ""] = await besidesOf(full);
  expect(await rowsIn(full.replace(/[^/]*$/, kept))).toEqual(there);
});

test("a backup of an older version comes up to this one in an empty folder, and says what was not so", async () => {
  const older = await databaseBeside(adminUrl);
  const applied = await withSql(adminUrl, migrationsOf);
  const before = Object.fromEntries(
    Object.entries(applied).map(([service, all]) => [service, all.slice(0, -1)]),
  );
  const manifest = { ...manifestOf(whole), migrations: before };
  const password = { member: "test", product: "test", order: "test", payment: "test" };
  await migrateAllTo(root, older, manifest, password);
  await withSql(
    older,
    (sql) => sql`insert into product.outbox (id, type, payload)
      values (uuidv7(interval '-1 hour'), 'product.changed', '{}')`,
  );
  const taken = await backUp(place, { ...env, DATABASE_URL: older });

  const folder = folderAt(join(place, crypto.randomUUID()));
  const { status, output } = await operate("restore", [taken], { JANGTEO_DIR: folder.dir }).ended;
  expect(output).toContain("not so: no event waits to be sent (1)");
  expect(status).toBe(1);

  const { databaseOwner } = readSecrets(folder);
  const cluster = await startPostgres({
    ...{ dataDir: folder.postgres, port: await freePort(), password: databaseOwner },
  });
  afterAll(() => cluster.stop());
  expect(await structureOf(withName(cluster.url, "jangteo"))).toEqual(await structureOf(adminUrl));
});
