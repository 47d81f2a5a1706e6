import type { Db } from "@jangteo/shared/database";
import { firstTime } from "@jangteo/shared/outbox";
import { cartLines, carts } from "@jangteo/shared/schema/order/carts";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { guestClaims, orderAccess } from "@jangteo/shared/schema/order/guests";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { redemptions } from "@jangteo/shared/schema/order/pricing";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { idempotency, inbox } from "@jangteo/shared/schema/order/schema";
import type { Address } from "@jangteo/shared/schema/order/schema";
import { and, asc, eq, inArray, isNotNull, like, lte, ne, or, sql } from "drizzle-orm";

import { ended } from "./checkouts.ts";
import { countRatings } from "./ratings.ts";

/** Korea's Act on consumer protection in e-commerce: records of contracts and payments, five years. */
const retention = sql`interval '5 years'`;

/** Until when an order of this owner says where it went; as long as it is somebody's if null. */
export const forgetAtOf = (owner: string, placedAt: Date) =>
  owner.startsWith("erased:") ? sql`${placedAt.toISOString()}::timestamptz + ${retention}` : null;

const nobody: Address = {
  ...{ name: "-", telephone: "-", addressCountry: "ZZ", postalCode: "-" },
  ...{ addressRegion: null, addressLocality: null, streetAddress: "-", extendedAddress: null },
};

/**
 * Forgets a member who was erased. Carts and what was typed into checkouts go now; orders keep what
 * bookkeeping needs, under an owner whom nothing leads back to, and their address until it is no longer
 * needed. What is being paid for goes on to its order.
 */
export const forgetMember = (db: Db, member: string, eventId: string, now: Date) =>
  db.transaction(async (tx) => {
    if (!(await firstTime(tx, inbox, "order", eventId))) return;
    const owner = `erased:${crypto.randomUUID()}`;
    const mine = tx
      .select({ id: carts.id })
      .from(carts)
      .where(and(eq(carts.owner, member), ne(carts.state, "checking_out")));
    // Carts are locked before checkouts, as where one is agreed to or placed, and in the order of merges.
    await tx
      .select({ id: carts.id })
      .from(carts)
      .where(or(eq(carts.owner, member), eq(carts.promisedTo, member)))
      .orderBy(asc(carts.id))
      .for("update");
    await tx
      .update(checkouts)
      .set({
        owner,
        step: sql`case when ${checkouts.step} = 'started' then 'cancelled' else ${checkouts.step} end`,
        updatedAt: now,
      })
      .where(eq(checkouts.owner, member));
    await tx.delete(cartLines).where(inArray(cartLines.cartId, mine));
    await tx
      .update(carts)
      .set({
        ...{ owner, coupons: [], updatedAt: now },
        state: sql`case when ${carts.state} = 'active' then 'abandoned' else ${carts.state} end`,
      })
      .where(eq(carts.owner, member));
    await tx.update(carts).set({ promisedTo: null }).where(eq(carts.promisedTo, member));
    await tx.update(redemptions).set({ owner }).where(eq(redemptions.owner, member));
    await tx.update(guestClaims).set({ member: owner }).where(eq(guestClaims.member, member));
    await tx
      .update(orders)
      .set({
        owner,
        placedBy: sql`case when ${orders.placedBy} = ${member} then ${owner} else ${orders.placedBy} end`,
        forgetAt: sql`${orders.placedAt} + ${retention}`,
      })
      .where(eq(orders.owner, member));
    // After the orders: who writes a review holds the one that brought the product.
    const unsaid = await tx
      .delete(reviews)
      .where(eq(reviews.author, member))
      .returning({ productId: reviews.productId });
    await countRatings(
      tx,
      unsaid.map(({ productId }) => productId),
    );
    await tx.delete(orderAccess).where(eq(orderAccess.subject, member));
    await tx.delete(idempotency).where(eq(idempotency.subject, member));
    await forgetCheckouts(tx);
  });

/** What was typed into checkouts that have ended, of owners who were erased; returns how many. */
const forgetCheckouts = async (tx: Db) => {
  const forgotten = await tx
    .update(checkouts)
    .set({ email: null, shippingAddress: null, returnUrl: null })
    .where(
      and(
        like(checkouts.owner, sql`'erased:%'`),
        or(isNotNull(checkouts.email), isNotNull(checkouts.shippingAddress)),
        inArray(checkouts.step, ended),
      ),
    )
    .returning({ id: checkouts.id });
  return forgotten.length;
};

/** What no law asks to keep any longer; returns how much. */
export const forgetDue = async (db: Db, now: Date) => {
  const due = await db.transaction(async (tx) => {
    const gone = await tx
      .update(orders)
      .set({ email: "", shippingAddress: nobody, instrument: null, forgetAt: null })
      .where(lte(orders.forgetAt, now))
      .returning({ orderId: orders.id });
    if (gone.length > 0)
      await tx
        .insert(orderEvents)
        .values(
          gone.map(({ orderId }) => ({ orderId, type: "forgotten", actor: "order", at: now })),
        );
    return gone.length;
  });
  return due + (await forgetCheckouts(db));
};
