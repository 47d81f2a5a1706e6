import type { Look } from "./invariant.ts";

const appendOnly = [
  ["jangteo_order", "order", "order_lines"],
  ["jangteo_order", "order", "order_discounts"],
  ["jangteo_order", "order", "order_taxes"],
  ["jangteo_order", "order", "order_events"],
  ["jangteo_payment", "payment", "provider_events"],
  ["jangteo_product", "product", "stock_movements"],
  ["jangteo_member", "member", "audit_events"],
] as const;

/** A placed order's money and addresses change only by an appended adjustment. */
export const money: readonly Look[] = [
  {
    says: "an order's total is its parts",
    sql: `
      select id, format('%s is not %s - %s + %s and %s of tax', total, subtotal, discount, shipping, tax) as what
      from "order".orders
      where total <> subtotal - discount + shipping + case when tax_included then 0 else tax end`,
  },
  {
    says: "an order's amounts are those of its lines",
    sql: `
      select o.id, format('%s - %s for %s units, by its lines %s - %s for %s', o.subtotal, o.discount,
        o.units, coalesce(l.subtotal, 0), coalesce(l.discount, 0), coalesce(l.units, 0)) as what
      from "order".orders o
      left join (
        select order_id, sum(quantity * unit_amount) as subtotal, sum(discount) as discount,
          sum(quantity) as units,
          bool_and(total = quantity * unit_amount - discount and total >= 0) as sound
        from "order".order_lines group by 1
      ) l on l.order_id = o.id
      where (o.subtotal, o.discount, o.units) is distinct from (l.subtotal, l.discount, l.units)
        or not l.sound`,
  },
  {
    says: "a line's discount is the sum of what was let off",
    sql: `
      select l.order_id as id, format('line %s: %s, by promotions %s', l.id, l.discount, coalesce(d.amount, 0)) as what
      from "order".order_lines l
      left join (
        select line_id, sum(amount) as amount from "order".order_discounts group by 1
      ) d on d.line_id = l.id
      where l.discount <> coalesce(d.amount, 0)`,
  },
  {
    says: "an order's tax is the sum of its taxes",
    sql: `
      select o.id, format('%s, by its taxes %s', o.tax, coalesce(t.amount, 0)) as what
      from "order".orders o
      left join (select order_id, sum(amount) as amount from "order".order_taxes group by 1) t
        on t.order_id = o.id
      where o.tax <> coalesce(t.amount, 0)`,
  },
  {
    says: "an order costs what was agreed to",
    sql: `
      select o.id, format('%s, agreed %s', o.total, c.snapshot ->> 'total') as what
      from "order".orders o join "order".checkouts c on c.id = o.checkout_id
      where (o.subtotal, o.discount, o.shipping, o.tax, o.total) is distinct from (
        (c.snapshot ->> 'subtotal')::bigint, (c.snapshot ->> 'discount')::bigint,
        (c.snapshot ->> 'shipping')::bigint, (c.snapshot ->> 'tax')::bigint,
        (c.snapshot ->> 'total')::bigint)`,
  },
  {
    says: "what is asked of the payer is what the order costs",
    sql: `
      select o.id, format('%s %s, payment %s %s', o.total, o.currency, p.amount, p.currency) as what
      from "order".orders o join payment.payments p on p.id = o.payment_id
      where (o.total, o.currency) is distinct from (p.amount, p.currency)`,
  },
  {
    says: "no more is taken than an order costs, and no more given back than was taken",
    sql: `
      select id, format('order: %s captured of %s, %s refunded', captured, total, refunded) as what
      from "order".orders where not (0 <= refunded and refunded <= captured and captured <= total)
      union all
      select id, format('payment: %s authorised and %s captured of %s, %s refunded', authorised,
        captured, amount, refunded)
      from payment.payments
      where not (0 <= refunded and refunded <= captured and captured <= authorised and authorised <= amount)`,
  },
  {
    says: "an order knows what was taken and given back",
    sql: `
      select o.id, format('%s captured and %s refunded, by the payment %s and %s', o.captured,
        o.refunded, p.captured, p.refunded) as what
      from "order".orders o join payment.payments p on p.id = o.payment_id
      where (o.captured, o.refunded) is distinct from (p.captured, p.refunded)
        and p.updated_at < (select settled from given)`,
  },
  {
    says: "no service may rewrite what it may only add to",
    sql: `
      select role as id, format('%s.%s', schema, name) as what
      from (values ${appendOnly.map((row) => `('${row.join("', '")}')`).join(", ")}) as t (role, schema, name)
      where has_table_privilege(role, format('%I.%I', schema, name), 'update, delete, truncate')`,
  },
];
