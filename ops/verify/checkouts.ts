import type { Look } from "./invariant.ts";

/** One checkout yields at most one order. */
export const checkouts: readonly Look[] = [
  {
    says: "a checkout has one order",
    sql: `
      select checkout_id as id, format('%s orders', count(*)) as what
      from "order".orders group by 1 having count(*) > 1`,
  },
  {
    says: "a cart is bought once",
    sql: `
      select c.cart_id as id, format('%s orders', count(*)) as what
      from "order".orders o join "order".checkouts c on c.id = o.checkout_id
      group by 1 having count(*) > 1`,
  },
  {
    says: "an order and its checkout know each other",
    sql: `
      select o.id, format('checkout %s is %s', o.checkout_id, coalesce(c.step, 'not there')) as what
      from "order".orders o left join "order".checkouts c on c.id = o.checkout_id
      where c.id is null or c.order_id is distinct from o.id
        or c.step not in ('order_placed', 'done')`,
  },
  {
    says: "a finished checkout has its order",
    sql: `
      select c.id, c.step as what from "order".checkouts c
      where c.step in ('order_placed', 'done')
        and not exists (select from "order".orders o where o.checkout_id = c.id)`,
  },
];
