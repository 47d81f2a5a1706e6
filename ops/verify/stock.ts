import type { Look } from "./invariant.ts";

/** Units sold never exceed units available. */
export const stock: readonly Look[] = [
  {
    says: "what is on hand is the sum of what came and went",
    sql: `
      select coalesce(s.variant_id, m.variant_id) as id,
        format('%s: %s on hand, %s by movements', coalesce(s.location, m.location),
          coalesce(s.on_hand, 0), coalesce(m.units, 0)) as what
      from product.stock s
      full join (
        select variant_id, location, sum(quantity) as units from product.stock_movements
        where variant_id in (select id from product.variants) group by 1, 2
      ) m using (variant_id, location)
      where coalesce(s.on_hand, 0) <> coalesce(m.units, 0)`,
  },
  {
    says: "what is reserved is the sum of what is held and committed",
    sql: `
      select coalesce(s.variant_id, r.variant_id) as id,
        format('%s: %s reserved, %s by reservations', coalesce(s.location, r.location),
          coalesce(s.reserved, 0), coalesce(r.units, 0)) as what
      from product.stock s
      full join (
        select variant_id, location, sum(quantity - shipped) as units from product.reservations
        where state in ('held', 'committed') group by 1, 2
      ) r using (variant_id, location)
      where coalesce(s.reserved, 0) <> coalesce(r.units, 0)`,
  },
  {
    says: "nobody is promised more than there is",
    sql: `
      select variant_id as id, format('%s: %s reserved of %s', location, reserved, on_hand) as what
      from product.stock where reserved < 0 or reserved > on_hand`,
  },
  {
    says: "every unit of an order is set aside for it, and no more",
    sql: `
      select o.id, format('variant %s: %s ordered, %s set aside', variant_id,
        coalesce(wanted.units, 0), coalesce(kept.units, 0)) as what
      from (
        select checkout_id, variant_id, sum(quantity) as units
        from "order".orders o join "order".order_lines l on l.order_id = o.id
        group by 1, 2
      ) wanted
      full join (
        select checkout_id, variant_id, sum(quantity) as units from product.reservations
        where state in ('committed', 'shipped') group by 1, 2
      ) kept using (checkout_id, variant_id)
      join "order".orders o using (checkout_id)
      where o.state <> 'cancelled' and coalesce(wanted.units, 0) <> coalesce(kept.units, 0)`,
  },
  {
    says: "nothing is set aside for an order that there is not",
    sql: `
      select r.id, format('%s of variant %s', r.quantity, r.variant_id) as what
      from product.reservations r
      where r.state = 'committed' and r.changed_at < (select settled from given)
        and not exists (select from "order".orders o where o.checkout_id = r.checkout_id)`,
  },
];
