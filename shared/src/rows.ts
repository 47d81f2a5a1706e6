import { getTableColumns, is, Placeholder, SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import type { Db } from "./database.ts";

const defaultOf = (column: PgColumn) => {
  if (column.default === undefined) return sql`null`;
  if (is(column.default, SQL)) return column.default;
  return sql`${sql.param(column.default, column)}::${sql.raw(column.getSQLType())}`;
};

/**
 * These rows as a table of `columns`, by their names. They are sent as one JSON text: a parameter
 * for each cell costs more than all else that is done with it, and a statement takes only so many.
 */
export const asRecords = (columns: Record<string, PgColumn>, rows: object[] | Placeholder) => {
  const types = Object.entries(columns).map(
    ([name, column]) => sql`${sql.identifier(name)} ${sql.raw(column.getSQLType())}`,
  );
  const told = is(rows, Placeholder) ? rows : JSON.stringify(rows);
  return sql`json_to_recordset(${told}::json) as record(${sql.join(types, sql`, `)})`;
};

const namesIn = (rows: object[]) => {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return names;
};

/** Cells that another part of the statement says, of a row of `from`. */
type Elsewhere = { cells: Record<string, SQL>; from: SQL };

/** An insert of rows that say these columns; what a row does not say has its default. */
export const inserting = <T extends PgTable>(
  tx: Db,
  table: T,
  said: Set<string>,
  rows: object[] | Placeholder,
  elsewhere?: Elsewhere,
) => {
  const columns = Object.entries<PgColumn>(getTableColumns(table));
  const told = columns.filter(([name]) => said.size === 0 || said.has(name));
  const cells = columns.map(([name, column]) => {
    if (!said.has(name)) return elsewhere?.cells[name] ?? defaultOf(column);
    const cell = sql`record.${sql.identifier(name)}`;
    return column.hasDefault ? sql`coalesce(${cell}, ${defaultOf(column)})` : cell;
  });
  const records = asRecords(Object.fromEntries(told), rows);
  const from = elsewhere ? sql`${records}, ${elsewhere.from}` : records;
  return tx.insert(table).select(sql`select ${sql.join(cells, sql`, `)} from ${from}`);
};

/** Adds rows, however many, in one statement; what a row does not say has its default. */
export const insertRows = <T extends PgTable>(tx: Db, table: T, rows: T["$inferInsert"][]) =>
  inserting(tx, table, namesIn(rows), rows);

/** Changes rows by their ids, however many, in one statement; each says the same columns. */
export const updateRows = async <T extends PgTable & { id: PgColumn }>(
  tx: Db,
  table: T,
  rows: ({ id: string } & Partial<T["$inferSelect"]>)[],
  more: Record<string, SQL> = {},
) => {
  if (rows.length === 0) return;
  const said = namesIn(rows);
  const told = Object.entries<PgColumn>(getTableColumns(table)).filter(([name]) => said.has(name));
  const cells = told
    .filter(([name]) => name !== "id")
    .map(([name]) => [name, sql`record.${sql.identifier(name)}`]);
  const change: Record<string, SQL> = { ...Object.fromEntries(cells), ...more };
  await tx
    .update<PgTable>(table)
    .set(change)
    .from(asRecords(Object.fromEntries(told), rows))
    .where(sql`${table.id} = record.id`);
};

/**
 * For the rest of a transaction that adds rows in batches: a table that it fills has no statistics
 * yet, and the planner would read all of it for each batch.
 */
export const preferIndexes = (tx: Db) => tx.execute(sql`set local enable_seqscan = off`);

/**
 * All rows of a table as one value, for a statement that reads several tables at once. `rest` follows the
 * table's name; `order` stands within the aggregate.
 */
export const rowsOf = <T extends PgTable>(table: T, rest = sql``, order = sql``) => {
  const columns = Object.entries<PgColumn>(getTableColumns(table));
  const cells = columns.map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  const decode = (row: Record<string, unknown>): T["$inferSelect"] =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each cell is read by its own column
    Object.fromEntries(
      columns.map(([name, column]) => {
        const value = row[name] ?? null;
        return [name, value === null ? null : column.mapFromDriverValue(value)];
      }),
    ) as T["$inferSelect"];
  return sql<T["$inferSelect"][]>`(
    select coalesce(json_agg(json_build_object(${sql.join(cells, sql`, `)}) ${order}), '[]')
    from ${table} ${rest})`.mapWith((rows: Record<string, unknown>[]) => rows.map(decode));
};
