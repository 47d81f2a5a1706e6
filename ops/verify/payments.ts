import type { Look } from "./invariant.ts";

/** Every captured payment has exactly one order or a full refund. */
export const payments: readonly Look[] = [
  {
    says: "money that was taken bought something, or was given back",
    sql: `
      select p.id, format('%s %s captured, %s refunded, no order', p.captured, p.currency, p.refunded) as what
      from payment.payments p
      where p.captured > p.refunded and p.updated_at < (select settled from given)
        and not exists (select from "order".orders o where o.payment_id = p.id)`,
  },
  {
    says: "money that was taken bought one thing",
    sql: `
      select payment_id as id, format('%s orders', count(*)) as what
      from "order".orders group by 1 having count(*) > 1`,
  },
  {
    says: "an order's payment is that of its checkout",
    sql: `
      select o.id, format('payment %s is %s', o.payment_id,
        coalesce('of checkout ' || p.checkout_id, 'not there')) as what
      from "order".orders o left join payment.payments p on p.id = o.payment_id
      where p.checkout_id is distinct from o.checkout_id`,
  },
  {
    says: "an order that stands is paid, or about to be",
    sql: `
      select o.id, format('payment %s is %s', p.id, p.state) as what
      from "order".orders o join payment.payments p on p.id = o.payment_id
      where o.state <> 'cancelled' and p.state in ('created', 'requires_action', 'voided', 'failed')
        and p.updated_at < (select settled from given)`,
  },
];
