import { withSql } from "../local/database.ts";
import { say } from "../local/steps.ts";
import type { Invariant } from "./invariant.ts";
import { invariants } from "./invariants.ts";
import { look, type Seen } from "./look.ts";

const tell = ({ number, promise, reason }: Invariant, seen: Seen[]) => {
  const count = seen.reduce((sum, one) => sum + one.count, 0);
  const outcome = reason ?? (count === 1 ? "1 violation" : `${count} violations`);
  say(`${count > 0 ? "✗" : reason ? "–" : "✓"} ${number} ${promise}: ${outcome}`);
  for (const { says, count: found, examples } of seen) {
    say(`    not so: ${says} (${found})`);
    for (const { id, what } of examples) say(`      ${id}  ${what}`);
  }
  return count;
};

/**
 * Says of every promise whether it holds in this database, and returns how many violations there are.
 * One moment for all of it: what happens meanwhile is seen wholly or not at all. `grace` is in seconds.
 */
export const tellAll = (url: string, grace: number): Promise<number> =>
  withSql(url, (sql) =>
    sql.begin("isolation level repeatable read read only", async (tx) => {
      const found: number[] = [];
      for (const one of invariants) found.push(tell(one, await look(tx, one, grace)));
      return found.reduce((sum, count) => sum + count, 0);
    }),
  );
