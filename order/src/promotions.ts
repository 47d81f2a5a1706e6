import { isUniqueViolation, type Db } from "@jangteo/shared/database";
import { AppError, invalidField } from "@jangteo/shared/problem";
import { promotions } from "@jangteo/shared/schema/order/pricing";
import { and, desc, eq, gt, lt, lte, sql } from "drizzle-orm";

import type { NewPromotion, Promotion, PromotionChange, PromotionQuery } from "./contract.ts";

type Row = typeof promotions.$inferSelect;

const stateOf = ({ startsAt, endsAt }: Row, now: Date) => {
  if (endsAt !== null && endsAt <= now) return "ended";
  return startsAt > now ? "coming" : "running";
};

const toPromotion = ({ startsAt, endsAt, createdAt, ...row }: Row, now: Date): Promotion => ({
  ...row,
  state: stateOf({ ...row, startsAt, endsAt, createdAt }, now),
  startsAt: startsAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

const holding = (words: string) => {
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`(lower(${promotions.name} ->> 'ko') like ${pattern}
    or lower(${promotions.name} ->> 'en') like ${pattern} or lower(${promotions.code}) like ${pattern})`;
};

const isEnded = (now: Date) => lte(promotions.endsAt, now);
const inState = (state: Promotion["state"], now: Date) => {
  if (state === "ended") return isEnded(now);
  const begins = state === "coming" ? gt(promotions.startsAt, now) : lte(promotions.startsAt, now);
  return and(begins, sql`${isEnded(now)} is not true`);
};

/** The newest first, whether they run or not. */
export const listPromotions = async (
  db: Db,
  { q, state, after, limit }: PromotionQuery,
  now: Date,
) => {
  const rows = await db
    .select()
    .from(promotions)
    .where(
      and(
        q === undefined ? undefined : holding(q),
        state && inState(state, now),
        after === undefined ? undefined : lt(promotions.id, after),
      ),
    )
    .orderBy(desc(promotions.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => toPromotion(row, now));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

const missing = () => new AppError("not_found", "There is no such promotion");

export const findPromotion = async (db: Db, id: string, now: Date) => {
  const [row] = await db.select().from(promotions).where(eq(promotions.id, id));
  if (!row) throw missing();
  return toPromotion(row, now);
};

/** The rules that take more than one field to break. */
const requireSense = ({
  startsAt,
  endsAt,
  cap,
  used,
}: Pick<Row, "startsAt" | "endsAt" | "cap" | "used">) => {
  if (endsAt !== null && endsAt < startsAt)
    throw invalidField("/endsAt", "order", "must not be before the beginning");
  if (cap !== null && cap < used)
    throw invalidField("/cap", "too_small", `${used} have used it already`);
};

/** Turns a code that is taken into a refusal; the transaction is over then. */
const written = async (work: Promise<Row[]>, now: Date) => {
  try {
    const [row] = await work;
    if (!row) throw new Error("the write returned no row");
    return toPromotion(row, now);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", "Another promotion has this code", { cause: error });
  }
};

const endOf = (endsAt: string | null) => (endsAt === null ? null : new Date(endsAt));

export const addPromotion = async (tx: Db, promotion: NewPromotion, now: Date) => {
  const { startsAt } = promotion;
  const times = {
    startsAt: startsAt === undefined ? now : new Date(startsAt),
    endsAt: endOf(promotion.endsAt),
  };
  requireSense({ ...times, cap: null, used: 0 });
  return written(
    tx
      .insert(promotions)
      .values({ ...promotion, ...times })
      .returning(),
    now,
  );
};

type Seen = { id: string; version: number };

/** Changes what `version` was seen of; what orders used it for stays. */
export const changePromotion = async (
  tx: Db,
  { id, version }: Seen,
  change: PromotionChange,
  now: Date,
) => {
  const [before] = await tx.select().from(promotions).where(eq(promotions.id, id)).for("update");
  if (!before) throw missing();
  if (before.version !== version)
    throw new AppError("precondition_failed", "It changed since; read it again");
  const { startsAt, endsAt, cap } = change;
  const times = {
    startsAt: startsAt === undefined ? before.startsAt : new Date(startsAt),
    endsAt: endsAt === undefined ? before.endsAt : endOf(endsAt),
  };
  requireSense({ ...times, cap: cap === undefined ? before.cap : cap, used: before.used });
  const set = { ...change, ...times, version: version + 1, updatedAt: now };
  return written(tx.update(promotions).set(set).where(eq(promotions.id, id)).returning(), now);
};
