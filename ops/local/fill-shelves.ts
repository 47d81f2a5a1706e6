import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

import type { Product } from "../demo/products.ts";
import { urlForService, withSql } from "./database.ts";
import { catalogueLines, PRODUCT_SEED } from "./demo-products.ts";
import { explained } from "./errors.ts";
import type { Secrets } from "./secrets.ts";
import { plainEnv } from "./service.ts";
import { say } from "./steps.ts";

type Given = { url: string; secrets: Secrets; pieces: Iterable<Product>; count: number };

/** Says at most once a second how far it is. */
const teller = (count: number, started = performance.now()) => {
  const last = { at: Number.NEGATIVE_INFINITY };
  return (line: string) => {
    const [, read = "0", added = "0"] = /^(\d+) read, (\d+) added$/.exec(line) ?? [];
    const now = performance.now();
    if (now - last.at < 1000 && Number(read) < count) return;
    last.at = now;
    const seconds = ((now - started) / 1000).toFixed(0);
    say(`  ${read} of ${count} products, ${added} of them new  (${seconds} s)`);
  };
};

/** Until the next sweep of its own, PostgreSQL would plan for the shop as it was. */
const learnSizes = (url: string) =>
  withSql(url, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'product'`;
    for (const { name } of tables) await sql.unsafe(`vacuum (analyze) product.${name}`);
  });

/** Puts pieces on the shelves of a shop, as its database's owner `url`; a batch at a time is in memory. */
export const fillShelves = async ({ url, secrets, pieces, count }: Given): Promise<void> => {
  const child = spawn(process.execPath, [PRODUCT_SEED], {
    env: {
      ...plainEnv(),
      DATABASE_URL: urlForService(url, "product", secrets.databaseProduct),
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const tell = teller(count);
  createInterface({ input: child.stdout }).on("line", tell);
  const ended = new Promise<number | null>((settle) => {
    child.once("close", settle);
  });
  const complaint = text(child.stderr);
  const written = await pipeline(Readable.from(catalogueLines(pieces)), child.stdin).then(
    () => ({ failure: undefined }),
    (failure: unknown) => ({ failure }),
  );
  // A seed that fails stops reading; what it says then tells more than the broken pipe.
  if ((await ended) !== 0)
    throw explained(
      `The products could not be added:\n${(await complaint).trim().slice(-2000)}`,
      "What was added stays. Mend what it names, and run the same command again.",
    );
  if (written.failure) throw written.failure;
  await learnSizes(url);
};
