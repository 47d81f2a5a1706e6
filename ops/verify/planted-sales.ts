import { unguarded, type Plant } from "./plant.ts";
import { buy } from "./testing.ts";

/** Breaches of what holds stock, orders and payments together. */
export const plantedSales: readonly Plant[] = [
  [
    1,
    "what is on hand is the sum of what came and went",
    (tx, { variant }) => tx`update product.stock set on_hand = 11 where variant_id = ${variant}`,
  ],
  [
    1,
    "what is reserved is the sum of what is held and committed",
    (tx, { variant }) => tx`update product.stock set reserved = 0 where variant_id = ${variant}`,
  ],
  [
    1,
    "nobody is promised more than there is",
    async (tx, { variant }) => {
      await unguarded(tx, "product.stock", "stock_reserved");
      await tx`update product.stock set reserved = 11 where variant_id = ${variant}`;
    },
  ],
  [
    1,
    "every unit of an order is set aside for it, and no more",
    (tx, { reservation }) =>
      tx`update product.reservations set state = 'released' where id = ${reservation}`,
  ],
  [
    1,
    "nothing is set aside for an order that there is not",
    (tx, { variant }) => tx`
      insert into product.reservations (checkout_id, variant_id, location, quantity, state, expires_at, changed_at)
      values (${crypto.randomUUID()}, ${variant}, 'seoul', 1, 'committed', now(), now() - interval '1 hour')`,
  ],
  [
    2,
    "a checkout has one order",
    async (tx, { checkout }) => {
      await unguarded(tx, '"order".orders', '"orders_checkoutId_unique"');
      const other = await buy(tx);
      await tx`update "order".orders set checkout_id = ${checkout} where id = ${other.order}`;
    },
  ],
  [
    2,
    "a cart is bought once",
    async (tx, { cart }) => {
      const other = await buy(tx);
      await tx`update "order".checkouts set cart_id = ${cart} where id = ${other.checkout}`;
    },
  ],
  [
    2,
    "an order and its checkout know each other",
    (tx, { checkout }) => tx`update "order".checkouts set step = 'failed' where id = ${checkout}`,
  ],
  [
    2,
    "a finished checkout has its order",
    (tx, { cart }) => tx`
      insert into "order".checkouts (cart_id, owner, currency, language, step)
      select id, owner, 'KRW', 'ko', 'done' from "order".carts where id = ${cart}`,
  ],
  [
    3,
    "money that was taken bought something, or was given back",
    async (tx) => {
      const other = await buy(tx);
      await tx`update "order".orders set payment_id = ${crypto.randomUUID()} where id = ${other.order}`;
    },
  ],
  [
    3,
    "money that was taken bought one thing",
    async (tx, { payment }) => {
      const other = await buy(tx);
      await tx`update "order".orders set payment_id = ${payment} where id = ${other.order}`;
    },
  ],
  [
    3,
    "an order's payment is that of its checkout",
    (tx, { payment }) =>
      tx`update payment.payments set checkout_id = ${crypto.randomUUID()} where id = ${payment}`,
  ],
  [
    3,
    "an order that stands is paid, or about to be",
    (tx, { payment }) => tx`update payment.payments set state = 'voided' where id = ${payment}`,
  ],
];
