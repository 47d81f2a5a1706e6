import type { Db } from "@jangteo/shared/database";
import { AppError } from "@jangteo/shared/problem";
import { promotions, redemptions } from "@jangteo/shared/schema/order/pricing";
import { and, count, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";

type Held = { checkoutId: string; owner: string; promotions: string[]; now: Date };

const usedUp = async (tx: Db, promotionId: string) => {
  const [one] = await tx
    .select({ code: promotions.code, name: promotions.name })
    .from(promotions)
    .where(eq(promotions.id, promotionId));
  const called = one?.code ?? one?.name.en ?? promotionId;
  const detail = `The promotion ${called} cannot be used any more`;
  return new AppError("conflict", detail, {
    errors: [{ in: "body", pointer: "/total", rule: "price_changed", detail }],
    extensions: { coupon: called },
  });
};

/** False if this checkout has it already. */
const claim = async (tx: Db, promotionId: string, { checkoutId, owner, now }: Held) => {
  const row = { promotionId, checkoutId, owner, state: "held" as const, updatedAt: now };
  const claimed = await tx
    .insert(redemptions)
    .values(row)
    .onConflictDoUpdate({
      target: [redemptions.promotionId, redemptions.checkoutId],
      set: row,
      setWhere: eq(redemptions.state, "released"),
    })
    .returning({ id: redemptions.id });
  return claimed.length > 0;
};

/** Holds the promotion's row until the transaction ends, so that those who come next count this one. */
const countUp = async (tx: Db, promotionId: string, now: Date) => {
  const [counted] = await tx
    .update(promotions)
    .set({ used: sql`${promotions.used} + 1` })
    .where(
      and(
        eq(promotions.id, promotionId),
        lte(promotions.startsAt, now),
        or(isNull(promotions.endsAt), gt(promotions.endsAt, now)),
        or(isNull(promotions.cap), lt(promotions.used, promotions.cap)),
      ),
    )
    .returning({ capPerOwner: promotions.capPerOwner });
  if (!counted) throw await usedUp(tx, promotionId);
  return counted;
};

const usesOf = async (tx: Db, promotionId: string, owner: string) => {
  const [mine] = await tx
    .select({ uses: count() })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.promotionId, promotionId),
        eq(redemptions.owner, owner),
        inArray(redemptions.state, ["held", "used"]),
      ),
    );
  return mine?.uses ?? 0;
};

/** Uses promotions up, once each for a checkout; `conflict` names one that cannot be used any more. */
export const redeem = async (tx: Db, held: Held) => {
  for (const promotionId of [...new Set(held.promotions)].toSorted()) {
    if (!(await claim(tx, promotionId, held))) continue;
    const { capPerOwner } = await countUp(tx, promotionId, held.now);
    if (capPerOwner !== null && (await usesOf(tx, promotionId, held.owner)) > capPerOwner)
      throw await usedUp(tx, promotionId);
  }
};

/** Gives back what a checkout holds, unless an order has used it. */
export const release = async (tx: Db, checkoutId: string) => {
  const freed = await tx
    .update(redemptions)
    .set({ state: "released", updatedAt: sql`now()` })
    .where(and(eq(redemptions.checkoutId, checkoutId), eq(redemptions.state, "held")))
    .returning({ promotionId: redemptions.promotionId });
  for (const { promotionId } of freed.toSorted((a, b) => (a.promotionId < b.promotionId ? -1 : 1)))
    await tx
      .update(promotions)
      .set({ used: sql`${promotions.used} - 1` })
      .where(eq(promotions.id, promotionId));
};

/** What a checkout holds is used for good: its order is placed. */
export const settle = async (tx: Db, checkoutId: string) => {
  await tx
    .update(redemptions)
    .set({ state: "used", updatedAt: sql`now()` })
    .where(and(eq(redemptions.checkoutId, checkoutId), eq(redemptions.state, "held")));
};
