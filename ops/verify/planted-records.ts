import { unguarded, type Plant } from "./plant.ts";

/** Breaches of what is written once and never changed. */
export const plantedRecords: readonly Plant[] = [
  [
    4,
    "no key was used twice",
    async (tx, { payment }) => {
      await unguarded(tx, "payment.operations", '"operations_idempotencyKey_unique"');
      for (const _ of [1, 2])
        await tx`
          insert into payment.operations (payment_id, idempotency_key, kind, lease_until)
          values (${payment}, 'twice', 'capture', now())`;
    },
  ],
  [
    4,
    "the database itself refuses a key that was used",
    (tx) => unguarded(tx, '"order".idempotency', "idempotency_subject_route_key_pk"),
  ],
  [
    5,
    "no event waits to be sent",
    (tx) => tx`
      insert into product.outbox (id, type, payload)
      values (uuidv7(interval '-1 hour'), 'product.changed', '{}')`,
  ],
  [
    5,
    "what an order has done elsewhere does not wait",
    (tx, { order }) => tx`
      insert into "order".errands (order_id, kind, subject, actor, created_at)
      values (${order}, 'restock', ${crypto.randomUUID()}, 'staff', now() - interval '1 hour')`,
  ],
  [
    5,
    "every order was told of",
    (tx) => tx`delete from "order".outbox where type = 'order.placed'`,
  ],
  [
    5,
    "every payment that was taken was told of",
    (tx) => tx`delete from payment.outbox where type = 'payment.captured'`,
  ],
  [
    5,
    "what a product's reviews come to is counted with each of them",
    (tx, { product }) => tx`
      insert into "order".reviews (product_id, product, author, author_name, rating, text, language, state)
      values (${product}, '{}', 'somebody', 'Mina', 4, 'A bowl for every day', 'en', 'published')`,
  ],
  [
    5,
    "the catalogue shows what a product's reviews come to",
    async (tx, { product }) => {
      await tx`
        insert into "order".reviews (product_id, product, author, author_name, rating, text, language, state)
        values (${product}, '{}', 'somebody', 'Mina', 4, 'A bowl for every day', 'en', 'published')`;
      await tx`
        insert into "order".ratings (product_id, reviews, points, version, updated_at)
        values (${product}, 1, 4, 2, now() - interval '1 hour')`;
      await tx`insert into product.ratings values (${product}, 1, 3, 1)`;
    },
  ],
  [
    6,
    "an order's total is its parts",
    async (tx, { order }) => {
      await unguarded(tx, '"order".orders', "orders_total");
      await tx`update "order".orders set total = 79000 where id = ${order}`;
    },
  ],
  [
    6,
    "an order's amounts are those of its lines",
    (tx, { line }) =>
      tx`update "order".order_lines set quantity = 3, total = 115000 where id = ${line}`,
  ],
  [
    6,
    "a line's discount is the sum of what was let off",
    (tx, { line }) => tx`update "order".order_discounts set amount = 4000 where line_id = ${line}`,
  ],
  [
    6,
    "an order's tax is the sum of its taxes",
    (tx, { order }) => tx`delete from "order".order_taxes where order_id = ${order}`,
  ],
  [
    6,
    "an order costs what was agreed to",
    (tx, { checkout }) => tx`
      update "order".checkouts set snapshot = jsonb_set(snapshot, '{total}', '1') where id = ${checkout}`,
  ],
  [
    6,
    "what is asked of the payer is what the order costs",
    (tx, { payment }) => tx`update payment.payments set amount = 90000 where id = ${payment}`,
  ],
  [
    6,
    "no more is taken than an order costs, and no more given back than was taken",
    async (tx, { payment }) => {
      await unguarded(tx, "payment.payments", "payments_refunded");
      await tx`update payment.payments set refunded = 78001 where id = ${payment}`;
    },
  ],
  [
    6,
    "an order knows what was taken and given back",
    (tx, { payment }) => tx`update payment.payments set refunded = 500 where id = ${payment}`,
  ],
  [
    6,
    "no service may rewrite what it may only add to",
    (tx) => tx`grant update on "order".order_lines to jangteo_order`,
  ],
  [
    8,
    "who placed an order is who checked out",
    (tx, { order }) =>
      tx`update "order".orders set owner = 'guest:x', placed_by = 'guest:x' where id = ${order}`,
  ],
  [
    8,
    "an order is its buyer's, or the member's whom that guest turned out to be",
    (tx, { order }) => tx`update "order".orders set owner = 'guest:x' where id = ${order}`,
  ],
  [
    8,
    "who checks out is whose cart it is",
    (tx, { cart }) => tx`update "order".carts set owner = 'guest:x' where id = ${cart}`,
  ],
  [
    8,
    "who pays is who checked out",
    (tx, { payment }) => tx`update payment.payments set owner = 'guest:x' where id = ${payment}`,
  ],
  [
    8,
    "who uses a promotion up is who checks out",
    (tx, { checkout }) =>
      tx`update "order".redemptions set owner = 'guest:x' where checkout_id = ${checkout}`,
  ],
  [
    8,
    "no service can look into what is another's",
    (tx) => tx`grant usage on schema payment to jangteo_order`,
  ],
];
