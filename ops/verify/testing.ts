import { join } from "node:path";

import { migrateService } from "@jangteo/shared/migrate";
import { testDatabase } from "@jangteo/shared/testing/database";
import { prepare, testPassword } from "@jangteo/shared/testing/postgres";
import type postgres from "postgres";

import { withSql } from "../local/database.ts";

const root = join(import.meta.dirname, "../..");

export type Ids = Record<
  "product" | "variant" | "cart" | "checkout" | "payment" | "order" | "line" | "reservation",
  string
>;

const someIds = (): Ids => ({
  ...{ product: crypto.randomUUID(), variant: crypto.randomUUID(), cart: crypto.randomUUID() },
  ...{ checkout: crypto.randomUUID(), payment: crypto.randomUUID(), order: crypto.randomUUID() },
  ...{ line: crypto.randomUUID(), reservation: crypto.randomUUID() },
});

const words = { ko: "달항아리", en: "Moon jar" };
const snapshot = { subtotal: 80_000, discount: 5000, shipping: 3000, tax: 7091, total: 78_000 };

/** Two jars of ten, bought by a guest: 80,000 won less 5,000, with 3,000 for the way. */
export const buy = async (sql: postgres.Sql | postgres.TransactionSql, ids = someIds()) => {
  const owner = `guest:${crypto.randomUUID()}`;
  const promotion = crypto.randomUUID();
  await sql`insert into product.locations values ('seoul', 'Seoul') on conflict do nothing`;
  await sql`
    insert into product.categories (slug, position, name, description)
    values ('jars', 0, '{}', '{}') on conflict do nothing`;
  await sql`
    insert into product.products (id, slug, category, name, description, material, care)
    values (${ids.product}, ${ids.product}, 'jars', ${sql.json(words)}, '{}', '{}', '{}')`;
  await sql`
    insert into product.variants (id, product_id, sku, position, selection, width, height, depth, weight)
    values (${ids.variant}, ${ids.product}, ${ids.variant}, 0, '[]', 1, 1, 1, 1)`;
  await sql`
    insert into product.stock_movements (variant_id, location, quantity, kind, cause, line)
    values (${ids.variant}, 'seoul', 10, 'received', ${ids.variant}, '1')`;
  await sql`insert into product.stock values (${ids.variant}, 'seoul', 10, 2)`;
  await sql`
    insert into product.reservations (id, checkout_id, variant_id, location, quantity, state, expires_at)
    values (${ids.reservation}, ${ids.checkout}, ${ids.variant}, 'seoul', 2, 'committed', now())`;

  await sql`
    insert into "order".carts (id, owner, currency, state)
    values (${ids.cart}, ${owner}, 'KRW', 'converted')`;
  await sql`
    insert into "order".checkouts (id, cart_id, owner, currency, language, step, snapshot, payment_id, order_id)
    values (${ids.checkout}, ${ids.cart}, ${owner}, 'KRW', 'ko', 'done', ${sql.json(snapshot)},
      ${ids.payment}, ${ids.order})`;
  await sql`
    insert into "order".promotions (id, name, gift, conditions)
    values (${promotion}, ${sql.json(words)}, '{}', '{}')`;
  await sql`
    insert into "order".redemptions (promotion_id, checkout_id, owner, state)
    values (${promotion}, ${ids.checkout}, ${owner}, 'used')`;
  await sql`
    insert into payment.payments (id, checkout_id, owner, provider, method, state, currency, amount,
      authorised, captured, description, email, language, return_url, updated_at)
    values (${ids.payment}, ${ids.checkout}, ${owner}, 'sandbox', 'card', 'captured', 'KRW', 78000,
      78000, 78000, 'Jangteo', 'mina@example.com', 'ko', 'http://shop.test', now() - interval '1 hour')`;
  await sql`
    insert into payment.outbox (type, payload, sent_at)
    values ('payment.captured', ${sql.json({ paymentId: ids.payment })}, now())`;
  await sql`
    insert into "order".orders (id, number, checkout_id, owner, placed_by, email, language, currency, subtotal,
      discount, shipping, tax, tax_included, total, units, shipping_address, shipping_method,
      payment_id, payment_method, payment_state, captured)
    values (${ids.order}, (select coalesce(max(number), 1000) + 1 from "order".orders), ${ids.checkout},
      ${owner}, ${owner}, 'mina@example.com', 'ko', 'KRW', 80000, 5000, 3000, 7091, true, 78000, 2, '{}', '{}',
      ${ids.payment}, 'card', 'captured', 78000)`;
  await sql`
    insert into "order".order_lines (id, order_id, position, variant_id, item, quantity, unit_amount,
      discount, tax, total)
    values (${ids.line}, ${ids.order}, 0, ${ids.variant}, '{}', 2, 40000, 5000, 6818, 75000)`;
  await sql`
    insert into "order".order_discounts (order_id, line_id, promotion_id, name, amount)
    values (${ids.order}, ${ids.line}, ${promotion}, ${sql.json(words)}, 5000)`;
  await sql`
    insert into "order".order_taxes (order_id, name, rate, amount)
    values (${ids.order}, ${sql.json(words)}, 1000, 7091)`;
  await sql`
    insert into "order".outbox (type, payload, sent_at)
    values ('order.placed', ${sql.json({ orderId: ids.order })}, now())`;
  return ids;
};

/** A database with the schemas of all services, as the shop has it, and one thing bought. */
export const testShop = async () => {
  const { adminUrl } = await testDatabase("order");
  for (const service of ["payment", "product", "member"]) {
    await prepare(service);
    const folder = join(root, service, "drizzle");
    await migrateService({ adminUrl, service, folder, password: testPassword });
  }
  return { adminUrl, ids: await withSql(adminUrl, (sql) => buy(sql)) };
};
