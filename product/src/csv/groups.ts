import type { z } from "@hono/zod-openapi";
import { AppError, type FieldError } from "@jangteo/shared/problem";

import { MalformedCsv, readRows } from "./format.ts";
import { columns, productColumns, Row, type Cells } from "./row.ts";

export type Line = { number: number; cells: Cells; row: Row };
/** The rows of one product that follow each other. */
export type Group = {
  slug: string;
  /** How many rows, the wrong ones too. */
  rows: number;
  lines: Line[];
  skus: Set<string>;
  errors: FieldError[];
  from: number;
};

const mostRows = 100_000;
export const mostErrors = 200;

/** Adds to what is told, which has an end. */
export const tell = (told: FieldError[], more: FieldError[]) => {
  told.push(...more.slice(0, Math.max(0, mostErrors - told.length)));
};

const wrong = (row: number, column: string, rule: string, detail: string): FieldError => ({
  in: "body",
  pointer: `/${row}/${column}`,
  rule,
  detail,
});
const refuse = (error: FieldError) =>
  new AppError("invalid", "This is not the CSV of products", { errors: [error] });

const isColumn = (name: string): name is keyof Cells => columns.some((one) => one === name);

const requireHeader = (header: string[]) => {
  const strange = header.find((name) => !isColumn(name));
  if (strange !== undefined)
    throw refuse(wrong(1, strange.slice(0, 40), "unrecognized_keys", "is no column"));
  const absent = columns.find((name) => !header.includes(name));
  if (absent) throw refuse(wrong(1, absent, "missing", "is missing"));
  if (header.length > columns.length) throw refuse(wrong(1, "", "repeated", "repeats a column"));
  return header.filter(isColumn);
};

const cellsOf = (header: (keyof Cells)[], row: string[]) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the header holds every column
  Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])) as Cells;

const errorsOf = (group: Group, number: number, cells: Cells, read: z.ZodSafeParseResult<Row>) => {
  const first = group.lines[0]?.cells;
  const other = first && productColumns.find((column) => first[column] !== cells[column]);
  return [
    ...(other ? [wrong(number, other, "differs", "differs from the product's first row")] : []),
    ...(group.skus.has(cells.sku)
      ? [wrong(number, "sku", "repeated", "stands above already")]
      : []),
    ...(read.error?.issues ?? []).map(({ path: [column = ""], code, message }) =>
      wrong(number, String(column), code, message),
    ),
  ];
};

const add = (group: Group, number: number, cells: Cells) => {
  const read = Row.safeParse(cells);
  tell(group.errors, errorsOf(group, number, cells, read));
  group.skus.add(cells.sku);
  if (read.success) group.lines.push({ number, cells, row: read.data });
};

const begin = (slug: string, from: number, isApart: boolean): Group => ({
  ...{ slug, rows: 0, lines: [], skus: new Set(), from },
  errors: isApart
    ? [wrong(from, "slug", "apart", "stands apart from its product's other rows")]
    : [],
});

/** The products of a CSV, with what is wrong in their rows; the header is row 1. */
export async function* groupsOf(text: AsyncIterable<string>): AsyncGenerator<Group> {
  let header: (keyof Cells)[] | undefined;
  let group: Group | undefined;
  let number = 0;
  const known = new Set<string>();
  try {
    for await (const row of readRows(text)) {
      number += 1;
      if (!header) {
        header = requireHeader(row);
        continue;
      }
      if (number > mostRows + 1) throw refuse(wrong(number, "", "too_many", "is one too many"));
      const cells = cellsOf(header, row);
      if (group && group.slug !== cells.slug) {
        yield group;
        group = undefined;
      }
      group ??= begin(cells.slug, number, known.has(cells.slug));
      known.add(cells.slug);
      group.rows += 1;
      if (row.length === header.length) add(group, number, cells);
      else tell(group.errors, [wrong(number, "", "width", `has ${row.length} cells`)]);
    }
  } catch (error) {
    if (error instanceof MalformedCsv || error instanceof TypeError)
      throw refuse(wrong(number + 1, "", "csv", error.message));
    throw error;
  }
  if (group) yield group;
  if (!header) throw refuse(wrong(1, "slug", "missing", "is missing"));
}

/** What was refused of a product, told of the row that asked for it. */
export const errorOf = ({ from, slug }: Group, error: unknown): FieldError[] => {
  if (!(error instanceof AppError) || error.status >= 500) throw error;
  const fields = error.details.errors;
  if (!fields) return [wrong(from, "slug", error.code, `${slug}: ${error.message}`)];
  return fields.map(({ pointer, rule, detail }) =>
    wrong(from, pointer.split("/")[1] ?? "", rule, detail),
  );
};
