import type { Look } from "./invariant.ts";

/** What holds each effect to once: a table and the columns that no two of its rows share. */
const once = [
  ["order.idempotency", "subject, route, key"],
  ["payment.idempotency", "subject, route, key"],
  ["product.idempotency", "subject, route, key"],
  ["member.idempotency", "subject, route, key"],
  ["order.inbox", "consumer, event_id"],
  ["payment.inbox", "consumer, event_id"],
  ["member.inbox", "consumer, event_id"],
  ["order.redemptions", "promotion_id, checkout_id"],
  ["payment.operations", "idempotency_key"],
  ["payment.provider_events", "provider, event_id"],
  ["product.stock_movements", "cause, line, kind"],
] as const;

const quoted = (table: string) => table.replace(/^order\b/, '"order"');
const names = (columns: string) => `array[${columns.replaceAll(/\w+/g, "'$&'")}]::name[]`;

/** Same key, one effect. */
export const keys: readonly Look[] = [
  {
    says: "no key was used twice",
    sql: once
      .map(
        ([table, columns]) => `
      select '${table}' as id, format('%s: %s rows', (${columns})::text, count(*)) as what
      from ${quoted(table)} group by ${columns} having count(*) > 1`,
      )
      .join(" union all"),
  },
  {
    says: "the database itself refuses a key that was used",
    sql: `
      select t.name as id, 'nothing holds it to one row for each key' as what
      from (values ${once.map(([table, columns]) => `('${table}', '${quoted(table)}', ${names(columns)})`).join(", ")})
        as t (name, relation, columns)
      where not exists (
        select from pg_index i
        where i.indrelid = t.relation::regclass and i.indisunique and i.indisvalid
          and i.indpred is null
          and (select array_agg(a.attname order by a.attname) from pg_attribute a
            where a.attrelid = i.indrelid and a.attnum = any (i.indkey))
            = (select array_agg(c order by c) from unnest(t.columns) c))`,
  },
];
