import { join } from "node:path";

import { UserError } from "@jangteo/shared/embedded/user-error";

import { withSql } from "../local/database.ts";
import type { Manifest } from "./manifest.ts";
import { fillTable } from "./rows.ts";
import { listForeignKeys, listIndexes, listTables, quoted } from "./tables.ts";

/** Fills the empty tables with the rows of a backup; indexes and foreign keys come once all are there. */
export const loadTables = (url: string, from: string, manifest: Manifest): Promise<void> =>
  withSql(url, async (sql) => {
    await sql`set statement_timeout = 0`;
    await sql.begin(async (tx) => {
      const keys = await listForeignKeys(tx);
      for (const { table, name } of keys)
        await tx.unsafe(`alter table ${table} drop constraint ${name}`);
      const indexes = await listIndexes(tx);
      for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
      // Migrations write rows too.
      const all = (await listTables(tx)).map(({ schema, name }) => quoted(schema, name));
      await tx.unsafe(`truncate ${all.join(", ")}`);
      for (const table of manifest.tables) {
        await fillTable(tx, table, join(from, table.file));
        const [row] = await tx.unsafe<{ rows: number }[]>(
          `select count(*)::int as rows from ${quoted(table.schema, table.name)}`,
        );
        if (row?.rows !== table.rows)
          throw new UserError(
            `${table.schema}.${table.name} came back with ${row?.rows} rows of ${table.rows}.`,
            "Nothing was changed. Report it with the manifest.json of the backup.",
          );
      }
      await tx`set local maintenance_work_mem = '256MB'`;
      for (const { definition } of indexes) await tx.unsafe(definition);
      for (const { table, name, definition } of keys)
        await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
      for (const { schema, name, last } of manifest.sequences)
        if (last !== null)
          await tx.unsafe("select setval($1::regclass, $2::bigint)", [quoted(schema, name), last]);
    });
    await sql`analyze`;
  });
