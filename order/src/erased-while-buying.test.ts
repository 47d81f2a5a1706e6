import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { carts } from "@jangteo/shared/schema/order/carts";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { eq, sql } from "drizzle-orm";

import { forgetMember } from "./forgetting.ts";
import { createSaga } from "./saga.ts";
import { testOrderService } from "./testing.ts";

const clock = () => new Date();
const service = await testOrderService({ clock });
const { db, goods, shopper, payments, stock } = service;

const log = { info: () => {}, warn: () => {}, error: () => {} };
const forget = (member: string) => forgetMember(db, member, uuidv7(), clock());
/** A member with a bowl in the cart. */
const wanting = async () => {
  const { variant } = await goods.sell({ won: 60_000 });
  const member = crypto.randomUUID();
  const mina = await shopper(member);
  await mina.add(variant);
  return { ...mina, member };
};

test("who is erased while their order is being placed is forgotten by it as well", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  await mina.pay(waiting);
  const slow: typeof payments = {
    ...payments,
    inquire: async (id) => {
      const payment = await payments.inquire(id);
      await forget(mina.member);
      return payment;
    },
  };
  const parts = { db, stock, payments: slow, clock, log, lease: 30_000 };
  const placed = await createSaga(parts).advance(waiting.id);
  expect(placed?.row.step).toBe("done");
  const [order] = await db.select().from(orders).where(eq(orders.checkoutId, waiting.id));
  expect(order?.owner).toStartWith("erased:");
  expect(order?.placedBy).toBe(order?.owner ?? "");
  expect(order?.forgetAt).not.toBeNull();
  const events = await db
    .select({ actor: orderEvents.actor })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, order?.id ?? ""));
  expect(events.map(({ actor }) => actor)).not.toContain(mina.member);
}, 30_000);

/** Resolves once so many statements of this database wait for a lock. */
const areWaiting = async (count: number) => {
  const [found] = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  if ((found?.waiting ?? 0) < count) await areWaiting(count);
};

/** Two things that both want the row of a checkout, the first of them first. */
const inTurn = async (
  id: string,
  [first, second]: [() => Promise<unknown>, () => Promise<unknown>],
) => {
  const begun: Promise<unknown>[] = [];
  await db.transaction(async (tx) => {
    await tx.select().from(checkouts).where(eq(checkouts.id, id)).for("update");
    begun.push(first());
    await areWaiting(1);
    begun.push(second());
    await areWaiting(2);
  });
  return Promise.all(begun);
};

test("who is erased while they say 'buy' is erased, and nobody waits in a circle", async () => {
  const mina = await wanting();
  const ready = await mina.ready();
  const bought = { status: 0 };
  await inTurn(ready.id, [
    () => forget(mina.member),
    async () => {
      bought.status = (await mina.complete(ready)).status;
    },
  ]);
  expect([404, 409]).toContain(bought.status);
  const [checkout] = await db.select().from(checkouts).where(eq(checkouts.id, ready.id));
  expect(checkout?.step).toBe("cancelled");
  expect(checkout?.owner).toStartWith("erased:");
  expect(service.errors).toEqual([]);
}, 30_000);

test("who is erased while what they paid becomes an order has one, and nobody waits in a circle", async () => {
  const mina = await wanting();
  const waiting = await mina.begin();
  await mina.pay(waiting);
  // Taken here, since the row has to be free until the order is written.
  const late: typeof payments = {
    ...payments,
    inquire: async (id) => {
      const payment = await payments.inquire(id);
      reached.resolve(undefined);
      await goOn.promise;
      return payment;
    },
  };
  const [reached, goOn] = [Promise.withResolvers(), Promise.withResolvers()];
  const parts = { db, stock, payments: late, clock, log, lease: 30_000 };
  const saga = createSaga(parts).advance(waiting.id);
  await reached.promise;
  await inTurn(waiting.id, [
    () => forget(mina.member),
    async () => {
      goOn.resolve(undefined);
      await saga;
    },
  ]);
  expect((await saga)?.row.step).toBe("done");
  expect(await db.$count(orders, eq(orders.owner, mina.member))).toBe(0);
  expect(await db.$count(carts, eq(carts.owner, mina.member))).toBe(0);
}, 30_000);
