import type { Db } from "@jangteo/shared/database";
import { publishAll } from "@jangteo/shared/outbox";
import { prepared, preparedText } from "@jangteo/shared/prepared";
import { guestClaims } from "@jangteo/shared/schema/order/guests";
import { orderEvents, orders } from "@jangteo/shared/schema/order/orders";
import { outbox } from "@jangteo/shared/schema/order/schema";
import { eq, sql } from "drizzle-orm";

const isGuest = (subject: string) => subject.startsWith("guest:");

/** What a guest buys and what is claimed of it wait for each other, so that neither misses the other. */
const alone = (tx: Db, guest: string) =>
  preparedText(
    tx,
    "lock a guest",
    () => sql`select pg_advisory_xact_lock(hashtextextended(${sql.placeholder("guest")}, 43))`,
    { guest },
  );

/**
 * The member whose the order is that this subject places now, if it is a guest who was claimed. Whoever
 * erases that member waits until the order is there to be forgotten.
 */
export const claimerOf = async (tx: Db, subject: string) => {
  if (!isGuest(subject)) return undefined;
  // Sent together; the second looks only when the first has got its turn.
  const [, [claim]] = await Promise.all([
    alone(tx, subject),
    prepared(tx, "claim of a guest", () =>
      tx
        .select({ member: guestClaims.member })
        .from(guestClaims)
        .where(eq(guestClaims.guest, sql.placeholder("guest")))
        .for("share")
        .prepare("claim_of_guest"),
    ).execute({ guest: subject }),
  ]);
  return claim?.member;
};

/**
 * Makes the orders of a guest the member's who was that guest; returns how many. What the guest is still
 * paying for becomes the member's when it is placed. An order leaves its guest once: whoever claims
 * first has them, and claiming again changes nothing.
 */
export const claimOrders = (db: Db, member: string, guest: string, now: Date) =>
  db.transaction(async (tx) => {
    await alone(tx, guest);
    await tx.insert(guestClaims).values({ guest, member, at: now }).onConflictDoNothing();
    const [claim] = await tx.select().from(guestClaims).where(eq(guestClaims.guest, guest));
    if (claim?.member !== member) return 0;
    const claimed = await tx
      .update(orders)
      .set({ owner: member, version: sql`${orders.version} + 1` })
      .where(eq(orders.owner, guest))
      .returning({ orderId: orders.id });
    if (claimed.length === 0) return 0;
    await tx
      .insert(orderEvents)
      .values(claimed.map(({ orderId }) => ({ orderId, type: "claimed", actor: member, at: now })));
    await publishAll(tx, outbox, "order.claimed", claimed);
    return claimed.length;
  });
