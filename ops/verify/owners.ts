import type { Look } from "./invariant.ts";

const schemas = ["order", "payment", "product", "member"];
const values = schemas.map((schema) => `('${schema}')`).join(", ");

/** Nobody reads or changes another's data. */
export const owners: readonly Look[] = [
  {
    says: "who placed an order is who checked out",
    sql: `
      select o.id, format('checkout %s', c.id) as what
      from "order".orders o join "order".checkouts c on c.id = o.checkout_id
      where c.owner <> o.placed_by`,
  },
  {
    says: "an order is its buyer's, or the member's whom that guest turned out to be",
    sql: `
      select o.id, format('%s, placed by %s', o.owner, o.placed_by) as what
      from "order".orders o
      where o.owner <> o.placed_by and not exists (
        select from "order".guest_claims g where g.guest = o.placed_by and g.member = o.owner)`,
  },
  {
    says: "who checks out is whose cart it is",
    sql: `
      select c.id, format('cart %s', k.id) as what
      from "order".checkouts c join "order".carts k on k.id = c.cart_id
      where k.owner <> c.owner`,
  },
  {
    says: "who pays is who checked out",
    sql: `
      select p.id, format('checkout %s', c.id) as what
      from payment.payments p join "order".checkouts c on c.id = p.checkout_id
      where c.owner <> p.owner and c.owner not like 'erased:%'`,
  },
  {
    says: "who uses a promotion up is who checks out",
    sql: `
      select r.id, format('checkout %s', c.id) as what
      from "order".redemptions r join "order".checkouts c on c.id = r.checkout_id
      where c.owner <> r.owner`,
  },
  {
    says: "no service can look into what is another's",
    sql: `
      select 'jangteo_' || mine.name as id, format('schema %s', other.name) as what
      from (values ${values}) as mine (name), (values ${values}) as other (name)
      where mine.name <> other.name
        and has_schema_privilege('jangteo_' || mine.name, other.name, 'usage')`,
  },
];
