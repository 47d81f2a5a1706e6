import type postgres from "postgres";

import type { Ids } from "./testing.ts";

/** Breaks one promise in one way: the invariant's number, what is then not so, and how it comes about. */
export type Plant = [
  invariant: number,
  says: string,
  plant: (tx: postgres.TransactionSql, ids: Ids) => Promise<unknown>,
];

/** What a bug would have to get past first. */
export const unguarded = (tx: postgres.TransactionSql, table: string, ...constraints: string[]) =>
  tx.unsafe(
    `alter table ${table} ${constraints.map((one) => `drop constraint ${one}`).join(", ")}`,
  );
