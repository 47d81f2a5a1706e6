import { UserError } from "@jangteo/shared/embedded/user-error";
import type postgres from "postgres";

import { withSql } from "../local/database.ts";
import { quoted, schemas } from "./tables.ts";

const namedIn = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

export const withName = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** From where a database can be renamed: not from itself. */
const besides = (url: string) =>
  withName(url, namedIn(url) === "postgres" ? "template1" : "postgres");

const locales: Record<string, string> = { b: "builtin", c: "libc", i: "icu" };

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

type Target = { empty: boolean; others: string | null; locale: string };

const look = (sql: postgres.Sql) =>
  sql<
    {
      filled: number;
      others: string | null;
      provider: string;
      collate: string;
      ctype: string;
      own: string | null;
    }[]
  >`
    select (select count(*)::int from pg_tables where schemaname = any(${[...schemas]})) as filled,
      (select string_agg(distinct coalesce(usename, '?'), ', ') from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and backend_type = 'client backend') as others,
      datlocprovider as provider, datcollate as collate, datctype as ctype, datlocale as own
    from pg_database where datname = current_database()`;

/** What is in the database that is to be replaced, who uses it, and how it sorts. */
export const lookAt = (url: string): Promise<Target> =>
  withSql(url, async (sql) => {
    const [row] = await look(sql);
    if (!row) throw new Error("This database is not in pg_database");
    const provider = locales[row.provider] ?? "libc";
    const own = row.own === null ? "" : ` ${provider}_locale ${text(row.own)}`;
    const locale = `locale_provider ${provider} lc_collate ${text(row.collate)} lc_ctype ${text(row.ctype)}${own}`;
    return { empty: row.filled === 0, others: row.others, locale };
  });

/** Refuses a database that would be lost, or that somebody still uses. */
export const requireFree = ({ empty, others }: Target, overwrite: boolean): void => {
  if (!empty && !overwrite)
    throw new UserError(
      "The database is not empty.",
      "Say --overwrite to put the backup in its place: it is then kept under another name.",
    );
  if (others !== null)
    throw new UserError(
      `The database is in use by ${others}.`,
      "Stop the shop's services first: what they write now would be lost.",
    );
};

/** Makes an empty database beside the one that is to be replaced, alike in how it sorts. */
export const createBeside = async (url: string, { locale }: Target, name: string) => {
  try {
    await withSql(besides(url), (sql) =>
      sql.unsafe(`create database ${quoted(name)} template template0 encoding 'UTF8' ${locale}`),
    );
  } catch (error) {
    throw new UserError(
      `No database can be created beside ${namedIn(url)}: ${error instanceof Error ? error.message : String(error)}`,
      "The role of DATABASE_URL must be allowed to create databases and roles.",
    );
  }
  return withName(url, name);
};

export const drop = (url: string, name: string) =>
  withSql(besides(url), (sql) =>
    sql.unsafe(`drop database if exists ${quoted(name)} with (force)`),
  );

/** Drops what a restore that was killed left behind. */
export const dropUnfinished = async (url: string): Promise<void> => {
  const left = await withSql(
    url,
    (sql) => sql<{ name: string }[]>`
      select datname as name from pg_database
      where datname ~ ('^' || ${namedIn(url)} || '_restore_[0-9]{14}$')`,
  );
  // One that is in use is of a restore that goes on.
  for (const { name } of left)
    await withSql(besides(url), (sql) => sql.unsafe(`drop database ${quoted(name)}`)).catch(
      () => {},
    );
};

/** Gives the new database the old one's name, both at once; the old one keeps what it holds. */
export const swap = async (url: string, fresh: string, aside: string): Promise<void> => {
  const name = namedIn(url);
  await withSql(besides(url), (sql) =>
    sql.begin(async (tx) => {
      await tx.unsafe(`alter database ${quoted(name)} rename to ${quoted(aside)}`);
      await tx.unsafe(`alter database ${quoted(fresh)} rename to ${quoted(name)}`);
    }),
  );
};
