import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import type postgres from "postgres";

import { quoted } from "./tables.ts";

type Shape = { schema: string; name: string; columns: readonly string[] };

/** Each type writes its values so that it reads the same again, whatever this server is set to. */
const settings = `
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local timezone = 'UTC'`;

const escapes = [
  ["\\\\", "\\\\\\\\"],
  ["\\n", "\\\\n"],
  ["\\r", "\\\\r"],
  ["\\t", "\\\\t"],
] as const;

/** A value as COPY's text format has it. */
const field = (column: string) => {
  const text = escapes.reduce(
    (value, [from, to]) => `replace(${value}, E'${from}', E'${to}')`,
    `${quoted(column)}::text`,
  );
  return `coalesce(${text}, E'\\\\N')`;
};

const batch = 500;

/**
 * The rows of a table as COPY would write them, a few hundred at a time. COPY itself cannot be held
 * back: on Bun the driver's stream of it stops for good once its reader was slower.
 */
export const rowsOf = async function* (
  tx: postgres.TransactionSql,
  { schema, name, columns }: Shape,
  count: (rows: number) => void = () => {},
) {
  const line = columns.map(field).join(" || E'\\t' || ") || "''";
  await tx.unsafe(settings);
  await tx.unsafe(
    `declare backup no scroll cursor for select ${line} || E'\\n' from ${quoted(schema, name)}`,
  );
  for (;;) {
    const rows = await tx.unsafe<Record<string, string>[]>(`fetch ${batch} from backup`).values();
    if (rows.length === 0) break;
    count(rows.length);
    yield rows.map(([text]) => text).join("");
  }
  await tx.unsafe("close backup");
};

/** Fills a table with such rows. */
export const fillTable = async (
  tx: postgres.TransactionSql,
  { schema, name, columns }: Shape,
  path: string,
): Promise<void> => {
  await tx.unsafe(settings);
  const list = columns.map((column) => quoted(column)).join(", ");
  const sink = await tx.unsafe(`copy ${quoted(schema, name)} (${list}) from stdin`).writable();
  await pipeline(createReadStream(path), createGunzip(), sink);
};
