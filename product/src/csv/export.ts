import { streamCsv } from "@jangteo/shared/csv";
import type { Db } from "@jangteo/shared/database";
import { products } from "@jangteo/shared/schema/product/catalogue";
import { asc, gt } from "drizzle-orm";

import { readCurrent } from "./current.ts";
import { columns } from "./row.ts";

const batch = 250;

async function* pagesOf(db: Db, now: Date) {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const found = await db
      .select({ id: products.id })
      .from(products)
      .where(gt(products.id, after))
      .orderBy(asc(products.id))
      .limit(batch);
    const ids = found.map(({ id }) => id);
    const current = await readCurrent(db, ids, now);
    yield current.flatMap(({ rows }) => rows.map((row) => columns.map((column) => row[column])));
    const last = ids.at(-1);
    if (last === undefined || ids.length < batch) return;
    after = last;
  }
}

/** The whole catalogue as CSV; what has no variant yet is left out. */
export const exportProducts = (db: Db, now: Date) => streamCsv(columns, pagesOf(db, now));
