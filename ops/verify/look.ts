import type postgres from "postgres";

import type { Invariant, Look } from "./invariant.ts";

type Violation = { id: string; what: string };
export type Seen = { says: string; count: number; examples: Violation[] };

const shown = 5;

const lookFor = async (
  sql: postgres.Sql | postgres.TransactionSql,
  { says, sql: text }: Look,
  grace: number,
): Promise<Seen> => {
  const rows = await sql.unsafe<(Violation & { count: number })[]>(
    `with given as (select now() - make_interval(secs => $1) as settled),
      found (id, what) as (${text})
    select id::text, what, (count(*) over ())::int as count, settled
    from found, given order by 1, 2 limit ${shown}`,
    [grace],
  );
  const examples = rows.map(({ id, what }) => ({ id, what }));
  return { says, count: rows[0]?.count ?? 0, examples };
};

/** Everything that breaks a promise. `grace` is in seconds: what is younger may still be under way. */
export const look = async (
  sql: postgres.Sql | postgres.TransactionSql,
  { looks }: Invariant,
  grace: number,
): Promise<Seen[]> => {
  const seen: Seen[] = [];
  for (const one of looks) seen.push(await lookFor(sql, one, grace));
  return seen.filter(({ count }) => count > 0);
};
