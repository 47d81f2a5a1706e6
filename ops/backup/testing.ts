import { afterAll } from "bun:test";
import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { withSql } from "../local/database.ts";
import { folderAt } from "../local/folder.ts";
import { readSecrets } from "../local/secrets.ts";
import { testShop } from "../verify/testing.ts";
import { Manifest } from "./manifest.ts";
import { listTables, quoted } from "./tables.ts";
import { withName } from "./target.ts";

const root = join(import.meta.dirname, "../..");
const passphrase = "a passphrase of the tests";

/** A place for the folders of shops and backups, gone afterwards. */
export const testPlace = () => {
  const path = mkdtempSync(join(tmpdir(), "jangteo-backup-"));
  // PostgreSQL's user has to pass through.
  chmodSync(path, 0o711);
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

/** The folder of a shop whose services log in at the databases of the tests. */
export const shopFolder = (place: string, known: Record<string, string> = {}) => {
  const folder = folderAt(join(place, crypto.randomUUID()));
  mkdirSync(folder.dir);
  const logins = ["Member", "Product", "Order", "Payment"].map((name) => [
    `database${name}`,
    "test",
  ]);
  const secrets = { ...Object.fromEntries(logins), ...known };
  writeFileSync(folder.secrets, JSON.stringify(secrets));
  readSecrets(folder);
  writeFileSync(folder.keys, JSON.stringify({ keys: [] }));
  return folder;
};

type Ran = { status: number | null; output: string };

/** Runs a command of the shop, as an operator would. */
export const operate = (
  command: "backup" | "restore" | "verify",
  args: string[],
  env: Record<string, string>,
) => {
  const child = spawn(process.execPath, [`ops/${command}.ts`, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", BACKUP_PASSPHRASE: passphrase, ...env },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const ended = new Promise<Ran>((settle) => {
    child.once("close", (status) => settle({ status, output: said.join("") }));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
};

export const backupsIn = (place: string) =>
  readdirSync(place).filter((name) => name.startsWith("jangteo-"));

/** Takes a backup into a folder of its own. */
export const backUp = async (place: string, env: Record<string, string>, ...flags: string[]) => {
  const into = join(place, crypto.randomUUID());
  const { status, output } = await operate("backup", [into, ...flags], env).ended;
  const [name] = status === 0 ? backupsIn(into) : [];
  if (name === undefined) throw new Error(`No backup (${status}):\n${output}`);
  return join(into, name);
};

/** A database beside another one, empty or a copy of it; gone afterwards with all that was renamed from it. */
export const databaseBeside = async (url: string, { copy = false } = {}) => {
  const name = `back_${crypto.randomUUID().replaceAll("-", "")}`;
  const template = copy ? new URL(url).pathname.slice(1) : "template1";
  await withSql(withName(url, "postgres"), (sql) =>
    sql.unsafe(`create database ${name} template ${template}`),
  );
  afterAll(() =>
    withSql(withName(url, "postgres"), async (sql) => {
      const all = await sql<{ datname: string }[]>`
        select datname from pg_database where datname like ${`${name}%`}`;
      for (const { datname } of all)
        await sql.unsafe(`drop database if exists ${datname} with (force)`);
    }),
  );
  return withName(url, name);
};

/** The databases that were made beside this one. */
export const besidesOf = (url: string) =>
  withSql(url, async (sql) => {
    const rows = await sql<{ name: string }[]>`
      select datname as name from pg_database where datname like current_database() || '_%'`;
    return rows.map(({ name }) => name);
  });

/** When an event was sent is told anew after a restore; all else must be as it was. */
const forgets = ["outbox", "inbox"];

/** The rows of each table, and how many, in a few letters. */
export const rowsIn = (url: string) =>
  withSql(url, async (sql) => {
    const found: Record<string, string> = {};
    for (const { schema, name } of await listTables(sql)) {
      const text = forgets.includes(name)
        ? "(to_jsonb(t) - 'sent_at' - 'claimed_until' - 'applied_at')::text"
        : "t::text";
      const [row] = await sql.unsafe<{ digest: string }[]>(`
        select count(*) || ' ' || md5(coalesce(string_agg(line, chr(10) order by line), '')) as digest
        from (select ${text} as line from ${quoted(schema, name)} t) as lines`);
      found[`${schema}.${name}`] = row?.digest ?? "";
    }
    return found;
  });

/** Constraints, indexes, owners, grants, comments and applied migrations. */
export const structureOf = (url: string) =>
  withSql(url, async (sql) => {
    const rows = await sql<{ what: string }[]>`
      with schemas as (select oid, nspname from pg_namespace
        where nspname in ('member', 'product', 'order', 'payment'))
      select what from (
        select format('%s %s %s %s %s', n.nspname, relname, relkind, relowner::regrole,
          (select string_agg(acl::text, ' ' order by acl::text) from unnest(relacl) as acl)) as what
        from pg_class join schemas n on n.oid = relnamespace where relkind <> 'i'
        union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(c.oid))
        from pg_constraint c join schemas n on n.oid = connamespace where contype <> 'n'
        union all select indexdef from pg_indexes join schemas on nspname = schemaname
        union all select format('%s %s', c.oid::regclass, obj_description(c.oid, 'pg_class'))
        from pg_class c join schemas n on n.oid = relnamespace where relkind = 'r'
        union all select 'member ' || hash from drizzle.member
        union all select 'product ' || hash from drizzle.product
        union all select 'order ' || hash from drizzle.order
        union all select 'payment ' || hash from drizzle.payment) as all_of_it
      order by what`;
    return rows.map(({ what }) => what);
  });

/** A shop with goods, orders and members, and a whole backup of it. */
export const backedUpShop = async () => {
  const place = testPlace();
  const { adminUrl } = await testShop();
  const shop = shopFolder(place);
  const env = { DATABASE_URL: adminUrl, JANGTEO_DIR: shop.dir };
  const whole = await backUp(place, env);
  /** Restores into a folder of its own, unless `given` says otherwise. */
  const restore = (from: string, given: Record<string, string>, ...flags: string[]) =>
    operate("restore", [from, ...flags], {
      ...{ JANGTEO_DIR: join(place, crypto.randomUUID()) },
      ...given,
    }).ended;
  return { place, adminUrl, shop, env, whole, restore };
};

export const manifestOf = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));

export type Change = (folder: string, manifest: Manifest) => Manifest | void;

/** A copy of a backup to which something happened. */
export const alteredCopy = (whole: string, place: string, change: Change) => {
  const folder = join(place, crypto.randomUUID());
  cpSync(whole, folder, { recursive: true });
  const told = change(folder, manifestOf(folder));
  if (told) writeFileSync(join(folder, "manifest.json"), JSON.stringify(told));
  return folder;
};
