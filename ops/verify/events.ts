import type { Look } from "./invariant.ts";

const schemas = ["order", "payment", "product", "member"];
/** Sent events are deleted after a week; younger ones can be looked for. */
const young = "> now() - interval '6 days'";

/** A committed change always emits its event; each consumer applies it once (its inbox is among the keys). */
export const events: readonly Look[] = [
  {
    says: "no event waits to be sent",
    sql: schemas
      .map(
        (schema) => `
      select id::text, format('${schema}: %s', type) as what from "${schema}".outbox
      where sent_at is null and uuid_extract_timestamp(id) < (select settled from given)`,
      )
      .join(" union all"),
  },
  {
    says: "what an order has done elsewhere does not wait",
    sql: `
      select order_id as id, format('%s since %s', kind, created_at) as what from "order".errands
      where state = 'due' and created_at < (select settled from given)`,
  },
  {
    says: "every order was told of",
    sql: `
      select o.id, 'no order.placed' as what from "order".orders o
      where o.placed_at ${young} and not exists (
        select from "order".outbox e
        where e.type = 'order.placed' and e.payload ->> 'orderId' = o.id::text)`,
  },
  {
    says: "every payment that was taken was told of",
    sql: `
      select p.id, 'no payment.captured' as what from payment.payments p
      where p.captured > 0 and p.updated_at ${young} and p.created_at ${young} and not exists (
        select from payment.outbox e
        where e.type = 'payment.captured' and e.payload ->> 'paymentId' = p.id::text)`,
  },
  {
    says: "what a product's reviews come to is counted with each of them",
    sql: `
      select coalesce(t.product_id, r.product_id) as id, format('%s with %s points, by the reviews %s with %s',
        coalesce(t.reviews, 0), coalesce(t.points, 0), coalesce(r.reviews, 0), coalesce(r.points, 0)) as what
      from "order".ratings t
      full join (
        select product_id, count(*) as reviews, sum(rating) as points
        from "order".reviews where state = 'published' group by 1
      ) r using (product_id)
      where (coalesce(t.reviews, 0), coalesce(t.points, 0)) <> (coalesce(r.reviews, 0), coalesce(r.points, 0))`,
  },
  {
    says: "the catalogue shows what a product's reviews come to",
    sql: `
      select t.product_id as id, format('version %s, shown %s', t.version, coalesce(s.version, 0)) as what
      from "order".ratings t
      join product.products p on p.id = t.product_id
      left join product.ratings s on s.product_id = t.product_id
      where t.version > 0 and t.updated_at < (select settled from given)
        and (t.reviews, t.points, t.version) is distinct from (s.reviews, s.points, s.version)`,
  },
];
