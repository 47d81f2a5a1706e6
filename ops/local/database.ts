import { existsSync } from "node:fs";
import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";
import { ensureRole, migrateService, roleOf } from "@jangteo/shared/migrate";
import postgres from "postgres";

import type { Secrets } from "./secrets.ts";

const NAME = "jangteo";

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** The shop's database in the embedded cluster, for its owner. */
export const shopDatabase = (port: number, password: string): string =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${NAME}`;

/** The same database, for a service's own role. */
export const urlForService = (url: string, service: string, password: string): string => {
  const changed = new URL(url);
  changed.username = roleOf(service);
  changed.password = password;
  return changed.href;
};

const shown = (url: string) => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

export const withSql = async <T>(
  url: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> => {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
};

const reach = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  try {
    return await withSql(url, work);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `The database ${shown(url)} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      "Mend DATABASE_URL (its role must be allowed to create roles and schemas), or unset it for the embedded database.",
    );
  }
};

/** Creates a database in the embedded cluster, the shop's unless it is named; returns its URL. */
export const createDatabase = async (clusterUrl: string, name = NAME): Promise<string> => {
  try {
    await withSql(clusterUrl, async (sql) => {
      const found = await sql`select 1 from pg_database where datname = ${name}`;
      if (found.length === 0) await sql`create database ${sql(name)}`;
    });
    return withDatabase(clusterUrl, name);
  } catch (error) {
    throw new UserError(
      `The embedded database cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      "Its password lies in secrets.json beside the data: restore that file, or start once with --reset.",
    );
  }
};

const unfit = (url: string, what: string) =>
  new UserError(
    `The database ${shown(url)} ${what}`,
    "Create one with: create database jangteo encoding 'UTF8' locale 'C.UTF-8' template template0;",
  );

/** Refuses a database in which Korean would be counted in bytes or could not be searched. */
export const requireUnicode = (url: string): Promise<void> =>
  reach(url, async (sql) => {
    const [row] = await sql<{ encoding: string; ctype: string; length: number }[]>`
      select current_setting('server_encoding') as encoding, datctype as ctype,
        length(convert_from('\\xed959ceab880'::bytea, 'UTF8')) as length
      from pg_database where datname = current_database()`;
    if (row?.encoding !== "UTF8") throw unfit(url, `is ${row?.encoding}, not UTF8.`);
    const trigrams = await sql
      .begin(async (tx) => {
        await tx`create extension if not exists pg_trgm`;
        return tx<{ count: number }[]>`select cardinality(show_trgm('한글')) as count`;
      })
      .catch(() => {
        throw unfit(url, "lacks the extension pg_trgm, and this role may not add it.");
      });
    if (row.length !== 2 || !trigrams[0]?.count) {
      throw unfit(url, `has the locale ${row.ctype}, in which Korean text cannot be searched.`);
    }
  });

const bringUpToDate = async (
  adminUrl: string,
  service: string,
  folder: string,
  password: string,
): Promise<void> => {
  try {
    await migrateService({ adminUrl, service, folder, password });
  } catch (cause) {
    const { message } =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause : Object(cause);
    throw new UserError(
      `The schema of ${service} in ${shown(adminUrl)} could not be brought up to date: ${message}`,
      "The database holds what another version wrote: restore a backup, or start once with --reset.",
    );
  }
};

type Passwords = Pick<
  Secrets,
  "databaseMember" | "databaseProduct" | "databaseOrder" | "databasePayment"
>;

/** Creates each service's role and brings its schema up to date. */
export const migrate = async (
  root: string,
  adminUrl: string,
  secrets: Passwords,
): Promise<string> => {
  const roles = {
    member: secrets.databaseMember,
    product: secrets.databaseProduct,
    order: secrets.databaseOrder,
    payment: secrets.databasePayment,
  };
  for (const [service, password] of Object.entries(roles)) {
    const folder = join(root, service, "drizzle");
    if (existsSync(join(folder, "meta"))) {
      await bringUpToDate(adminUrl, service, folder, password);
    }
  }
  return Object.keys(roles).join(", ");
};

/** A role that may read how the database fares, and no row of it; returns its URL. */
export const createMonitor = (adminUrl: string, password: string): Promise<string> =>
  reach(adminUrl, async (sql) => {
    await ensureRole(adminUrl, "monitor", password);
    await sql`grant pg_monitor to ${sql(roleOf("monitor"))}`;
    return urlForService(adminUrl, "monitor", password);
  });
