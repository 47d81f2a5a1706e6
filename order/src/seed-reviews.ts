import process from "node:process";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "@hono/zod-openapi";
import { connect, type Db } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { fulfilments } from "@jangteo/shared/schema/order/sales";
import { and, eq } from "drizzle-orm";

import { NewReview } from "./contract.ts";
import { deliverFulfilment, planFulfilment, shipFulfilment } from "./fulfilling.ts";
import { moderateReview } from "./moderating.ts";
import { putReview } from "./reviews.ts";

/** Orders of demo buyers, and what each of them says of what is in theirs. */
const Bought = z.array(
  z.object({
    member: z.uuid(),
    order: z.uuid(),
    said: z.array(z.object({ slug: z.string(), ...NewReview.shape })),
  }),
);
type Bought = z.infer<typeof Bought>[number];

/** Who acts in the shop's name before it opens. */
const actor = "seed";
const carried = { carrier: "Jangteo", trackingNumber: "DEMO-1" };

/** Once its payment is taken, which the shop does by itself. */
const confirmed = async (db: Db, id: string, patience = 30_000): Promise<void> => {
  const [order] = await db.select({ state: orders.state }).from(orders).where(eq(orders.id, id));
  if (order && order.state !== "placed") return;
  if (patience <= 0) throw new Error(`The order ${id} is not confirmed`);
  await pause(50);
  await confirmed(db, id, patience - 50);
};

const deliver = (db: Db, id: string, now: Date) =>
  db.transaction(async (tx) => {
    const known = await tx.$count(fulfilments, eq(fulfilments.orderId, id));
    if (known > 0) return;
    const lines = await tx
      .select({ lineId: orderLines.id, quantity: orderLines.quantity })
      .from(orderLines)
      .where(eq(orderLines.orderId, id));
    await planFulfilment(tx, id, lines, now);
    const [planned] = await tx
      .select({ id: fulfilments.id })
      .from(fulfilments)
      .where(eq(fulfilments.orderId, id));
    if (!planned) throw new Error("insert returned no row");
    const act = { id, fulfilmentId: planned.id, actor, now };
    await shipFulfilment(tx, act, carried);
    await deliverFulfilment(tx, act);
  });

const review = async (db: Db, { member, order, said }: Bought, now: Date) => {
  const lines = await db
    .select({ item: orderLines.item })
    .from(orderLines)
    .where(eq(orderLines.orderId, order));
  for (const { slug, ...words } of said) {
    const product = lines.find(({ item }) => item.slug === slug)?.item.productId;
    if (product === undefined) continue;
    const { id } = await putReview(db, { member, product, said: words, now });
    await moderateReview(db, { id, version: 1, actor, now, state: "published", note: null }, "ko");
  }
};

/** Has orders arrive, and publishes what their buyers say, as staff would; twice changes nothing. */
export const seedReviews = async (db: Db, all: readonly Bought[]) => {
  for (const bought of all) {
    const now = new Date();
    const known = await db.$count(reviews, and(eq(reviews.author, bought.member)));
    if (known > 0) continue;
    await confirmed(db, bought.order);
    await deliver(db, bought.order, now);
    // Whole or not at all: who is known to have said something is not heard again.
    await db.transaction((tx) => review(tx, bought, now));
  }
};

if (import.meta.main) {
  const env = readEnv(z.object({ DATABASE_URL: z.url() }));
  const db = connect(env.DATABASE_URL, { max: 1 });
  await seedReviews(db, Bought.parse(JSON.parse(await text(process.stdin))));
  await db.$client.end();
}
