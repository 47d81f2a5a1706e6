import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { rowsOf } from "@jangteo/shared/rows";
import { orders } from "@jangteo/shared/schema/order/orders";
import {
  promotions,
  redemptions,
  shippingMethods,
  shippingZones,
  taxZones,
} from "@jangteo/shared/schema/order/pricing";
import { and, eq, inArray, sql } from "drizzle-orm";

import type { Promotion } from "./discounts.ts";
import { price, type History, type Rules } from "./price.ts";
import type { Priced, Question } from "./types.ts";

type Kept = { at: number; rules: Rules; byCode: Map<string, Promotion | null> };

/** Milliseconds. The rules are few, the same for everybody, and read for every cart that is shown. */
const freshness = 5000;
const mostCodes = 1000;
const kept = new WeakMap<object, Kept>();

/** A database and its transactions share their dialect, so what is kept is found from either. */
const sourceOf = (db: Db): object => {
  const dialect: unknown = Reflect.get(db, "dialect");
  return typeof dialect === "object" && dialect !== null ? dialect : db;
};

/** After a change of the rules, so that the next cart sees it here; other processes see it in 5 s. */
export const forgetRules = (db: Db) => void kept.delete(sourceOf(db));

/** Everything that prices hang on, in one statement. */
const reading = (db: Db) =>
  db
    .select({
      promotions: rowsOf(
        promotions,
        sql`where ${promotions.code} is null
          and (${promotions.endsAt} is null or ${promotions.endsAt} > ${sql.placeholder("now")}::timestamptz)`,
      ),
      zones: rowsOf(shippingZones),
      methods: rowsOf(shippingMethods, sql``, sql`order by ${shippingMethods.position}`),
      taxZones: rowsOf(taxZones),
    })
    .from(sql`(select 1) as one`);

const readRules = async (db: Db, now: Date): Promise<Rules> => {
  const [read] = await prepared(db, "rules", () => reading(db).prepare("rules")).execute({
    now: now.toISOString(),
  });
  if (!read) throw new Error("select returned no row");
  const { zones, methods, ...rules } = read;
  return {
    ...rules,
    shippingZones: zones.map((zone) => ({
      ...zone,
      methods: methods.filter((method) => method.zone === zone.code),
    })),
  };
};

const keep = async (db: Db, now: Date, fresh: boolean) => {
  const source = sourceOf(db);
  const found = kept.get(source);
  if (found && !fresh && Math.abs(now.getTime() - found.at) < freshness) return found;
  const read = { at: now.getTime(), rules: await readRules(db, now), byCode: new Map() };
  kept.set(source, read);
  return read;
};

const codesOf = async (db: Db, { byCode }: Kept, coupons: string[]) => {
  const codes = [...new Set(coupons.map((code) => code.toUpperCase()))];
  const unread = codes.filter((code) => !byCode.has(code));
  if (unread.length > 0) {
    if (byCode.size + unread.length > mostCodes) byCode.clear();
    const found = await db.select().from(promotions).where(inArray(promotions.code, unread));
    for (const code of unread) byCode.set(code, found.find((one) => one.code === code) ?? null);
  }
  return codes.flatMap((code) => byCode.get(code) ?? []);
};

/** Only asked for promotions that depend on it: most carts have none. */
const historyOf = async (db: Db, owner: string, given: Promotion[]): Promise<History> => {
  const counted = given.filter((one) => one.capPerOwner !== null).map(({ id }) => id);
  const first = given.some(({ conditions }) => conditions.firstOrder);
  if (counted.length === 0 && !first) return { ordered: false, uses: new Map() };
  const mine = db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.owner, owner), sql`${orders.state} <> 'cancelled'`));
  const used = db
    .select({ id: redemptions.promotionId, uses: sql<number>`count(*)::int`.as("uses") })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.owner, owner),
        eq(redemptions.state, "used"),
        inArray(redemptions.promotionId, counted),
      ),
    )
    .groupBy(redemptions.promotionId)
    .as("used");
  const rows = await db
    .select({ ordered: sql<boolean>`exists ${mine}`, id: used.id, uses: used.uses })
    .from(sql`(select 1) as one`)
    .leftJoin(used, sql`true`);
  return {
    ordered: rows.some(({ ordered }) => ordered),
    uses: new Map(rows.flatMap(({ id, uses }) => (id === null ? [] : [[id, uses ?? 0] as const]))),
  };
};

/**
 * What a cart costs now. The rules may be seconds old, unless they are to be `fresh`: what is agreed
 * to has to be. Takes no statement, or one for codes and one for what the owner bought before.
 */
export const priceCart = async (
  db: Db,
  question: Question,
  { fresh = false } = {},
): Promise<Priced> => {
  const all = await keep(db, question.now, fresh);
  const coupons = await codesOf(db, all, question.coupons);
  const given = [...all.rules.promotions, ...coupons];
  const history = await historyOf(db, question.owner, given);
  return price(question, { ...all.rules, promotions: given }, history);
};
