import { mark, toLine } from "@jangteo/shared/csv";
import type { Db } from "@jangteo/shared/database";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { asc, gt } from "drizzle-orm";

import { readCurrent } from "./current.ts";
import { columns } from "./row.ts";

const batch = 250;

/** The whole catalogue as CSV, piece by piece, the first with its rows; what has no variant yet is left out. */
export async function* exportProducts(db: Db, now: Date): AsyncGenerator<string> {
  let head = mark + toLine([...columns]);
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const found = await db
      .select({ id: products.id })
      .from(products)
      .where(gt(products.id, after))
      .orderBy(asc(products.id))
      .limit(batch);
    const ids = found.map(({ id }) => id);
    const current = await readCurrent(db, ids, now);
    const lines = current.flatMap(({ rows }) =>
      rows.map((row) => toLine(columns.map((column) => row[column]))),
    );
    yield head + lines.join("");
    head = "";
    const last = ids.at(-1);
    if (last === undefined || ids.length < batch) return;
    after = last;
  }
}
