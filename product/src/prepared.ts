import type { Db } from "@jangteo/shared/database";
import { sql, type Placeholder, type SQL } from "drizzle-orm";

type Execute = (values: Record<string, unknown>) => Promise<unknown>;

const known = new WeakMap<Db, Map<string, unknown>>();

/** A statement built once for each shape of question; the server plans it once for each connection. */
export const prepared = <T extends { execute: Execute }>(
  db: Db,
  shape: string,
  build: () => T,
): T => {
  const statements = known.get(db) ?? new Map<string, unknown>();
  known.set(db, statements);
  const built = statements.get(shape) ?? build();
  statements.set(shape, built);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a shape names one builder
  return built as T;
};

/** A limit in the statement's text. As a parameter, the planner would expect a tenth of the table. */
export const fixedLimit = (limit: number) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle writes any SQL as a limit
  sql.raw(String(limit)) as SQL & Placeholder;

/** Prepared under no name, a statement is built once, but planned anew for each question's values. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle allows it, its types do not
export const noName = undefined as unknown as string;
