import type postgres from "postgres";

import type { Sequence, Table } from "./manifest.ts";

/** The services that keep something in PostgreSQL, each in the schema of its name. */
export const schemas = ["member", "product", "order", "payment"] as const;

type Sql = postgres.Sql | postgres.TransactionSql;

export const quoted = (...names: string[]) =>
  names.map((name) => `"${name.replaceAll('"', '""')}"`).join(".");

export const listTables = (sql: Sql, within: readonly string[] = schemas) =>
  sql<Pick<Table, "schema" | "name" | "columns">[]>`
    select n.nspname as schema, c.relname as name,
      coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''), '{}')
        as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = any(${[...within]}) and c.relkind = 'r'
    group by 1, 2 order by 1, 2`;

/** A sequence that nobody has asked yet has no last value. */
export const listSequences = (sql: Sql) =>
  sql<Sequence[]>`
    select schemaname as schema, sequencename as name, last_value::text as last
    from pg_sequences where schemaname = any(${[...schemas]}) order by 1, 2`;

type Key = { table: string; name: string; definition: string };

export const listForeignKeys = (sql: Sql) =>
  sql<Key[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace = any(
      select oid from pg_namespace where nspname = any(${[...schemas]}))`;

/** Those that no constraint needs; they are made much quicker once the rows are there. */
export const listIndexes = (sql: Sql) =>
  sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class c on c.oid = indrelid
    where c.relnamespace::regnamespace::text = any(
        select quote_ident(schema) from unnest(${[...schemas]}::text[]) as schema)
      and not exists (select from pg_constraint where conindid = indexrelid)`;
