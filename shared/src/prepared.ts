import { sql, type Column, type Placeholder, type Query, type SQL } from "drizzle-orm";

import type { Db } from "./database.ts";

type Execute = (values: Record<string, unknown>) => Promise<unknown>;

/** Statements by what they are of, and by their shapes. */
const known = new WeakMap<object, Map<string, unknown>>();
const everything = {};

/** The same statement, asked on the connection of a database or a transaction. */
const on = <T extends object>(db: Db, statement: T): T => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle keeps it there, its types do not tell
  const { client } = db._.session as unknown as { client: unknown };
  if ("client" in statement && statement.client === client) return statement;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object that is all of another is of its type
  return Object.create(statement, { client: { value: client } }) as T;
};

/**
 * A statement built once for each shape of question, which names one builder in a process; it is asked
 * with `execute` and a value for each of its placeholders, on any connection. What every service has a
 * table for has a statement for each table.
 */
export const prepared = <T extends { execute: Execute }>(
  db: Db,
  shape: string,
  build: () => T,
  table: object = everything,
): T => {
  const statements = known.get(table) ?? new Map<string, unknown>();
  known.set(table, statements);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a shape names one builder
  const built = (statements.get(shape) as T | undefined) ?? build();
  statements.set(shape, built);
  return on(db, built);
};

type Raw = {
  dialect: { sqlToQuery: (text: SQL) => Query };
  _: {
    session: {
      prepareQuery: (
        query: Query,
        fields: undefined,
        name: string,
        inArrays: false,
      ) => {
        execute: (values: Record<string, unknown>) => Promise<unknown>;
      };
    };
  };
};

/** As `prepared`, for a statement that is written as text; answers its rows, as the driver reads them. */
export const preparedText = async <Row>(
  db: Db,
  shape: string,
  text: () => SQL,
  values: Record<string, unknown>,
): Promise<Row[]> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as `db.execute` does, which keeps no statement
  const { dialect, _: of } = db as unknown as Raw;
  const build = () => of.session.prepareQuery(dialect.sqlToQuery(text()), undefined, shape, false);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- who writes the text knows its rows
  return (await prepared(db, shape, build).execute(values)) as Row[];
};

/** A placeholder for what an update writes to a column, sent as the column has it. */
export const cell = (column: Column, name: string) =>
  sql`${sql.param(sql.placeholder(name), column)}`;

/**
 * What an update writes, each value a placeholder of its column's name; nulls stand in the text, and what is
 * undefined is left out. `shape` tells one set of columns from another.
 */
export const cellsOf = (fields: Record<string, unknown>) => {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    shape: said.map(([name, value]) => (value === null ? `${name}=null` : name)).join(" "),
    cells: Object.fromEntries(
      said.map(([name, value]) => [name, value === null ? sql`null` : sql.placeholder(name)]),
    ),
  };
};

/** A limit in the statement's text. As a parameter, the planner would expect a tenth of the table. */
export const fixedLimit = (limit: number) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle writes any SQL as a limit
  sql.raw(String(limit)) as SQL & Placeholder;

/**
 * A placeholder whose value the planner does not see. It finds no plan for that value that would look
 * cheaper than the one it keeps, and so plans once on each connection instead of with each question.
 */
export const hidden = (name: string, type: string) => {
  const of = sql.raw(type);
  return sql`(select ${sql.placeholder(name)}::${of})::${of}`;
};

/** Prepared under no name, a statement is built once, but planned anew for each question's values. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle allows it, its types do not
export const noName = undefined as unknown as string;
