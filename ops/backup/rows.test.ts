import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";

import { testDatabase } from "@jangteo/shared/testing/database";
import fc from "fast-check";
import postgres from "postgres";

import { writePart } from "./parts.ts";
import { fillTable, rowsOf } from "./rows.ts";
import { listTables } from "./tables.ts";
import { testPlace } from "./testing.ts";

const { adminUrl } = await testDatabase("member");
const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
const place = testPlace();

await sql.unsafe(`
  create schema odd;
  create table odd."Kept ""so""" (
    id integer generated always as identity, "a ""b"" \\ c" text, bytes bytea, list text[],
    words jsonb, amount numeric, ratio double precision, at timestamptz, took interval, yes boolean,
    twice text generated always as ("a ""b"" \\ c" || '!') stored);
  create table odd.target (like odd."Kept ""so""" including all)`);

const text = fc
  .string({ unit: "binary" })
  .map((value) => value.replaceAll("\0", "") + (value.length % 2 ? "\\N\t\r\n\\.\\" : ""));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const row = fc.record({
  text: orNull(text),
  bytes: orNull(fc.uint8Array().map((value) => Buffer.from(value))),
  list: orNull(fc.array(orNull(text))),
  words: orNull(fc.json().map((value) => value.replaceAll("\\u0000", ""))),
  amount: orNull(fc.tuple(fc.bigInt(), fc.nat()).map(([whole, rest]) => `${whole}.${rest}`)),
  ratio: orNull(fc.double({ noNaN: true })),
  at: orNull(
    fc.oneof(
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-01-01") })
        .map((at) => at.toISOString()),
      fc.constant("infinity"),
    ),
  ),
  took: orNull(fc.integer({ min: -1e9, max: 1e9 }).map((seconds) => `${seconds} seconds 3 mons`)),
  yes: orNull(fc.boolean()),
});

test("whatever a row holds comes back as it was, on a server set to other formats", async () => {
  await sql`set datestyle = 'SQL, DMY'`;
  await sql`set extra_float_digits = -15`;
  await sql`set bytea_output = 'escape'`;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      await sql`truncate odd."Kept ""so""", odd.target`;
      for (const { text: said, bytes, list, words, amount, ratio, at, took, yes } of rows)
        await sql.unsafe(
          `insert into odd."Kept ""so""" ("a ""b"" \\ c", bytes, list, words, amount, ratio, at, took, yes)
          values ($1, $2, $3, $4::text::jsonb, $5, $6::text::float8, $7::text::timestamptz, $8, $9)`,
          [said, bytes, list, words, amount, ratio === null ? null : String(ratio), at, took, yes],
        );
      const [from] = (await listTables(sql, ["odd"])).filter(({ name }) => name !== "target");
      if (!from) throw new Error("the table is not found");
      const { file } = await sql.begin("isolation level repeatable read read only", (tx) =>
        writePart(place, "rows.gz", rowsOf(tx, from), { gzip: true }),
      );
      await sql.begin((tx) => fillTable(tx, { ...from, name: "target" }, join(place, file)));
      const [found] = await sql<{ same: number; all: number }[]>`
        select (select count(*)::int from odd.target) as all, count(*)::int as same
        from odd."Kept ""so""" a join odd.target b on a.id = b.id
        where a::text = b::text and a.ratio is not distinct from b.ratio and a.at is not distinct from b.at
          and a.bytes is not distinct from b.bytes and a.twice is not distinct from b.twice`;
      expect(found).toEqual({ same: rows.length, all: rows.length });
    }),
    { numRuns: 60 },
  );
});

test("a table larger than memory should hold is read piece by piece", async () => {
  await sql`create table odd.long as select g as id, repeat('장터', 100) as words from generate_series(1, 1600) g`;
  const pieces = await sql.begin(async (tx) => {
    const found: string[] = [];
    for await (const piece of rowsOf(tx, { schema: "odd", name: "long", columns: ["id", "words"] }))
      found.push(piece);
    return found;
  });
  expect(pieces.map((piece) => piece.split("\n").length - 1)).toEqual([500, 500, 500, 100]);
});
