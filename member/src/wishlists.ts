import { isMember } from "@jangteo/shared/auth";
import type { Identity } from "@jangteo/shared/context";
import type { Db } from "@jangteo/shared/database";
import { guestOf } from "@jangteo/shared/guest";
import { AppError } from "@jangteo/shared/problem";
import { members } from "@jangteo/shared/schema/member";
import { wishlistItems, wishlists } from "@jangteo/shared/schema/member/wishlist";
import { and, count, desc, eq, inArray, sql } from "drizzle-orm";

import { mostWishes } from "./contract/wire.ts";

/** Whose list it is. */
export type Owner = { kind: "member" | "guest"; id: string };

const columnOf = ({ kind }: Owner) => (kind === "member" ? wishlists.memberId : wishlists.guestId);
const columnsOf = ({ kind, id }: Owner) => (kind === "member" ? { memberId: id } : { guestId: id });
const listOf = (db: Db, owner: Owner) =>
  db
    .select({ id: wishlists.id })
    .from(wishlists)
    .where(eq(columnOf(owner), owner.id));

export const ownerOf = ({ sub, scope }: Identity): Owner => {
  const guestId = guestOf(sub);
  if (guestId !== undefined) return { kind: "guest", id: guestId };
  if (!isMember(sub) || !scope.includes("member"))
    throw new AppError("forbidden", "Wishlists are of members and guests");
  return { kind: "member", id: sub };
};

type Page = { limit: number; after?: string | undefined };

const continued = (after: string) => {
  const at = new Date(Number(after.slice(0, 13))).toISOString();
  return sql`(${wishlistItems.addedAt}, ${wishlistItems.productId}) < (${at}::timestamptz, ${after.slice(14)}::uuid)`;
};

export const findWishes = async (db: Db, owner: Owner, { limit, after }: Page) => {
  const own = inArray(wishlistItems.wishlistId, listOf(db, owner));
  const [rows, [held]] = await Promise.all([
    db
      .select({ productId: wishlistItems.productId, addedAt: wishlistItems.addedAt })
      .from(wishlistItems)
      .where(and(own, after === undefined ? undefined : continued(after)))
      .orderBy(desc(wishlistItems.addedAt), desc(wishlistItems.productId))
      .limit(limit + 1),
    db.select({ total: count() }).from(wishlistItems).where(own),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ productId, addedAt }) => ({ productId, addedAt: addedAt.toISOString() })),
    total: held?.total ?? 0,
    next: last ? `${last.addedAt.getTime()}.${last.productId}` : null,
  };
};

/** All of a member's, for the export. */
export const findAllWishes = async (db: Db, memberId: string) =>
  (await findWishes(db, { kind: "member", id: memberId }, { limit: 1_000_000 })).items;

/** The owner's list, made if there is none, and locked until the transaction ends. */
const open = async (tx: Db, owner: Owner, now: Date) => {
  if (owner.kind === "member") {
    const known = tx.select({ id: members.id }).from(members).where(eq(members.id, owner.id));
    const [stays] = await known.for("key share");
    if (!stays) throw new AppError("not_found", "There is no such member");
  }
  const [list] = await tx
    .insert(wishlists)
    .values({ ...columnsOf(owner), usedAt: now })
    .onConflictDoUpdate({ target: columnOf(owner), set: { usedAt: now } })
    .returning({ id: wishlists.id });
  if (!list) throw new Error("insert returned no row");
  return list.id;
};

export const addWish = (db: Db, owner: Owner, productId: string, now: Date) =>
  db.transaction(async (tx) => {
    const wishlistId = await open(tx, owner, now);
    const added = await tx
      .insert(wishlistItems)
      .values({ wishlistId, productId, addedAt: now })
      .onConflictDoNothing()
      .returning({ productId: wishlistItems.productId });
    if (added.length === 0) return;
    const [held] = await tx
      .select({ total: count() })
      .from(wishlistItems)
      .where(eq(wishlistItems.wishlistId, wishlistId));
    if ((held?.total ?? 0) > mostWishes)
      throw new AppError("conflict", `You can keep ${mostWishes} pieces`);
  });

export const removeWish = async (db: Db, owner: Owner, productId: string) => {
  await db
    .delete(wishlistItems)
    .where(
      and(
        eq(wishlistItems.productId, productId),
        inArray(wishlistItems.wishlistId, listOf(db, owner)),
      ),
    );
};

/**
 * Moves all that a guest holds to a member; what both hold keeps the later time. Of two lists the
 * member's is locked first, so that merges never wait for each other in a circle.
 */
export const mergeGuest = (db: Db, memberId: string, guestId: string, now: Date) =>
  db.transaction(async (tx) => {
    const guest: Owner = { kind: "guest", id: guestId };
    const [waiting] = await listOf(tx, guest);
    if (!waiting) return;
    const to = await open(tx, { kind: "member", id: memberId }, now);
    const [from] = await listOf(tx, guest).for("update");
    if (!from) return;
    await tx
      .insert(wishlistItems)
      .select(
        tx
          .select({
            wishlistId: sql<string>`${to}::uuid`.as("wishlist_id"),
            productId: wishlistItems.productId,
            addedAt: wishlistItems.addedAt,
          })
          .from(wishlistItems)
          .where(eq(wishlistItems.wishlistId, from.id)),
      )
      .onConflictDoUpdate({
        target: [wishlistItems.wishlistId, wishlistItems.productId],
        set: { addedAt: sql`greatest(${wishlistItems.addedAt}, excluded.added_at)` },
      });
    await tx.delete(wishlists).where(eq(wishlists.id, from.id));
  });
